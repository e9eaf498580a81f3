import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const dataRoot = process.env.DATA_DIR ? resolve(process.env.DATA_DIR) : join(projectRoot, ".data");

/** The kernel takes socket paths of at most 107 bytes; a project in a deep folder gets its sockets in the temporary one. */
const SOCKET_PATH_LIMIT = 100;
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

/** `main` is kept; `test` and `faults` get a new folder each time. `faults` writes as durably as `main`, tests don't. */
export type Profile = "main" | "test" | "faults";

export interface Folders {
  profile: Profile;
  root: string;
  mysql: string;
  redis: string;
  meili: string;
  logs: string;
  run: string;
}

export function socketPath(folder: string, name: string): string {
  const direct = join(folder, name);
  if (Buffer.byteLength(direct) <= SOCKET_PATH_LIMIT) return direct;
  const short = createHash("sha256").update(direct).digest("hex").slice(0, 16);
  return join(tmpdir(), `jgt-${short}.sock`);
}

/** Commands that use services of one's own share nothing with those that hold the private ones: their guard is another. */
export function foldersFor(profile: Profile, external = false): Folders {
  const root = profile === "main" ? dataRoot : join(dataRoot, `${profile}-${randomBytes(4).toString("hex")}`);
  const folders: Folders = {
    profile,
    root,
    mysql: join(root, "mysql"),
    redis: join(root, "redis"),
    meili: join(root, "meili"),
    logs: join(root, "logs"),
    run: join(root, external ? "run-external" : "run"),
  };
  mkdirSync(dataRoot, { recursive: true, mode: 0o700 });
  for (const folder of [folders.root, folders.logs, folders.run, ...(external ? [] : [folders.redis, folders.meili])]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  return folders;
}

/** An append-only log that is set aside once it is large. */
export function openLog(folders: Folders, name: string): { fd: number; path: string } {
  const path = join(folders.logs, `${name}.log`);
  try {
    if (statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  } catch {
    // first start: there is no log yet
  }
  return { fd: openSync(path, "a", 0o600), path };
}
