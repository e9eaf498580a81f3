import type { RowDataPacket } from "mysql2";
import { type HiringState, sharesContact } from "#app/domain/hiring/steps.ts";
import type { Stream } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Querier, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readJson } from "#app/platform/database.server.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";

/** Somebody else wrote in between; the caller reads again and decides again. */
export class InquiryMovedError extends Error {
  constructor() {
    super("the thread has a newer message");
    this.name = "InquiryMovedError";
  }
}

export interface Touch {
  stream: Stream;
  postTitle: string;
  employerName: string;
  countyCode: string;
  /** offered, invited, hired or at work: they may ask */
  inTouch: boolean;
  /** name and telephone are open to either side already */
  contactOpen: boolean;
}

/** What a person and a post have to do with each other; null when there is no such post. */
export async function touchOf(querier: Querier, postId: string, personId: string): Promise<Touch | null> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT p.stream, p.title, p.countyCode, e.name AS employerName, e.status AS employerStatus,
            EXISTS (SELECT 1 FROM job_match m WHERE m.postId = p.id AND m.personId = ? AND m.status = 'PROPOSED') AS offered,
            EXISTS (SELECT 1 FROM placement a WHERE a.postId = p.id AND a.personId = ? AND a.activeKey IS NOT NULL) AS placed,
            (SELECT GROUP_CONCAT(DISTINCT h.state) FROM hiring h WHERE h.postId = p.id AND h.personId = ?) AS states
       FROM post p JOIN employer e ON e.id = p.employerId WHERE p.id = ? AND p.status NOT IN ('DRAFT', 'BLOCKED')`, [personId, personId, personId, postId]);
  const row = rows[0];
  if (!row) return null;
  const states = ((row.states as string | null)?.split(",") ?? []) as HiringState[];
  const over = (state: HiringState) => state === "DECLINED" || state === "CLOSED";
  return {
    stream: row.stream as Stream, postTitle: row.title as string, employerName: row.employerName as string, countyCode: row.countyCode as string,
    inTouch: Boolean(row.offered) || Boolean(row.placed) || states.some((state) => !over(state)),
    contactOpen: row.employerStatus === "APPROVED" && (Boolean(row.placed) || states.some(sharesContact)),
  };
}

export interface Message {
  seq: number;
  saidByRole: Actor["role"];
  fromPerson: boolean;
  codes: string[];
  text: string | null;
  recordedAt: Date;
}

/** A thread's messages in order. */
export async function loadMessages(querier: Querier, inquiryId: string): Promise<Message[]> {
  const [rows] = await querier.query<RowDataPacket[]>("SELECT seq, saidByRole, codes, text, recordedAt FROM inquiry_message WHERE inquiryId = ? ORDER BY seq", [inquiryId]);
  return rows.map((row) => ({
    seq: row.seq as number, saidByRole: row.saidByRole as Actor["role"], fromPerson: row.saidByRole === "SEEKER", codes: readJson(row.codes) as string[],
    text: row.text as string | null, recordedAt: row.recordedAt as Date,
  }));
}

interface Words {
  codes: readonly string[];
  text: string;
}

/** Writes a message behind the one the caller has read; a thread that has moved on throws InquiryMovedError. Gives its number. */
export async function addMessage(deps: Pick<Deps, "clock">, tx: Tx, actor: Actor, thread: { id: string; lastSeq: number; waitingSince: Date | null }, { codes, text }: Words): Promise<number> {
  const now = deps.clock.now();
  const asks = actor.role === "SEEKER";
  const seq = thread.lastSeq + 1;
  const moved = await tx.inquiry.updateMany({
    where: { id: thread.id, lastSeq: thread.lastSeq },
    data: { lastSeq: seq, updatedAt: now, waitingSince: asks ? (thread.waitingSince ?? now) : null, ...(asks && thread.waitingSince !== null ? {} : { remindedAt: null }) },
  });
  if (moved.count !== 1) throw new InquiryMovedError();
  const waitedMinutes = !asks && thread.waitingSince !== null ? Math.max(0, Math.round((now.getTime() - thread.waitingSince.getTime()) / 60_000)) : null;
  await tx.inquiryMessage.create({ data: { inquiryId: thread.id, seq, saidByRole: actor.role, saidByUserId: actor.userId, codes: [...codes], text: text || null, waitedMinutes, recordedAt: now } });
  return seq;
}

/** Which threads somebody who answers may read: an employer its own posts', an officer those of welfare and workfare posts in their region. */
export function answerableBy(actor: Actor): { sql: string; params: unknown[] } | null {
  if (actor.role === "EMPLOYER" && actor.employerId !== null) return { sql: "i.toBureau = FALSE AND p.employerId = ?", params: [actor.employerId] };
  if ((actor.role === "OFFICER" || actor.role === "ADMIN") && actor.regionCode !== null) {
    const all = actor.regionCode === SHANXI;
    return { sql: `i.toBureau = TRUE AND ${all ? "TRUE" : "p.countyCode LIKE ?"}`, params: all ? [] : [`${scopePrefix(actor.regionCode)}%`] };
  }
  return null;
}

export interface Thread {
  id: string;
  postId: string;
  personId: string;
  toBureau: boolean;
  lastSeq: number;
  waitingSince: Date | null;
  employerStatus: string;
}

/** A thread, for whoever answers it; null for everybody else. */
export async function findAnswerable(querier: Querier, actor: Actor, inquiryId: string): Promise<Thread | null> {
  const scope = answerableBy(actor);
  if (scope === null) return null;
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT i.id, i.postId, i.personId, i.toBureau, i.lastSeq, i.waitingSince, e.status AS employerStatus
       FROM inquiry i JOIN post p ON p.id = i.postId JOIN employer e ON e.id = p.employerId WHERE i.id = ? AND ${scope.sql}`, [inquiryId, ...scope.params]);
  return rows[0] ? { ...(rows[0] as unknown as Thread), toBureau: Boolean(rows[0].toBureau) } : null;
}

/** How many threads wait for an answer of somebody who answers. */
export async function countWaiting(querier: Querier, actor: Actor): Promise<number> {
  const scope = answerableBy(actor);
  if (scope === null) return 0;
  const [rows] = await querier.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM inquiry i JOIN post p ON p.id = i.postId WHERE i.waitingSince IS NOT NULL AND ${scope.sql}`, scope.params);
  return Number(rows[0]?.n ?? 0);
}
