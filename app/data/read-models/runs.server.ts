import type { RowDataPacket } from "mysql2";
import { z } from "zod";
import type { Day } from "#app/domain/dates.ts";
import { STREAMS } from "#app/domain/terms.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";

const resultSchema = z.object({
  seekers: z.number(),
  posts: z.number(),
  openings: z.number(),
  pairs: z.number(),
  seconds: z.number(),
  proposals: z.number(),
  skipped: z.number(),
  stages: z.array(z.object({ streams: z.array(z.enum(STREAMS)), considered: z.number(), pairs: z.number(), assigned: z.number() })),
});
export type RunResult = z.infer<typeof resultSchema>;

export interface RunView {
  id: string;
  regionCode: string;
  region: Name;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED";
  /** queued, facts, stage-1 … stage-3, write, done */
  phase: string;
  done: number;
  total: number;
  asOf: Day;
  requestedAt: Date;
  requestedBy: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: string | null;
  result: RunResult | null;
}

export interface RunPageView extends RunView {
  decisions: { status: string; matches: number }[];
  byStream: { stream: string; matches: number; meanScore: number }[];
  /** how many proposals reached each hundred of the score, 0–9 */
  scores: number[];
}

const COLUMNS = `r.id, r.regionCode, r.status, r.phase, r.progressDone, r.progressTotal, r.asOf, r.requestedAt, r.startedAt, r.finishedAt, r.error, r.result,
  u.displayName AS requestedBy`;

/** The newest runs first. */
export async function readRuns(deps: Pick<Deps, "pool">, limit = 50): Promise<RunView[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT ${COLUMNS} FROM match_run r LEFT JOIN user_account u ON u.id = r.requestedBy ORDER BY r.requestedAt DESC, r.id DESC LIMIT ?`, [limit]);
  const names = await regionNames(deps.pool, rows.map((row) => row.regionCode as string));
  return rows.map((row) => toView(row, names));
}

export async function readRunPage(deps: Pick<Deps, "pool">, runId: string): Promise<RunPageView | null> {
  const [[rows], [decisions], [streams], [scores]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT ${COLUMNS} FROM match_run r LEFT JOIN user_account u ON u.id = r.requestedBy WHERE r.id = ?`, [runId]),
    deps.pool.query<RowDataPacket[]>("SELECT status, COUNT(*) AS matches FROM job_match WHERE runId = ? GROUP BY status ORDER BY status", [runId]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT p.stream, COUNT(*) AS matches, AVG(m.score) AS meanScore FROM job_match m JOIN post p ON p.id = m.postId
        WHERE m.runId = ? GROUP BY p.stream ORDER BY p.stream`, [runId]),
    deps.pool.query<RowDataPacket[]>("SELECT LEAST(FLOOR(score / 100), 9) AS band, COUNT(*) AS matches FROM job_match WHERE runId = ? GROUP BY band", [runId]),
  ]);
  const row = rows[0];
  if (!row) return null;
  const bands = new Map(scores.map((one) => [Number(one.band), Number(one.matches)]));
  return {
    ...toView(row, await regionNames(deps.pool, [row.regionCode as string])),
    decisions: decisions.map((one) => ({ status: one.status as string, matches: Number(one.matches) })),
    byStream: streams.map((one) => ({ stream: one.stream as string, matches: Number(one.matches), meanScore: Math.round(Number(one.meanScore)) })),
    scores: Array.from({ length: 10 }, (_, band) => bands.get(band) ?? 0),
  };
}

function toView(row: RowDataPacket, names: Map<string, Name>): RunView {
  const result = row.result === null ? null : resultSchema.safeParse(readJson(row.result));
  return {
    id: row.id as string, regionCode: row.regionCode as string, region: names.get(row.regionCode as string) ?? { zh: "", en: "" },
    status: row.status as RunView["status"], phase: row.phase as string, done: row.progressDone as number, total: row.progressTotal as number,
    asOf: row.asOf as Day, requestedAt: row.requestedAt as Date, requestedBy: row.requestedBy as string | null, startedAt: row.startedAt as Date | null,
    finishedAt: row.finishedAt as Date | null, error: row.error as string | null, result: result?.success ? result.data : null,
  };
}
