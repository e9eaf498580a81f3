import type { RowDataPacket } from "mysql2";
import { addDays, chinaDay, toDate } from "#app/domain/dates.ts";
import { supervisingRegion } from "#app/domain/employer/supervision.ts";
import type { Advertising, AlarmLimits } from "#app/domain/post/honesty.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface EmployerAdvertising extends Advertising {
  employerId: string;
  regionCode: string | null;
}

const HALF_YEAR_DAYS = 183;

/** Ads of the last half year by employer, with their views and the arrivals through any of its posts; only those with enough ads and views. */
export async function loadAdvertising(deps: Pick<Deps, "pool" | "clock">, limits: AlarmLimits): Promise<EmployerAdvertising[]> {
  const since = toDate(addDays(deps.clock.today(), -HALF_YEAR_DAYS));
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT s.*, e.regionCode,
            (SELECT COUNT(*) FROM post o JOIN placement a ON a.postId = o.id
              WHERE o.employerId = s.employerId AND EXISTS (SELECT 1 FROM placement_event v WHERE v.placementId = a.id AND v.kind = 'ON_THE_JOB'
                AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.placementId = a.id AND r.reversesId = v.id))) AS arrivals
       FROM (SELECT p.employerId, COUNT(*) AS ads, COALESCE(SUM(w.views), 0) AS views, MIN(p.publishedAt) AS firstAdAt
               FROM post p LEFT JOIN post_view w ON w.postId = p.id
              WHERE p.publishedAt >= ? GROUP BY p.employerId HAVING ads >= ? AND views >= ?) s
       JOIN employer e ON e.id = s.employerId`, [since, limits.ads, limits.views]);
  return rows.map((row) => ({
    employerId: row.employerId as string, regionCode: row.regionCode as string | null, ads: Number(row.ads), views: Number(row.views), arrivals: Number(row.arrivals),
    firstAdOn: chinaDay(row.firstAdAt as Date),
  }));
}

/** One flag a month for an employer. */
export async function raiseNoHireFlags(deps: Pick<Deps, "db" | "clock" | "newId">, found: readonly EmployerAdvertising[]): Promise<number> {
  if (found.length === 0) return 0;
  const month = deps.clock.today().slice(0, 7);
  const { count } = await deps.db.postFlag.createMany({
    skipDuplicates: true,
    data: found.map((one) => ({
      id: deps.newId(), kind: "NO_HIRE" as const, flagKey: `no-hire:${one.employerId}:${month}`, regionCode: supervisingRegion(one.regionCode), employerId: one.employerId,
      facts: { ads: one.ads, views: one.views, firstAdOn: one.firstAdOn }, raisedAt: deps.clock.now(),
    })),
  });
  return count;
}
