import type { RowDataPacket } from "mysql2";
import { checkInByToken } from "#app/data/check-ins.server.ts";
import { agentAsks, AGENT_ASKS_AFTER_DAYS, AGENT_MAY_ASK_DAYS, answersTo, type CheckInAnswer, type CheckInKind } from "#app/domain/checkin/check-in.ts";
import { addDays, chinaDay, type Day, toDay } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

/** A question as anybody with the link may read it: the post and the employer, and nothing of the person. */
export interface AskedView {
  kind: CheckInKind;
  dueOn: Day;
  answered: boolean;
  post: { title: string; employerName: string } | null;
  answers: readonly CheckInAnswer[];
}

/** What stands behind a link; null for an unknown one and one that ran out alike. Reading changes nothing. */
export async function readCheckInLink(deps: Pick<Deps, "db" | "clock">, token: string): Promise<AskedView | null> {
  const checkIn = await checkInByToken(deps, token);
  if (!checkIn) return null;
  const { post } = checkIn.placement;
  return {
    kind: checkIn.kind, dueOn: toDay(checkIn.dueOn), answered: checkIn.answeredAt !== null, post: post && { title: post.title, employerName: post.employer.name },
    answers: answersTo(checkIn.kind),
  };
}

export interface PlacementCheckIn {
  id: string;
  kind: CheckInKind;
  dueOn: Day;
  /** the day that the answer is about */
  answeredOn: Day | null;
  answer: CheckInAnswer | null;
  answeredBy: Actor["role"] | null;
  /** never answered, and nobody asks any more */
  lapsed: boolean;
}

/** The questions that were asked of a placement, in order. */
export async function readPlacementCheckIns(deps: Pick<Deps, "db" | "clock">, placementId: string): Promise<PlacementCheckIn[]> {
  const today = deps.clock.today();
  const rows = await deps.db.checkIn.findMany({ where: { placementId }, orderBy: { dueOn: "asc" } });
  return rows.map((row) => ({
    id: row.id, kind: row.kind, dueOn: toDay(row.dueOn), answer: row.answer, answeredBy: row.answeredBy,
    answeredOn: row.answeredAt === null ? null : row.answer === "ARRIVED" || row.answer === "LEFT" ? toDay(row.answeredFor ?? row.answeredAt) : chinaDay(row.answeredAt),
    lapsed: row.answeredAt === null && today > addDays(toDay(row.dueOn), AGENT_MAY_ASK_DAYS),
  }));
}

export interface AgentCheckIn {
  id: string;
  kind: CheckInKind;
  dueOn: Day;
  bySms: boolean;
  nameMasked: string;
  home: Name;
  post: string | null;
  employerName: string | null;
  answers: readonly CheckInAnswer[];
}

const SHOWN = 200;

/** Whom a village agent is to ask in person: those no message reaches, and those who have not answered theirs. Oldest first, village by village; at most 200. */
export async function readAgentCheckIns(deps: Pick<Deps, "pool" | "clock">, actor: Actor): Promise<AgentCheckIn[]> {
  const today = deps.clock.today();
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT c.id, c.kind, c.dueOn, c.bySms, n.nameMasked, n.homeRegionCode, p.title AS post, e.name AS employerName
       FROM check_in c JOIN placement a ON a.id = c.placementId JOIN person n ON n.id = a.personId
       LEFT JOIN post p ON p.id = a.postId LEFT JOIN employer e ON e.id = p.employerId
      WHERE c.answeredAt IS NULL AND c.dueOn >= ? AND n.homeRegionCode LIKE ? AND (c.bySms = FALSE OR c.dueOn <= ?)
      ORDER BY n.homeRegionCode, c.dueOn, c.id LIMIT ?`,
    [addDays(today, -AGENT_MAY_ASK_DAYS), `${scopePrefix(actor.regionCode ?? "-")}%`, addDays(today, -AGENT_ASKS_AFTER_DAYS), SHOWN]);
  const homes = await regionPaths(deps.pool, rows.map((row) => row.homeRegionCode as string));
  return rows.map((row) => ({
    id: row.id as string, kind: row.kind as CheckInKind, dueOn: row.dueOn as Day, bySms: Boolean(row.bySms), nameMasked: row.nameMasked as string,
    home: homes.get(row.homeRegionCode as string) ?? { zh: "", en: "" }, post: row.post as string | null, employerName: row.employerName as string | null,
    answers: answersTo(row.kind as CheckInKind),
  })).filter((one) => agentAsks(one, today));
}
