import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpVerifier, askRegister } from "#app/platform/certificate-verifier.server.ts";
import { openPool, openPrisma, streamRows } from "#app/platform/database.server.ts";
import { databaseLimits } from "#app/platform/database-limits.server.ts";
import { createDeps } from "#app/platform/deps.server.ts";
import { askVerifier } from "#app/platform/identity-verifier.server.ts";
import { readHealth } from "#app/platform/web/health.server.ts";
import { withinLimit } from "#app/platform/within-limit.ts";
import { createSearchClient } from "#search/client.ts";
import { openProxy } from "#tests/setup/proxy.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

type Proxy = Awaited<ReturnType<typeof openProxy>>;
let services: TestServices;
const opened: { close(): Promise<unknown> }[] = [];
const proxy = async (...args: Parameters<typeof openProxy>): Promise<Proxy> => {
  const one = await openProxy(...args);
  opened.push(one);
  return one;
};
/** Short ones, so that the test doesn't wait as a visitor would. */
const LIMITS = { connectMs: 500, waitMs: 800, statementMs: 700, streamMs: 800 };
const SLACK_MS = 3_500;

/** How long it took until it failed; null: it did not fail. */
async function failedAfter(work: () => Promise<unknown>): Promise<number | null> {
  const startedAt = performance.now();
  return work().then(() => null, () => performance.now() - startedAt);
}

beforeAll(async () => {
  services = await openTestServices();
});
afterAll(async () => {
  await Promise.allSettled(opened.map((one) => one.close()));
  await services?.close();
});

describe("a database that accepts and never answers", () => {
  it("is given up by both drivers, at the greeting and in the middle of a statement, and used again when it is back", async () => {
    for (const at of ["greeting", "statement"] as const) {
      const through = await proxy(services.source.DATABASE_URL!, at === "greeting" ? "hold" : "pass");
      const [pool, db] = [openPool(through.url, { limits: LIMITS }), openPrisma(through.url, { limits: LIMITS })];
      const asks = [() => pool.query("SELECT 1"), () => db.user.count(), () => pool.getConnection().then((one) => one.query("SELECT 1")), () => db.$transaction((tx) => tx.user.count())];
      if (at === "statement") {
        await Promise.all(asks.slice(0, 2).map((ask) => ask()));
        through.become("hold");
      }
      const times = await Promise.all(asks.map(failedAfter));
      for (const time of times) expect(time, at).toBeLessThan(LIMITS.waitMs + LIMITS.statementMs + SLACK_MS);
      expect(times, at).not.toContain(null);
      through.become("pass");
      expect(await db.user.count()).toBe(0);
      expect((await pool.query("SELECT 1 AS one"))[0]).toEqual([{ one: 1 }]);
      await Promise.allSettled([withinLimit(pool.end(), 500), db.$disconnect()]);
    }
  });

  it("is waited for as long as somebody waits for a page; a run's statements have their own time", () => {
    const [web, work] = [databaseLimits("web"), databaseLimits("workers")];
    expect(web.connectMs + web.waitMs + web.statementMs).toBeLessThan(20_000);
    expect(work.statementMs).toBeGreaterThan(web.statementMs);
  });

  it("never holds a connection for good: one that was idle for longer than a statement may last is made anew", async () => {
    const [pool, db] = [openPool(services.source.DATABASE_URL!, { limits: LIMITS }), openPrisma(services.source.DATABASE_URL!, { limits: LIMITS })];
    for (let round = 0; round < 2; round += 1) {
      expect(await db.user.count()).toBe(0);
      await pool.query("SELECT 1");
      await new Promise((resolve) => setTimeout(resolve, LIMITS.statementMs + 300));
    }
    await Promise.all([pool.end(), db.$disconnect()]);
  });

  it("ends a statement that takes too long, and leaves its connection to nobody", async () => {
    const pool = openPool(services.source.DATABASE_URL!, { limits: LIMITS, connections: 1 });
    expect(await failedAfter(() => pool.query("SELECT SLEEP(5)"))).toBeLessThan(LIMITS.statementMs + SLACK_MS);
    expect((await pool.query("SELECT 1 AS one"))[0]).toEqual([{ one: 1 }]);
    expect(await failedAfter(() => pool.query({ sql: "SELECT SLEEP(1)", timeout: 3_000 }))).toBeNull();
    const read = async (sql: string) => {
      let rows = 0;
      for await (const _row of streamRows(pool, sql)) rows += 1;
      return rows;
    };
    expect(await failedAfter(() => read("SELECT SLEEP(0.2) FROM information_schema.COLUMNS LIMIT 100"))).toBeLessThan(LIMITS.streamMs + SLACK_MS);
    expect(await read("SELECT 1 FROM information_schema.COLUMNS LIMIT 7")).toBe(7);
    await pool.end();
  });
});

describe("every other dependency that accepts and never answers", () => {
  it("search, Redis, health, the registers and the channel for messages are given up within their limits", async () => {
    const [redis, meili] = [await proxy(services.source.REDIS_URL!, "hold"), await proxy(services.source.MEILI_URL!, "hold")];
    const deps = await createDeps({ ...services.source, REDIS_URL: redis.url, MEILI_URL: meili.url }, { process: "web" });
    const never = new Promise<never>(() => undefined);
    const [search, command, register, identity, health] = await Promise.all([
      failedAfter(() => createSearchClient(meili.url, services.source.MEILI_KEY!).multiSearch({ queries: [{ indexUid: "x", q: "" }] })),
      failedAfter(() => deps.redis.get("x")),
      askRegister({ certificates: httpVerifier(meili.url, 600) }, { number: "1", issuer: "x", kind: "x", level: null, issuedOn: "2026-01-01", holderName: "x" }),
      askVerifier({ identity: { name: "test", verify: () => never } }, { name: "x", idNumber: "x" }),
      readHealth(deps),
    ]);
    expect(search).toBeLessThan(3_000 + SLACK_MS);
    expect(command).toBeLessThan(4_000 + SLACK_MS);
    expect([register, identity]).toEqual([{ state: "UNREACHED" }, "unavailable"]);
    expect([health.status, health.checks.redis.ok, health.checks.meilisearch.ok, health.checks.mysql.ok]).toEqual(["degraded", false, false, true]);
    expect(health.checks.redis.ms).toBeLessThan(2_000 + SLACK_MS);
    await deps.close();
  });

  it("Redis that falls silent in the middle is given up by each command", async () => {
    const through = await proxy(services.source.REDIS_URL!);
    const redis = new Redis(through.url, { maxRetriesPerRequest: 1, connectTimeout: 2_000, commandTimeout: 1_000 });
    redis.on("error", () => undefined);
    await redis.ping();
    through.become("hold");
    expect(await failedAfter(() => redis.get("x"))).toBeLessThan(1_000 + SLACK_MS);
    redis.disconnect();
  });
});
