import type { RowDataPacket } from "mysql2";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { type CategoryRow, openCategory } from "#app/data/person-status.ts";
import { chinaDay, type Day, isInRange } from "#app/domain/dates.ts";
import type { Reason } from "#app/domain/matching/facts.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { ACTIVE_STATES, type PlacementState } from "#app/domain/placement/types.ts";
import { MONITORED_CATEGORIES, type PlaceClass, type Stream } from "#app/domain/terms.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, occupationNames, regionPaths } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";
import { nameReasons, type NamedReason, readReasons } from "./reasons.server.ts";

export interface MatchView {
  id: string;
  runId: string;
  score: number;
  status: "PROPOSED" | "ACCEPTED" | "DECLINED" | "SUPERSEDED" | "LAPSED";
  declineReason: string | null;
  proposedAt: Date;
  decidedAt: Date | null;
  reasons: NamedReason[];
  post: PostCardView;
}

export interface PlacementSummary {
  id: string;
  state: PlacementState;
  rung: number;
  stream: Stream;
  placeClass: PlaceClass;
  arrivedOn: Day | null;
  endedOn: Day | null;
  post: PostCardView | null;
  region: Name;
}

export interface MyWorkView {
  person: { id: string; nameMasked: string; home: Name; birthYear: number; canLeave: boolean };
  wish: {
    seeking: boolean; occupationCodes: string[]; occupations: Name[]; minWageFen: number; needsHousing: boolean; maxDistanceKm: number | null;
    willInProvince: boolean; willOutOfProvince: boolean; willOverseas: boolean; availableFrom: Day;
  } | null;
  certificates: { id: string; occupation: Name; kind: string; level: string | null; expiresOn: Day | null; verification: string }[];
  proposal: MatchView | null;
  earlier: MatchView[];
  placements: PlacementSummary[];
}

/** The job a person has said yes to and that has not ended; undefined where there is none. */
export function underWay<P extends Pick<PlacementSummary, "state">>(placements: readonly P[]): P | undefined {
  return placements.find((one) => ACTIVE_STATES.includes(one.state));
}

/** What a person sees of their own: the open proposal, earlier ones, placements, wish and certificates. */
export async function readMyWork(deps: Pick<Deps, "pool" | "crypto">, personId: string): Promise<MyWorkView | null> {
  const [[persons], [wishes], [certificates], [matches], placements] = await Promise.all([
    deps.pool.query<RowDataPacket[]>("SELECT id, nameMasked, homeRegionCode, birthDate, canLeave FROM person WHERE id = ?", [personId]),
    deps.pool.query<RowDataPacket[]>("SELECT * FROM wish WHERE personId = ?", [personId]),
    deps.pool.query<RowDataPacket[]>("SELECT id, occupationCode, kind, level, expiresOn, verification FROM certificate WHERE personId = ? ORDER BY issuedOn DESC", [personId]),
    deps.pool.query<RowDataPacket[]>("SELECT * FROM job_match WHERE personId = ? ORDER BY proposedAt DESC LIMIT 21", [personId]),
    readPlacements(deps.pool, personId),
  ]);
  const person = persons[0];
  if (!person) return null;
  const wish = wishes[0];
  const wished = wish ? (readJson(wish.occupationCodes) as string[]) : [];
  const [paths, occupations, views] = await Promise.all([
    regionPaths(deps.pool, [person.homeRegionCode as string]),
    occupationNames(deps.pool, [...wished, ...certificates.map((one) => one.occupationCode as string)]),
    toMatchViews(deps, personId, matches),
  ]);
  const unknown = { zh: "", en: "" };
  return {
    person: {
      id: personId, nameMasked: person.nameMasked as string, home: paths.get(person.homeRegionCode as string) ?? unknown,
      birthYear: Number((person.birthDate as Day).slice(0, 4)), canLeave: Boolean(person.canLeave),
    },
    wish: wish === undefined ? null : {
      seeking: Boolean(wish.seeking), occupationCodes: wished, occupations: wished.map((code) => occupations.get(code) ?? { zh: code, en: code }),
      minWageFen: wish.minWageFen as number, needsHousing: Boolean(wish.needsHousing), maxDistanceKm: wish.maxDistanceKm as number | null,
      willInProvince: Boolean(wish.willInProvince), willOutOfProvince: Boolean(wish.willOutOfProvince), willOverseas: Boolean(wish.willOverseas),
      availableFrom: wish.availableFrom as Day,
    },
    certificates: certificates.map((one) => ({
      id: one.id as string, occupation: occupations.get(one.occupationCode as string) ?? unknown, kind: one.kind as string,
      level: one.level as string | null, expiresOn: one.expiresOn as Day | null, verification: one.verification as string,
    })),
    proposal: views.find((one) => one.status === "PROPOSED") ?? null,
    earlier: views.filter((one) => one.status !== "PROPOSED"),
    placements,
  };
}

