import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { EmployerKind } from "#app/domain/employer/kind.ts";
import { EMPLOYER_STATUSES, type EmployerStatus } from "#app/domain/employer/status.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface BureauEmployer {
  id: string;
  name: string;
  creditCode: string | null;
  kind: EmployerKind;
  status: EmployerStatus;
  region: Name;
  verifiedAt: Date | null;
  reverifyBy: Day | null;
  overdue: boolean;
  openPosts: number;
}

export interface BureauEmployersView {
  counts: Record<EmployerStatus, number>;
  status: EmployerStatus | null;
  page: number;
  pageCount: number;
  employers: BureauEmployer[];
}

const PAGE_SIZE = 50;

/** Employers of an officer's region, those that wait or are due for another look first. */
export async function readBureauEmployers(
  deps: Pick<Deps, "pool" | "clock">,
  actor: Actor,
  query: { status: EmployerStatus | null; page: number; size?: number },
): Promise<BureauEmployersView> {
  const today = deps.clock.today();
  const { size = PAGE_SIZE } = query;
  const scope = actor.regionCode ?? "-";
  // one elsewhere or without a region is the province's to look at (supervisingRegion)
  const where = `(e.regionCode LIKE ?${scope === SHANXI ? " OR e.regionCode IS NULL OR e.regionCode NOT LIKE '14%'" : ""})`;
  const like = `${scopePrefix(scope)}%`;
  const [[groups], [rows]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT e.status, COUNT(*) AS employers FROM employer e WHERE ${where} GROUP BY e.status`, [like]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT e.id, e.name, e.creditCode, e.kind, e.status, e.regionCode, e.verifiedAt, e.reverifyBy,
              (SELECT COUNT(*) FROM post p WHERE p.employerId = e.id AND p.status = 'PUBLISHED' AND p.validUntil > ?) AS openPosts
         FROM employer e WHERE ${where} AND (? IS NULL OR e.status = ?)
        ORDER BY e.status = 'PENDING' DESC, COALESCE(e.reverifyBy, '9999-12-31'), e.name, e.id LIMIT ? OFFSET ?`,
      [today, like, query.status, query.status, size, (query.page - 1) * size]),
  ]);
  const counts = Object.fromEntries(EMPLOYER_STATUSES.map((status) => [status, Number(groups.find((row) => row.status === status)?.employers ?? 0)])) as Record<EmployerStatus, number>;
  const total = query.status ? counts[query.status] : EMPLOYER_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const names = await regionPaths(deps.pool, rows.flatMap((row) => (row.regionCode as string | null) ?? []));
  return {
    counts, status: query.status, page: query.page, pageCount: Math.max(1, Math.ceil(total / size)),
    employers: rows.map((row) => ({
      id: row.id as string, name: row.name as string, creditCode: row.creditCode as string | null, kind: row.kind as BureauEmployer["kind"],
      status: row.status as EmployerStatus, region: names.get(row.regionCode as string) ?? { zh: "", en: "" }, verifiedAt: row.verifiedAt as Date | null,
      reverifyBy: row.reverifyBy as Day | null, overdue: row.reverifyBy !== null && (row.reverifyBy as Day) < today, openPosts: Number(row.openPosts),
    })),
  };
}
