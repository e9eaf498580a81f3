import type { Deps } from "#app/platform/deps.server.ts";

const countedKey = (env: Deps["env"]) => `${env.QUEUE_PREFIX}:post-views`;
const AT_ONCE = 500;

/** Counts one look at a post's page. The page doesn't wait for it, and goes on without it while Redis is away. */
export function countView(deps: Pick<Deps, "redis" | "env">, postId: string): void {
  deps.redis.hincrby(countedKey(deps.env), postId, 1).catch(() => undefined);
}

/** Adds what was counted to the database. A process killed in between may count some looks again: they are a measure, not a record. */
export async function addUpViews(deps: Pick<Deps, "redis" | "env" | "pool" | "clock">): Promise<number> {
  const key = countedKey(deps.env);
  const taken = `${key}:taken`;
  if (!(await deps.redis.exists(taken)) && (await deps.redis.exists(key))) await deps.redis.rename(key, taken);
  const counts = Object.entries(await deps.redis.hgetall(taken));
  const now = deps.clock.now();
  for (let from = 0; from < counts.length; from += AT_ONCE) {
    // a post that is gone has no row to count on
    await deps.pool.query(
      `INSERT INTO post_view (postId, views, updatedAt) SELECT p.id, j.views, ? FROM post p JOIN (${counts.slice(from, from + AT_ONCE).map(() => "SELECT ? AS id, ? AS views").join(" UNION ALL ")}) j ON j.id = p.id
         ON DUPLICATE KEY UPDATE views = post_view.views + j.views, updatedAt = ?`,
      [now, ...counts.slice(from, from + AT_ONCE).flatMap(([id, views]) => [id, Number(views)]), now]);
  }
  await deps.redis.del(taken);
  return counts.length;
}
