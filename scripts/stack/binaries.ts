import { spawnSync } from "node:child_process";
import type { Progress } from "../progress.ts";
import { canInstall, installPackages, isAvailable, refreshLists } from "./apt.ts";
import { cachedMeilisearch, canFetchMeilisearch, fetchMeilisearch, isCached } from "./fetch-meilisearch.ts";
import { missingScreen, StackUnavailable } from "./missing.ts";
import { findCommand, isExecutable } from "./lookup.ts";

export interface Binaries {
  mysqld: string;
  /** Null with MySQL's own server, which fills its data folder itself. */
  installDb: string | null;
  redis: string;
  meilisearch: string;
}

/** Debian's checker and its server are one program that looks at its own name, so the tools package alone is enough. */
function findRedis(): string | null {
  const server = findCommand("redis-server", "valkey-server");
  if (server) return server;
  for (const name of ["redis-check-rdb", "valkey-check-rdb"]) {
    const path = findCommand(name);
    const version = path ? spawnSync(path, ["--version"], { argv0: "redis-server", encoding: "utf8", timeout: 5_000 }).stdout : "";
    if (path && /server v=/.test(version ?? "")) return path;
  }
  return null;
}

interface Database {
  mysqld: string;
  installDb: string | null;
}

function isMysql(mysqld: string): boolean {
  const version = spawnSync(mysqld, ["--no-defaults", "--version"], { encoding: "utf8", timeout: 10_000 }).stdout ?? "";
  return !/MariaDB/i.test(version) && / 8\.| 9\./.test(version);
}

function findDatabase(): Database | null {
  const named = process.env.MYSQLD_BIN;
  if (named) {
    if (!isExecutable(named) || !isMysql(named)) throw new StackUnavailable(`MYSQLD_BIN=${named} is not MySQL's server, 8 or newer.`);
    return { mysqld: named, installDb: null };
  }
  const mariadbd = findCommand("mariadbd");
  const installDb = findCommand("mariadb-install-db");
  if (mariadbd && installDb && findCommand("my_print_defaults")) return { mysqld: mariadbd, installDb };
  const mysqld = findCommand("mysqld");
  if (!mysqld) return null;
  if (isMysql(mysqld)) return { mysqld, installDb: null };
  return installDb ? { mysqld, installDb } : null;
}

function findMeilisearch(): string | null {
  const named = process.env.MEILI_BIN;
  if (named) {
    if (!isExecutable(named)) throw new StackUnavailable(`MEILI_BIN=${named} is not an executable file.`);
    return named;
  }
  return findCommand("meilisearch") ?? (isCached() ? cachedMeilisearch() : null);
}

/** The packages without system services come first: nothing of ours should start at the next boot. */
async function installWanted(wanted: { label: string; choices: string[][]; found: () => unknown }[], progress: Progress): Promise<void> {
  await refreshLists(progress);
  for (const { label, choices, found } of wanted) {
    for (const names of choices) {
      if (!names.every(isAvailable)) continue;
      await installPackages(label, names, progress);
      if (found()) break;
    }
  }
}

export async function requireBinaries(progress: Progress): Promise<Binaries> {
  const wanted = [
    ...(findDatabase() ? [] : [{ label: "安装 MariaDB", choices: [["mariadb-server-core", "mariadb-client-core"], ["mariadb-server"]], found: findDatabase }]),
    ...(findRedis() ? [] : [{ label: "安装 Redis", choices: [["redis-tools"], ["redis-server"], ["valkey-server"]], found: findRedis }]),
  ];
  let reason = "";
  if (wanted.length > 0 && canInstall()) {
    await installWanted(wanted, progress).catch((error: unknown) => (reason = error instanceof Error ? error.message : String(error)));
  }
  let meilisearch = findMeilisearch();
  const database = findDatabase();
  const redis = findRedis();
  if (!meilisearch && database && redis && canFetchMeilisearch()) {
    meilisearch = await fetchMeilisearch(progress).catch((error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
      return null;
    });
  }
  if (database && redis && meilisearch) return { ...database, redis, meilisearch };
  const meilisearchWillDo = meilisearch !== null || (reason === "" && canFetchMeilisearch());
  throw new StackUnavailable(missingScreen({ database: database !== null, redis: redis !== null, meilisearch: meilisearchWillDo }, reason));
}
