import type { RowDataPacket } from "mysql2";
import { REPORT_STATUSES, type ReportReason, type ReportStatus } from "#app/domain/post/report.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface BureauReport {
  id: string;
  postId: string;
  title: string;
  employerName: string;
  place: Name;
  reason: ReportReason;
  detail: string | null;
  status: ReportStatus;
  recordedAt: Date;
  /** reports on the same post, this one included */
  onPost: number;
}

export interface BureauReportsView {
  counts: Record<ReportStatus, number>;
  status: ReportStatus | null;
  page: number;
  pageCount: number;
  reports: BureauReport[];
}

const PAGE_SIZE = 50;

/** Reports on posts of an officer's region, undecided ones first, then the newest. Posts outside the province are the province's to look at. */
export async function readBureauReports(deps: Pick<Deps, "pool">, actor: Actor, query: { status: ReportStatus | null; page: number; size?: number }): Promise<BureauReportsView> {
  const scope = actor.regionCode ?? "-";
  const { size = PAGE_SIZE } = query;
  const where = `(r.countyCode LIKE ?${scope === SHANXI ? " OR r.countyCode NOT LIKE '14%'" : ""})`;
  const like = `${scopePrefix(scope)}%`;
  const [[groups], [rows]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT r.status, COUNT(*) AS reports FROM post_report r WHERE ${where} GROUP BY r.status`, [like]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT r.id, r.postId, r.countyCode, r.reason, r.detail, r.status, r.recordedAt, p.title, e.name AS employerName,
              (SELECT COUNT(*) FROM post_report o WHERE o.postId = r.postId) AS onPost
         FROM post_report r JOIN post p ON p.id = r.postId JOIN employer e ON e.id = p.employerId
        WHERE ${where} AND (? IS NULL OR r.status = ?)
        ORDER BY r.status = 'OPEN' DESC, r.recordedAt DESC, r.id LIMIT ? OFFSET ?`,
      [like, query.status, query.status, size, (query.page - 1) * size]),
  ]);
  const counts = Object.fromEntries(REPORT_STATUSES.map((status) => [status, Number(groups.find((row) => row.status === status)?.reports ?? 0)])) as Record<ReportStatus, number>;
  const total = query.status ? counts[query.status] : REPORT_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const places = await regionPaths(deps.pool, rows.map((row) => row.countyCode as string));
  return {
    counts, status: query.status, page: query.page, pageCount: Math.max(1, Math.ceil(total / size)),
    reports: rows.map((row) => ({ ...(row as unknown as BureauReport), place: places.get(row.countyCode as string) ?? { zh: "", en: "" }, onPost: Number(row.onPost) })),
  };
}
