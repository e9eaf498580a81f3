import { type UploadHandler, unstable_parseMultipartFormData } from "@remix-run/node";
import { isMultipart, LARGEST_TEXT_BYTES, plainTexts } from "./upload.server.ts";

/**
 * Reads a form whose file may be far larger than memory: the file named `name` is handed to `take` as it comes, with the texts that stood before
 * it. `taken` is null when the form holds no such file or breaks off before it.
 */
export async function passUpload<T>(
  request: Request, name: string, take: (pieces: AsyncIterable<Uint8Array>, fileName: string, values: Readonly<Record<string, string>>) => Promise<T>,
): Promise<{ values: Record<string, string>; taken: T | null }> {
  if (!isMultipart(request)) return { values: await plainTexts(request), taken: null };
  const values: Record<string, string> = {};
  let taken: T | null = null;
  const handler: UploadHandler = async (part) => {
    if (part.filename === undefined) {
      // a character may lie half in one piece and half in the next
      const decoder = new TextDecoder();
      let text = "";
      for await (const piece of part.data) text = (text + decoder.decode(piece, { stream: true })).slice(0, LARGEST_TEXT_BYTES);
      return (values[part.name] = text + decoder.decode());
    }
    if (part.name === name && part.filename !== "" && taken === null) taken = await take(part.data, part.filename, values);
    for await (const rest of part.data) void rest;
    return undefined;
  };
  await unstable_parseMultipartFormData(request, handler).catch(() => null);
  return { values, taken };
}
