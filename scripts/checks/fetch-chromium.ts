import { chmodSync, createReadStream, createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import type { Progress } from "../progress.ts";
import { isExecutable } from "../stack/lookup.ts";
import { cacheFolder, fetchPackage, runQuietly, type PinnedPackage } from "../stack/npm-package.ts";

/** A headless Chromium for systems whose own package is only a pointer to a snap; used by tests alone. */
const PINNED: PinnedPackage = {
  label: "Chromium",
  spec: "@sparticuz/chromium@143.0.4",
  integrity: "sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==",
  tarballBytes: 66_555_040,
  folder: "chromium-143.0.4",
};

export const canFetchChromium = () => process.platform === "linux" && process.arch === "x64";
export const cachedChromium = () => join(cacheFolder(), PINNED.folder, "chrome");

const inflate = (from: string, to: string) => pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

export async function fetchChromium(progress: Progress): Promise<string> {
  const path = cachedChromium();
  if (isExecutable(path)) return path;
  await fetchPackage(PINNED, progress, async (unpacked, result) => {
    await inflate(join(unpacked, "bin", "chromium.br"), join(result, "chromium"));
    await inflate(join(unpacked, "bin", "al2023.tar.br"), join(unpacked, "libraries.tar"));
    await runQuietly("tar", ["-xf", join(unpacked, "libraries.tar"), "-C", result], result);
    chmodSync(join(result, "chromium"), 0o755);
    // The libraries it was built with, for systems that lack them.
    const start = '#!/bin/sh\nhere=$(dirname "$0")\nLD_LIBRARY_PATH="$here/lib" exec "$here/chromium" "$@"\n';
    writeFileSync(join(result, "chrome"), start, { mode: 0o755 });
  });
  return path;
}
