import type { RowDataPacket } from "mysql2";
import { scaleGoal } from "#app/domain/target/goal.ts";
import { STREAMS, type Stream } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface HomeView {
  year: number;
  goal: number;
  shownGoal: number;
  sampleRatio: number | null;
  counted: number;
  openPosts: number;
  openings: number;
  byStream: { stream: Stream; posts: number; openings: number }[];
}

/** What the front page counts: the posts of each stream that a search without any choice finds, so none of agencies, and the year's number. */
export async function readHome(deps: Pick<Deps, "pool" | "clock">): Promise<HomeView> {
  const today = deps.clock.today();
  const year = Number(today.slice(0, 4));
  const [[posts], [targets]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT p.stream, COUNT(*) AS posts, SUM(p.openings - p.filled) AS openings FROM post p JOIN employer e ON e.id = p.employerId
        WHERE p.status = 'PUBLISHED' AND p.validFrom <= ? AND p.validUntil > ? AND p.filled < p.openings AND e.status <> 'SUSPENDED' AND e.kind <> 'COMMERCIAL_AGENCY'
        GROUP BY p.stream`, [today, today]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT t.goal, t.sampleRatio, COALESCE((SELECT SUM(c.persons) FROM target_counter c WHERE c.year = t.year AND c.caliberCode = t.caliberCode), 0) AS counted
         FROM target_year t WHERE t.year = ?`, [year]),
  ]);
  const target = targets[0];
  const goal = Number(target?.goal ?? 0);
  const sampleRatio = target?.sampleRatio === null || target === undefined ? null : Number(target.sampleRatio);
  const byStream = STREAMS.map((stream) => {
    const row = posts.find((one) => one.stream === stream);
    return { stream, posts: Number(row?.posts ?? 0), openings: Number(row?.openings ?? 0) };
  });
  return {
    year, goal, sampleRatio, shownGoal: scaleGoal(goal, sampleRatio), counted: Number(target?.counted ?? 0), byStream,
    openPosts: byStream.reduce((sum, one) => sum + one.posts, 0),
    openings: byStream.reduce((sum, one) => sum + one.openings, 0),
  };
}

const FRESH_MS = 30_000;
const kept = new WeakMap<object, { until: number; home: Promise<HomeView> }>();

/** The same as it was at most half a minute ago: counting every open post is too much for each visit of the front page. */
export function readRecentHome(deps: Pick<Deps, "pool" | "clock">): Promise<HomeView> {
  const known = kept.get(deps.pool);
  if (known && known.until > performance.now()) return known.home;
  const home = readHome(deps);
  kept.set(deps.pool, { until: performance.now() + FRESH_MS, home });
  home.catch(() => kept.delete(deps.pool));
  return home;
}
