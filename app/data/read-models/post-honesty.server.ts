import type { RowDataPacket } from "mysql2";
import { chinaDay, type Day, toDate, addDays } from "#app/domain/dates.ts";
import { usualAnswerDays } from "#app/domain/inquiry/inquiry.ts";
import { recheckState } from "#app/domain/employer/supervision.ts";
import { type Honesty, honestyOf } from "#app/domain/post/honesty.ts";
import type { ReportStatus } from "#app/domain/post/report.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Reports of problems and of pay older than this have no say. */
const LOOK_BACK_DAYS = 365;
/** Arrivals at an employer are counted up to here: the page is asked for often. */
const MOST_COUNTED = 1_000;
/** An arrival that stands: said and not taken back. */
const ARRIVED = `EXISTS (SELECT 1 FROM placement_event v WHERE v.placementId = a.id AND v.kind = 'ON_THE_JOB'
  AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.placementId = a.id AND r.reversesId = v.id))`;

/** The honest-ad score of a post with what it is made of; null when there is no such post. */
export async function readHonesty(deps: Pick<Deps, "pool" | "clock">, postId: string): Promise<Honesty | null> {
  const today = deps.clock.today();
  const since = toDate(addDays(today, -LOOK_BACK_DAYS));
  const [[rows], [atEmployer], [paid], [reports], [cases]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT p.openings, p.filled, p.monthlyMinFen, p.publishedAt, p.confirmedAt, p.recordedAt, e.status, e.verifiedAt, e.reverifyBy,
              (SELECT COUNT(*) FROM placement a WHERE a.postId = p.id AND ${ARRIVED}) AS arrived
         FROM post p JOIN employer e ON e.id = p.employerId WHERE p.id = ?`, [postId]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM post p JOIN post o ON o.employerId = p.employerId JOIN placement a ON a.postId = o.id
         WHERE p.id = ? AND ${ARRIVED} LIMIT ${MOST_COUNTED}) counted`, [postId]),
    deps.pool.query<RowDataPacket[]>("SELECT MIN(monthlyFen) AS monthlyFen FROM pay_report WHERE postId = ? AND recordedAt >= ? GROUP BY placementId", [postId, since]),
    // one visitor who ticks every reason is still one visitor
    deps.pool.query<RowDataPacket[]>("SELECT status, COUNT(DISTINCT reporterKey) AS n FROM post_report WHERE postId = ? AND recordedAt >= ? GROUP BY status", [postId, since]),
    // unpaid wages are the employer's doing at whichever of its posts
    deps.pool.query<RowDataPacket[]>(
      `SELECT COALESCE(SUM(c.kind IN ('NOT_PAID', 'PART_PAID')), 0) AS wages, COALESCE(SUM(c.kind = 'MESSAGE' AND c.raisedBy = 'SEEKER' AND c.postId = p.id), 0) AS messages
         FROM post p JOIN post o ON o.employerId = p.employerId JOIN care_case c ON c.postId = o.id
        WHERE p.id = ? AND c.outcome = 'UPHELD' AND c.closedAt >= ?`, [postId, since]),
  ]);
  const row = rows[0];
  if (!row) return null;
  const counted = (status: ReportStatus) => Number(reports.find((one) => one.status === status)?.n ?? 0);
  const first = (row.publishedAt ?? row.recordedAt) as Date;
  const approved = row.status === "APPROVED" && row.verifiedAt !== null;
  return honestyOf({
    asOf: today,
    employer: !approved ? "unverified" : recheckState(row.reverifyBy as Day | null, today) === "overdue" ? "overdue" : "verified",
    openings: row.openings as number, filled: row.filled as number, arrived: Number(row.arrived), arrivedAtEmployer: Number(atEmployer[0]?.n ?? 0),
    advertisedFen: row.monthlyMinFen as number | null, paidFen: paid.map((one) => Number(one.monthlyFen)),
    wagesUpheld: Number(cases[0]?.wages ?? 0), reportsOpen: counted("OPEN"), reportsUpheld: counted("UPHELD") + Number(cases[0]?.messages ?? 0),
    firstPublishedOn: chinaDay(first), confirmedOn: chinaDay((row.confirmedAt ?? first) as Date),
  });
}

export interface AnswerHabit {
  asked: number;
  answered: number;
  /** within how many days half of the answers came; null while there are too few */
  days: number | null;
}

/** How an employer answers people's questions, over a year; unscored, as a fact beside the score. */
export async function readAnswerHabit(deps: Pick<Deps, "pool" | "clock">, postId: string): Promise<AnswerHabit> {
  const since = toDate(addDays(deps.clock.today(), -LOOK_BACK_DAYS));
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT i.id, (SELECT MIN(m.waitedMinutes) FROM inquiry_message m WHERE m.inquiryId = i.id AND m.waitedMinutes IS NOT NULL) AS waited
       FROM post p JOIN post o ON o.employerId = p.employerId JOIN inquiry i ON i.postId = o.id
      WHERE p.id = ? AND i.toBureau = FALSE AND i.recordedAt >= ? LIMIT ${MOST_COUNTED}`, [postId, since]);
  const waited = rows.flatMap((row) => (row.waited === null ? [] : Number(row.waited)));
  return { asked: rows.length, answered: waited.length, days: usualAnswerDays(waited) };
}
