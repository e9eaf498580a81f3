import type { Deps } from "../deps.server.ts";
import { withinLimit } from "../within-limit.ts";

export interface Health {
  /** ok: everything answers; degraded: pages are served, something behind them is away; down: the database is away */
  status: "ok" | "degraded" | "down";
  checks: Record<"mysql" | "redis" | "meilisearch" | "workers", { ok: boolean; ms: number }>;
}

const LIMIT_MS = 2_000;
/** Workers write a beat every two seconds; three missed ones count as silence. */
const SILENT_AFTER_MS = 7_000;

export const heartbeatKey = (prefix: string) => `${prefix}:workers:heartbeat`;

export async function readHealth(deps: Deps): Promise<Health> {
  const [mysql, redis, meilisearch, workers] = await Promise.all([
    check(async () => void (await deps.pool.query({ sql: "SELECT 1", timeout: LIMIT_MS }))),
    check(async () => void (await deps.redis.ping())),
    check(async () => void (await deps.meili.health())),
    check(async () => {
      const beat = Number(await deps.redis.get(heartbeatKey(deps.env.QUEUE_PREFIX)));
      if (!(Date.now() - beat < SILENT_AFTER_MS)) throw new Error("no heartbeat");
    }),
  ]);
  const checks = { mysql, redis, meilisearch, workers };
  const all = Object.values(checks).every((one) => one.ok);
  return { status: all ? "ok" : mysql.ok ? "degraded" : "down", checks };
}

async function check(work: () => Promise<void>): Promise<{ ok: boolean; ms: number }> {
  const startedAt = performance.now();
  const ok = await withinLimit(work(), LIMIT_MS).then(() => true, () => false);
  return { ok, ms: Math.round((performance.now() - startedAt) * 10) / 10 };
}
