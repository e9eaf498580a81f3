import { createReadStream, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { RowDataPacket } from "mysql2";
import type { Deps } from "#app/platform/deps.server.ts";
import { createSearchClient } from "#search/client.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import type { Needles } from "./needles.ts";

/** What was found, and in what: a key, a document, a line, a column. */
export type Finds = string[];

const AT_ONCE = 1_000;

/** Every key of Redis with its value, whatever its type. */
export async function inRedis({ redis }: Pick<Deps, "redis">, needles: Needles): Promise<{ looked: number; finds: Finds }> {
  const finds: Finds = [];
  let [cursor, looked] = ["0", 0];
  do {
    const [next, keys] = await redis.scan(cursor, "COUNT", AT_ONCE);
    cursor = next;
    for (const key of keys) {
      looked += 1;
      for (const find of needles.in(`${key} ${JSON.stringify(await valueOf(redis, key))}`)) finds.push(`${key.slice(0, 40)}: ${find}`);
    }
  } while (cursor !== "0");
  return { looked, finds };
}

async function valueOf(redis: Deps["redis"], key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === "string") return redis.get(key);
  if (type === "hash") return redis.hgetall(key);
  if (type === "list") return redis.lrange(key, 0, -1);
  if (type === "set") return redis.smembers(key);
  if (type === "zset") return redis.zrange(key, 0, "-1", "WITHSCORES");
  if (type === "stream") return redis.xrange(key, "-", "+");
  return null;
}

/** Every document of every index of ours with all of its fields, the settings, and the tasks that were asked for. */
export async function inSearch({ env }: Pick<Deps, "env">, needles: Needles): Promise<{ looked: number; finds: Finds }> {
  const ask = async (path: string) => (await fetch(env.MEILI_URL + path, { headers: { authorization: `Bearer ${env.MEILI_KEY}` } })).text();
  const finds: Finds = [];
  const look = (where: string, text: string) => finds.push(...needles.in(text).map((find) => `${where}: ${find}`));
  let looked = 0;
  const { results } = JSON.parse(await ask("/indexes?limit=1000")) as { results: { uid: string }[] };
  for (const { uid } of results.filter((one) => one.uid.startsWith(env.MEILI_PREFIX))) {
    look(`${uid} settings`, await ask(`/indexes/${uid}/settings`));
    for (let offset = 0; ; offset += AT_ONCE) {
      const text = await ask(`/indexes/${uid}/documents?limit=${AT_ONCE}&offset=${offset}`);
      const { results: documents } = JSON.parse(text) as { results: unknown[] };
      looked += documents.length;
      look(uid, text);
      if (documents.length < AT_ONCE) break;
    }
    look(`${uid} tasks`, await ask(`/tasks?indexUids=${uid}&limit=1000`));
  }
  return { looked, finds };
}

/** A dump of the search engine as it would be kept, line by line; none where the engine is somebody else's and its files out of reach. */
export async function inSearchDump({ env }: Pick<Deps, "env">, needles: Needles): Promise<{ looked: number; finds: Finds } | null> {
  const folder = process.env.MEILI_DUMPS;
  if (!folder) return null;
  const made = await createSearchClient(env.MEILI_URL, env.MEILI_KEY).createDump().waitTask({ timeout: 60_000 });
  if (made.status !== "succeeded") throw new Error(`the dump was not made: ${JSON.stringify(made.error)}`);
  const path = join(folder, `${made.details!.dumpUid}.dump`);
  const finds: Finds = [];
  let looked = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
      looked += 1;
      for (const find of needles.in(line)) finds.push(`dump: ${find}`);
    }
  } finally {
    rmSync(path);
  }
  return { looked, finds };
}

/** The logs of web and workers, line by line. */
export async function inLogs(needles: Needles): Promise<{ looked: number; finds: Finds }> {
  const folder = process.env.PRODUCT_LOGS;
  if (!folder) throw new Error("PRODUCT_LOGS is not set");
  const finds: Finds = [];
  let looked = 0;
  for (const file of readdirSync(folder).filter((name) => /^(web|workers)/.test(name))) {
    for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
      looked += 1;
      for (const find of needles.in(line)) finds.push(`${file}: ${find}`);
    }
  }
  return { looked, finds };
}

/** Columns of the database that are not encrypted, in tables that people's acts write. */
export async function inPlainColumns({ pool }: Pick<Deps, "pool">, needles: Needles): Promise<{ looked: number; finds: Finds }> {
  const [columns] = await pool.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('varchar', 'text', 'mediumtext', 'longtext', 'json')
        AND COLUMN_NAME NOT LIKE '%Enc' AND TABLE_NAME NOT LIKE 'classification%' AND TABLE_NAME NOT LIKE 'occupation%' AND TABLE_NAME NOT IN ('region', 'place_name', 'policy_parameter')`);
  const finds: Finds = [];
  const byTable = groupBy(columns, ({ t }) => String(t));
  for (const [table, own] of byTable) {
    const [rows] = await pool.query<RowDataPacket[]>(`SELECT ${own.map(({ c }) => `\`${String(c)}\``).join(", ")} FROM \`${table}\``);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        for (const find of needles.in(typeof value === "string" ? value : JSON.stringify(value))) finds.push(`${table}.${column}: ${find}`);
      }
    }
  }
  return { looked: columns.length, finds: [...new Set(finds)] };
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

export async function fetched(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const reply = await fetch(baseUrl() + path, { redirect: "manual", headers });
  return { status: reply.status, text: `${[...reply.headers].map(([name, value]) => `${name}: ${value}`).join("\n")}\n${await reply.text()}` };
}