export interface SuitingView {
  post: PostCardView;
  score: number;
  reasons: NamedReason[];
}

/** Posts that have been found to suit a person, with the reasons in words. */
export async function readSuiting(pool: Pool, found: readonly { postId: string; score: number; reasons: Reason[] }[]): Promise<SuitingView[]> {
  const [cards, reasons] = await Promise.all([loadPostCards(pool, found.map((one) => one.postId)), nameReasons(pool, found.map((one) => one.reasons), "own")]);
  return found.flatMap((one, at) => {
    const post = cards.get(one.postId);
    return post ? [{ post, score: one.score, reasons: reasons[at] ?? [] }] : [];
  });
}

/** On which days the person was monitored: kept with no match, and a reason of each of those days. */
async function whenMonitored({ pool, crypto }: Pick<Deps, "pool" | "crypto">, personId: string): Promise<(day: Day) => boolean> {
  const [rows] = await pool.query<(RowDataPacket & CategoryRow & { validFrom: Day; validTo: Day | null })[]>("SELECT id, kind, kindEnc, validFrom, validTo FROM person_category WHERE personId = ?", [personId]);
  const monitored = rows.filter((row) => MONITORED_CATEGORIES.includes(openCategory({ crypto }, row)));
  return (day) => monitored.some(({ validFrom, validTo }) => isInRange(day, validFrom, validTo));
}

async function toMatchViews(deps: Pick<Deps, "pool" | "crypto">, personId: string, rows: RowDataPacket[]): Promise<MatchView[]> {
  const { pool } = deps;
  const monitoredOn = await whenMonitored(deps, personId);
  const reasonsOf = (row: RowDataPacket): Reason[] => [...readReasons(row.reasons), ...(monitoredOn(chinaDay(row.proposedAt as Date)) ? [{ code: "monitored-first" as const }] : [])];
  const [cards, reasons] = await Promise.all([loadPostCards(pool, rows.map((row) => row.postId as string)), nameReasons(pool, rows.map(reasonsOf), "own")]);
  return rows.flatMap((row, index) => {
    const post = cards.get(row.postId as string);
    if (!post) return [];
    return [{
      id: row.id as string, runId: row.runId as string, score: row.score as number, status: row.status as MatchView["status"],
      declineReason: row.declineReason as string | null, proposedAt: row.proposedAt as Date, decidedAt: row.decidedAt as Date | null,
      reasons: reasons[index] ?? [], post,
    }];
  });
}

async function readPlacements(pool: Pool, personId: string): Promise<PlacementSummary[]> {
  const [[rows], ledger] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT id, postId, stream, placeClass, workRegionCode FROM placement WHERE personId = ? ORDER BY id DESC", [personId]),
    loadEventsOfPersons(pool, [personId]),
  ]);
  const [cards, regions] = await Promise.all([
    loadPostCards(pool, rows.flatMap((row) => (row.postId as string | null) ?? [])),
    regionPaths(pool, rows.map((row) => row.workRegionCode as string)),
  ]);
  return rows.map((row) => {
    const { state, rung, arrivedOn, endedOn } = viewPlacement(ledger.get(personId)?.get(row.id as string) ?? []);
    return {
      id: row.id as string, state, rung, arrivedOn, endedOn, stream: row.stream as Stream, placeClass: row.placeClass as PlaceClass,
      post: cards.get(row.postId as string) ?? null, region: regions.get(row.workRegionCode as string) ?? { zh: "", en: "" },
    };
  });
}
