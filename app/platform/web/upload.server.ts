import { type UploadHandler, unstable_parseMultipartFormData } from "@remix-run/node";

/** Longest text that stands beside a file in a form. */
export const LARGEST_TEXT_BYTES = 4_096;

class TooMuch extends Error {}

export type Upload = { ok: true; bytes: Uint8Array | null; values: Record<string, string> } | { ok: false };

/**
 * The file that a form sends under `name`, and its short texts. Read piece by piece: with the first byte too many reading stops, nothing more is held.
 * `bytes` is null when there is no such file; not ok when something is too large or the form is broken.
 */
export async function readUpload(request: Request, name: string, mostBytes: number): Promise<Upload> {
  if (!isMultipart(request)) return { ok: true, bytes: null, values: await plainTexts(request) };
  let bytes: Uint8Array | null = null;
  const handler: UploadHandler = async (part) => {
    const isFile = part.filename !== undefined;
    const read = await collect(part.data, isFile ? mostBytes : LARGEST_TEXT_BYTES);
    if (!isFile) return new TextDecoder().decode(read);
    if (part.name === name && read.length > 0) bytes = read;
    return undefined;
  };
  try {
    const form = await unstable_parseMultipartFormData(request, handler);
    return { ok: true, bytes, values: textsOf(form) };
  } catch {
    return { ok: false };
  }
}

export function isMultipart(request: Request): boolean {
  return request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
}

/** The texts of a form that carries no file; none of what is no form. */
export async function plainTexts(request: Request): Promise<Record<string, string>> {
  return textsOf(await request.formData().catch(() => new FormData()));
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

async function collect(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw new TooMuch();
    held.push(piece);
  }
  return Buffer.concat(held);
}
