import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, type WriteStream } from "node:fs";

/** A file of lines that only its owner reads; it is not made before the first line. */
export function openLines(path: string) {
  let stream: WriteStream | null = null;
  return {
    path,
    async add(line: string): Promise<void> {
      stream ??= createWriteStream(path, { mode: 0o600 });
      if (!stream.write(`${line}\n`)) await once(stream, "drain");
    },
    async close(): Promise<void> {
      const open = stream;
      stream = null;
      if (!open) return;
      open.end();
      await once(open, "finish");
    },
  };
}

/** A file's bytes as they come; nothing where there is no such file. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  if (existsSync(path)) for await (const piece of createReadStream(path)) yield piece as Buffer;
}
