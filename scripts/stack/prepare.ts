import { closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataRoot, type Folders } from "./folders.ts";
import type { StackInfo } from "./guard-client.ts";
import { findFreePort } from "./ports.ts";
import { endAll, identify, isAlive, processesUsing, sleep, type ProcessRef } from "./processes.mjs";

const SERVICE_NAMES = ["mariadbd", "mysqld", "redis-server", "valkey-server", "meilisearch"];
const OLD_TEST_FOLDER_MS = 20 * 60_000;
const LOCK_PATIENCE_MS = 15 * 60_000;

function readHolder(path: string): ProcessRef | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ProcessRef;
  } catch {
    return null;
  }
}

/** Only one command at a time prepares the stack; a lock left by a killed one does not count. */
export async function takeStartLock(folders: Folders): Promise<() => void> {
  const path = join(folders.run, "start.lock");
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      const fd = openSync(path, "wx", 0o600);
      writeFileSync(fd, JSON.stringify(identify(process.pid)));
      closeSync(fd);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readHolder(path);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (holder ? !isAlive(holder) : age > 5_000) rmSync(path, { force: true });
    else if (Date.now() > deadline) throw new Error(`Another command has been starting the services for 15 minutes (${path}).`);
    else await sleep(200);
  }
}

/** Services whose guard was killed too: they would hold the data folder's locks. */
export async function endLeftovers(folders: Folders): Promise<void> {
  const leftovers = processesUsing([folders.mysql, folders.redis, folders.meili], SERVICE_NAMES);
  if (leftovers.length > 0) await endAll(leftovers, { politeMs: 15_000 });
}

export function removeOldTestFolders(): void {
  for (const name of existsSync(dataRoot) ? readdirSync(dataRoot) : []) {
    const folder = join(dataRoot, name);
    if (!/^(?:test|faults)-/.test(name) || Date.now() - statSync(folder).mtimeMs < OLD_TEST_FOLDER_MS) continue;
    if (processesUsing([folder], ["node", ...SERVICE_NAMES]).length > 0) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

function previousPorts(folders: Folders): Partial<StackInfo> {
  try {
    return JSON.parse(readFileSync(join(folders.root, "ports.json"), "utf8")) as Partial<StackInfo>;
  } catch {
    return {};
  }
}

/** The ports of last time when they are free, so that a shell that has the settings can go on using them. */
export async function choosePorts(folders: Folders, attempt: number): Promise<StackInfo> {
  const before = attempt === 0 ? previousPorts(folders) : {};
  const databasePort = await findFreePort(before.databasePort);
  const redisPort = await findFreePort(before.redisPort, [databasePort]);
  const meiliPort = await findFreePort(before.meiliPort, [databasePort, redisPort]);
  return { databasePort, redisPort, meiliPort };
}
