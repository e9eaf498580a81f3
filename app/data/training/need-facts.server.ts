import type { RowDataPacket } from "mysql2";
import { addDays, type Day } from "#app/domain/dates.ts";
import type { TrainingRecord } from "#app/domain/training/success.ts";
import type { Pool, Querier } from "#app/platform/database.server.ts";

/** Openings that are spoken for by post: offered to somebody, or waited for by somebody in training. */
export async function openingsSpokenFor(pool: Pool): Promise<Map<string, number>> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT postId, SUM(n) AS n FROM (
       SELECT postId, COUNT(*) AS n FROM job_match WHERE status = 'PROPOSED' GROUP BY postId UNION ALL
       SELECT x.postId, COUNT(*) FROM training_expectation x JOIN training_invitation i ON i.id = x.invitationId WHERE x.endedAt IS NULL AND i.state = 'ACCEPTED' GROUP BY x.postId) s
      GROUP BY postId`);
  return new Map(rows.map((row) => [row.postId as string, Number(row.n)]));
}

/** People who have been offered something, are in a class, or were asked into one and have not answered. */
export async function settledPersons(pool: Pool): Promise<Set<string>> {
  const lists = await Promise.all([
    "SELECT personId FROM job_match WHERE status = 'PROPOSED'", "SELECT personId FROM training_enrolment WHERE state IN ('WAITING', 'ENROLLED')",
    "SELECT i.personId FROM training_invitation i JOIN training_class k ON k.id = i.classId WHERE i.state = 'INVITED' AND k.state IN ('PLANNED', 'OPEN')",
  ].map((sql) => pool.query<RowDataPacket[]>({ sql, rowsAsArray: true } as never)));
  const settled = new Set<string>();
  for (const [rows] of lists) for (const row of rows) settled.add((row as unknown as string[])[0]!);
  return settled;
}

const YEARS_READ = 3;

/** What became of the trainings of the last three years in the province: assessments, and whether people who passed were at work `days` later. */
export async function readTrainingRecord(querier: Querier, days: number, today: Day): Promise<TrainingRecord> {
  const [[row]] = await querier.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS finished, SUM(e.state = 'PASSED') AS passed, SUM(e.state = 'PASSED' AND DATE_ADD(e.assessedOn, INTERVAL ? DAY) <= ?) AS looked,
            SUM(e.state = 'PASSED' AND DATE_ADD(e.assessedOn, INTERVAL ? DAY) <= ? AND EXISTS (
              SELECT 1 FROM placement_event a WHERE a.personId = e.personId AND a.kind = 'ON_THE_JOB' AND a.happenedOn <= DATE_ADD(e.assessedOn, INTERVAL ? DAY)
                 AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = a.id)
                 AND NOT EXISTS (SELECT 1 FROM placement_event z WHERE z.placementId = a.placementId AND z.kind = 'ENDED' AND z.happenedOn <= DATE_ADD(e.assessedOn, INTERVAL ? DAY)
                                   AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = z.id)))) AS employed
       FROM training_enrolment e WHERE e.state IN ('PASSED', 'FAILED') AND e.assessedOn >= ?`, [days, today, days, today, days, days, addDays(today, -365 * YEARS_READ)]);
  return { finished: Number(row?.finished ?? 0), passed: Number(row?.passed ?? 0), looked: Number(row?.looked ?? 0), employed: Number(row?.employed ?? 0) };
}
