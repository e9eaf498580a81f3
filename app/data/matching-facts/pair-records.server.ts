import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import { isMemberFor, isMonitored } from "#app/domain/matching/assess.ts";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import type { LastHolder } from "#app/domain/matching/one-step.ts";
import type { MatchStatus, PairRecords, RunGap } from "#app/domain/matching/why.ts";
import { cityOf, provinceOf } from "#app/domain/region/codes.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPersonFacts } from "./person-facts.server.ts";

/** Somebody else who has been offered a post, or has accepted it and still holds its place. */
export interface HolderRow extends LastHolder {
  personId: string;
  nameMasked: string;
  homeCountyCode: string;
  status: MatchStatus;
  open: boolean;
  facts: PersonFacts;
}

export interface RecordsOfPair {
  pair: PairRecords;
  holders: HolderRow[];
  run: { id: string; requestedAt: Date } | null;
  declineReason: string | null;
  /** `score` null for a post that the person found themselves */
  other: { postId: string; score: number | null; status: MatchStatus } | null;
}

const HOLDERS_READ = 500;

/** What matches, placements and runs say of a person and a post, other people's claims to the post included. */
export async function pairRecords(deps: Pick<Deps, "pool" | "crypto">, person: PersonFacts, post: PostFacts, asOf: Day): Promise<RecordsOfPair> {
  const { pool } = deps;
  const run = await latestRun(pool, person.homeCountyCode);
  const [own, other, notInRun, holders] = await Promise.all([
    ownMatch(pool, person.id, post.id), otherMatch(pool, person.id, post.id, run?.id ?? null), runGap(pool, person.id, post.id, run), readHolders(deps, person, post, asOf),
  ]);
  return {
    pair: { stream: post.stream, monitored: isMonitored(person), member: isMemberFor(person, post), own: own?.status ?? null, other: null, notInRun, openingsLeft: post.openingsLeft, holders },
    holders, run, declineReason: own?.status === "DECLINED" ? own.declineReason : null, other,
  };
}

interface FinishedRun {
  id: string;
  requestedAt: Date;
  startedAt: Date;
}

/** The newest finished run over a region that holds the county. */
async function latestRun(pool: Pool, countyCode: string): Promise<FinishedRun | null> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT id, requestedAt, COALESCE(startedAt, requestedAt) AS startedAt FROM match_run
      WHERE status = 'DONE' AND regionCode IN (?) ORDER BY requestedAt DESC, id DESC LIMIT 1`, [[countyCode, cityOf(countyCode), provinceOf(countyCode)]]);
  return (rows[0] as FinishedRun | undefined) ?? null;
}

async function ownMatch(pool: Pool, personId: string, postId: string): Promise<{ status: MatchStatus; declineReason: string | null } | null> {
  const [[matches], [placements]] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT status, declineReason FROM job_match WHERE personId = ? AND postId = ? ORDER BY proposedAt DESC, id DESC LIMIT 1", [personId, postId]),
    pool.query<RowDataPacket[]>("SELECT id FROM placement WHERE activeKey = ? AND postId = ?", [personId, postId]),
  ]);
  if (placements.length > 0) return { status: "ACCEPTED", declineReason: null };
  const match = matches[0] as { status: MatchStatus; declineReason: string | null } | undefined;
  // accepted once, and over since
  return match === undefined || match.status === "ACCEPTED" ? null : match;
}

/** The job under way, else the open proposal, else what the latest run offered; this post's own left aside. */
async function otherMatch(pool: Pool, personId: string, postId: string, runId: string | null): Promise<RecordsOfPair["other"]> {
  const [[active], [matches]] = await Promise.all([
    pool.query<RowDataPacket[]>(
      "SELECT a.postId, m.score FROM placement a LEFT JOIN job_match m ON m.id = a.matchId WHERE a.activeKey = ? AND a.postId <> ?", [personId, postId]),
    pool.query<RowDataPacket[]>(
      `SELECT postId, score, status FROM job_match WHERE personId = ? AND postId <> ? AND (status = 'PROPOSED' OR runId = ?)
        ORDER BY status = 'PROPOSED' DESC, proposedAt DESC LIMIT 1`, [personId, postId, runId]),
  ]);
  if (active[0]) return { postId: active[0].postId as string, score: active[0].score as number | null, status: "ACCEPTED" };
  const match = matches[0];
  return match ? { postId: match.postId as string, score: match.score as number, status: match.status as MatchStatus } : null;
}

async function runGap(pool: Pool, personId: string, postId: string, run: FinishedRun | null): Promise<RunGap | null> {
  if (run === null) return "no-run";
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT n.recordedAt > ? AS personNew,
            n.updatedAt > ? OR COALESCE((SELECT w.updatedAt FROM wish w WHERE w.personId = n.id) > ?, FALSE) OR
              EXISTS (SELECT 1 FROM certificate c WHERE c.personId = n.id AND c.recordedAt > ?) AS personChanged,
            GREATEST(COALESCE(p.publishedAt, p.recordedAt), p.updatedAt) > ? AS postNew
       FROM person n JOIN post p ON p.id = ? WHERE n.id = ?`,
    [run.startedAt, run.startedAt, run.startedAt, run.startedAt, run.startedAt, postId, personId]);
  const row = rows[0];
  if (row?.personNew) return "person-new";
  if (row?.postNew) return "post-new";
  return row?.personChanged ? "person-changed" : null;
}

async function readHolders(deps: Pick<Deps, "pool" | "crypto">, person: PersonFacts, post: PostFacts, asOf: Day): Promise<HolderRow[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT m.personId, m.score, m.status, n.nameMasked FROM job_match m JOIN person n ON n.id = m.personId
      WHERE m.postId = ? AND m.personId <> ?
        AND (m.status = 'PROPOSED' OR (m.status = 'ACCEPTED' AND EXISTS (SELECT 1 FROM placement a WHERE a.matchId = m.id AND a.activeKey IS NOT NULL)))
      ORDER BY m.score DESC, m.id LIMIT ?`, [post.id, person.id, HOLDERS_READ]);
  const persons = await loadPersonFacts(deps, rows.map((row) => row.personId as string), asOf);
  return rows.flatMap((row) => {
    const facts = persons.get(row.personId as string);
    if (!facts) return [];
    return [{
      personId: facts.id, nameMasked: row.nameMasked as string, homeCountyCode: facts.homeCountyCode, score: row.score as number,
      status: row.status as MatchStatus, open: row.status === "PROPOSED", monitored: isMonitored(facts), member: isMemberFor(facts, post), facts,
    }];
  });
}
