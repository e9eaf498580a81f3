import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Puts what was uploaded, whole or piece by piece, into a file that only this process reads, for as long as `use` takes. What the file is called plays no part. */
export async function withUploadedFile<T>(bytes: Uint8Array | AsyncIterable<Uint8Array>, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "jgt-upload-"));
  try {
    const path = join(folder, "table");
    await writeFile(path, bytes, { mode: 0o600 });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
