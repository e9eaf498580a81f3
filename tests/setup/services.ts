import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { createConnection } from "mysql2/promise";
import type { Clock } from "#app/platform/clock.ts";
import type { IdentityVerifier } from "#app/platform/identity-verifier.server.ts";
import type { SmsChannel } from "#app/platform/sms.server.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { migrate } from "#prisma/migrate.ts";

export interface TestServices extends Deps {
  /** The environment these were made from, for a process of the test's own. */
  source: Record<string, string>;
}

const REDIS_DATABASES_BY_DEFAULT = 16;

type Settings = Record<string, string | undefined>;

function required(from: Settings, name: string): string {
  const value = from[name];
  if (!value) throw new Error(`${name} is not set: run these tests with npm test, or take the settings from: npm run stack -- --export`);
  return value;
}

function withPath(url: string, path: string): string {
  const changed = new URL(url);
  changed.pathname = `/${path}`;
  return changed.href;
}

async function administer(url: string, sql: string) {
  const connection = await createConnection({ uri: withPath(url, "") });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

/** Each file gets the next numbered database, so that files and developers can share one server. */
async function emptyRedisDatabase(url: string): Promise<string> {
  const redis = new Redis(withPath(url, "0"));
  try {
    const [, count = ""] = (await redis.config("GET", "databases").catch(() => [])) as string[];
    const databases = Number(count) || REDIS_DATABASES_BY_DEFAULT;
    const chosen = 1 + ((await redis.incr("jgt:tests:database")) % (databases - 1));
    await redis.select(chosen);
    await redis.flushdb();
    return withPath(url, String(chosen));
  } finally {
    redis.disconnect();
  }
}

async function dropIndexes(source: Record<string, string>) {
  const headers = { Authorization: `Bearer ${source.MEILI_KEY}` };
  const reply = await fetch(`${source.MEILI_URL}/indexes?limit=1000`, { headers });
  const { results } = (await reply.json()) as { results: { uid: string }[] };
  const own = results.filter(({ uid }) => uid.startsWith(source.MEILI_PREFIX ?? "-"));
  await Promise.all(own.map(({ uid }) => fetch(`${source.MEILI_URL}/indexes/${uid}`, { method: "DELETE", headers })));
}

/** A migrated, empty database, an empty Redis database and an index prefix for one test file; `close` removes them. */
export async function openTestServices(options: { clock?: Clock; sms?: SmsChannel; identity?: IdentityVerifier; from?: Settings } = {}): Promise<TestServices> {
  const { from = process.env, ...rest } = options;
  const databaseUrl = required(from, "DATABASE_URL");
  const id = `${process.pid.toString(36)}${randomBytes(3).toString("hex")}`;
  const database = `jingangtong_t${id}`;
  await administer(databaseUrl, `CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const source: Record<string, string> = {
    APP_MODE: "demo",
    DATABASE_URL: withPath(databaseUrl, database),
    REDIS_URL: await emptyRedisDatabase(required(from, "REDIS_URL")),
    MEILI_URL: required(from, "MEILI_URL"),
    MEILI_KEY: required(from, "MEILI_KEY"),
    MEILI_PREFIX: `t${id}_`,
    QUEUE_PREFIX: `t${id}`,
    SESSION_SECRET: randomBytes(32).toString("base64"),
    DATA_KEY: randomBytes(32).toString("base64"),
    INDEX_KEY: randomBytes(32).toString("base64"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  };
  await migrate({ url: source.DATABASE_URL ?? "" });
  const deps = await createDeps(source, { process: "test", ...rest });
  return {
    ...deps,
    source,
    async close() {
      await deps.redis.flushdb().catch(() => undefined);
      await deps.close();
      await dropIndexes(source);
      await administer(databaseUrl, `DROP DATABASE IF EXISTS ${database}`);
    },
  };
}
