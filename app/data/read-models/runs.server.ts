import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { readRunResult, type StoredRunResult } from "#app/domain/matching/read-run-result.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface RunView {
  id: string;
  regionCode: string;
  region: Name;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
  /** called off while under way: its worker is about to stop */
  stopping: boolean;
  /** what the workers do just now; `terms.runPhase` names the usual ones */
  phase: string;
  done: number;
  total: number;
  asOf: Day;
  requestedAt: Date;
  requestedBy: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: string | null;
  result: StoredRunResult | null;
}

export interface RunPageView extends RunView {
  decisions: { status: string; matches: number }[];
  byStream: { stream: string; matches: number; meanScore: number }[];
  /** how many proposals reached each hundred of the score, 0–9 */
  scores: number[];
  /** the finished run of the same region before this one */
  previous: { id: string; requestedAt: Date; result: StoredRunResult } | null;
  /** some of those who were offered a post, for a bureau that acts for their homes */
  people: { personId: string; postId: string; nameMasked: string; home: Name; postTitle: string; score: number }[];
  /** the actor's region holds the run's, so they may call it off */
  inScope: boolean;
}

const PEOPLE_SHOWN = 20;

const COLUMNS = `r.id, r.regionCode, r.status, r.phase, r.progressDone, r.progressTotal, r.asOf, r.requestedAt, r.startedAt, r.finishedAt, r.error, r.result, r.cancelRequestedAt,
  u.displayName AS requestedBy`;

/** The newest runs first. */
export async function readRuns(deps: Pick<Deps, "pool">, limit = 50): Promise<RunView[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT ${COLUMNS} FROM match_run r LEFT JOIN user_account u ON u.id = r.requestedBy ORDER BY r.requestedAt DESC, r.id DESC LIMIT ?`, [limit]);
  const names = await regionNames(deps.pool, rows.map((row) => row.regionCode as string));
  return rows.map((row) => toView(row, names));
}

/** Everything the run's page shows; a look at the people in it is written to the audit. */
export async function readRunPage(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, runId: string, mostPeople = PEOPLE_SHOWN): Promise<RunPageView | null> {
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
  const [names, previous, people] = await Promise.all([regionNames(deps.pool, [row.regionCode as string]), readPrevious(deps, row), readPeople(deps, actor, row, mostPeople)]);
  return {
    ...toView(row, names),
    decisions: decisions.map((one) => ({ status: one.status as string, matches: Number(one.matches) })),
    byStream: streams.map((one) => ({ stream: one.stream as string, matches: Number(one.matches), meanScore: Math.round(Number(one.meanScore)) })),
    scores: Array.from({ length: 10 }, (_, band) => bands.get(band) ?? 0),
    previous, people, inScope: actsForRegion(actor, row.regionCode as string),
  };
}

async function readPrevious(deps: Pick<Deps, "pool">, run: RowDataPacket): Promise<RunPageView["previous"]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT id, requestedAt, result FROM match_run
      WHERE regionCode = ? AND status = 'DONE' AND (requestedAt, id) < (?, ?) ORDER BY requestedAt DESC, id DESC LIMIT 1`,
    [run.regionCode, run.requestedAt, run.id]);
  const result = rows[0] ? readRunResult(readJson(rows[0].result)) : null;
  return rows[0] && result ? { id: rows[0].id as string, requestedAt: rows[0].requestedAt as Date, result } : null;
}

async function readPeople(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, run: RowDataPacket, most: number): Promise<RunPageView["people"]> {
  if (actor.regionCode === null || run.status !== "DONE") return [];
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT m.personId, m.postId, m.score, n.nameMasked, n.homeCountyCode, p.title
       FROM job_match m JOIN person n ON n.id = m.personId JOIN post p ON p.id = m.postId
      WHERE m.runId = ? AND n.homeCountyCode LIKE ? ORDER BY m.personId LIMIT ?`, [run.id, `${scopePrefix(actor.regionCode)}%`, most]);
  if (rows.length === 0) return [];
  const homes = await regionNames(deps.pool, rows.map((row) => row.homeCountyCode as string));
  await writeAudit(deps, actor, { action: "see-run-people", subjectType: "matchRun", subjectId: run.id as string, outcome: "ok" });
  return rows.map((row) => ({
    personId: row.personId as string, postId: row.postId as string, nameMasked: row.nameMasked as string, postTitle: row.title as string, score: row.score as number,
    home: homes.get(row.homeCountyCode as string) ?? { zh: "", en: "" },
  }));
}

function toView(row: RowDataPacket, names: Map<string, Name>): RunView {
  return {
    id: row.id as string, regionCode: row.regionCode as string, region: names.get(row.regionCode as string) ?? { zh: "", en: "" },
    status: row.status as RunView["status"], stopping: row.status === "RUNNING" && row.cancelRequestedAt !== null,
    phase: row.phase as string, done: row.progressDone as number, total: row.progressTotal as number,
    asOf: row.asOf as Day, requestedAt: row.requestedAt as Date, requestedBy: row.requestedBy as string | null, startedAt: row.startedAt as Date | null,
    finishedAt: row.finishedAt as Date | null, error: row.error as string | null, result: readRunResult(readJson(row.result)),
  };
}
