import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, type WriteStream } from "node:fs";
import { chmod } from "node:fs/promises";

export interface LinesFile {
  path: string;
  /** Lines with their ends. */
  add(text: string): Promise<void>;
  /** The path if anything was written, else null. */
  close(): Promise<string | null>;
}

/** A file written line by line, which is not made before the first; only its owner reads it unless `mode` says otherwise. */
export function openLines(path: string, { mode = 0o600, head = "" }: { mode?: number; head?: string } = {}): LinesFile {
  let opening: Promise<WriteStream> | null = null;
  const start = async () => {
    const opened = createWriteStream(path, { mode });
    await once(opened, "open");
    await chmod(path, mode);
    opened.write(head);
    return opened;
  };
  return {
    path,
    async add(text) {
      const stream = await (opening ??= start());
      if (!stream.write(text)) await once(stream, "drain");
    },
    async close() {
      if (!opening) return null;
      const stream = await opening;
      if (!stream.writableEnded) {
        stream.end();
        await once(stream, "finish");
      }
      return path;
    },
  };
}

/** A file's bytes as they come; nothing where there is no such file. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  if (existsSync(path)) for await (const piece of createReadStream(path)) yield piece as Buffer;
}
