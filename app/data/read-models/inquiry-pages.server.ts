import type { RowDataPacket } from "mysql2";
import { answerableBy, findAnswerable, loadMessages, type Message, touchOf } from "#app/data/inquiries.server.ts";
import { ANSWERS, ASK_CODES, type AskCode, REMIND_AFTER_HOURS } from "#app/domain/inquiry/inquiry.ts";
import type { Actor } from "#app/platform/actor.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

export interface ThreadLine {
  id: string;
  postId: string;
  title: string;
  employerName: string;
  /** null where the person's name is not open to whoever reads */
  nameMasked: string | null;
  waitingSince: Date | null;
  overdue: boolean;
  updatedAt: Date;
}

const SHOWN = 100;
const LINE = "SELECT i.id, i.postId, i.personId, i.waitingSince, i.updatedAt, p.title, e.name AS employerName FROM inquiry i JOIN post p ON p.id = i.postId JOIN employer e ON e.id = p.employerId";

/** A person's threads, newest word first; at most 100. */
export async function readMyQuestions(deps: Pick<Deps, "pool" | "clock">, personId: string): Promise<ThreadLine[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(`${LINE} WHERE i.personId = ? ORDER BY i.updatedAt DESC, i.id LIMIT ?`, [personId, SHOWN]);
  return rows.map((row) => toLine(deps, row));
}

/** The threads that an employer or a bureau answers: those that wait first, the longest wait on top; at most 100 unless more are asked for. */
export async function readQuestions(deps: Pick<Deps, "pool" | "clock">, actor: Actor, most = SHOWN): Promise<ThreadLine[]> {
  const scope = answerableBy(actor);
  if (scope === null) return [];
  const [rows] = await deps.pool.query<RowDataPacket[]>(`${LINE} WHERE ${scope.sql} ORDER BY i.waitingSince IS NULL, i.waitingSince, i.updatedAt DESC, i.id LIMIT ?`, [...scope.params, most]);
  return rows.map((row) => toLine(deps, row));
}

function toLine({ clock }: Pick<Deps, "clock">, row: RowDataPacket): ThreadLine {
  const waitingSince = row.waitingSince as Date | null;
  return {
    id: row.id as string, postId: row.postId as string, title: row.title as string, employerName: row.employerName as string, nameMasked: null, waitingSince, updatedAt: row.updatedAt as Date,
    overdue: waitingSince !== null && clock.now().getTime() - waitingSince.getTime() >= REMIND_AFTER_HOURS * 3_600_000,
  };
}

export interface MyThread {
  post: PostCardView;
  inquiryId: string | null;
  byBureau: boolean;
  waiting: boolean;
  /** whether they are still in touch with the post, so that more can be asked */
  open: boolean;
  contactOpen: boolean;
  codes: readonly AskCode[];
  messages: Message[];
}

/** A person's thread about a post, or the place to begin one; null when they have nothing to do with it. */
export async function readMyThread(deps: Pick<Deps, "db" | "pool">, personId: string, postId: string): Promise<MyThread | null> {
  if (!ID_PATTERN.test(postId)) return null;
  const [touch, thread, cards] = await Promise.all([touchOf(deps.pool, postId, personId), deps.db.inquiry.findUnique({ where: { postId_personId: { postId, personId } } }), loadPostCards(deps.pool, [postId])]);
  const post = cards.get(postId);
  if (!touch || !post || !(touch.inTouch || thread)) return null;
  return {
    post, inquiryId: thread?.id ?? null, byBureau: thread?.toBureau ?? (post.stream === "WELFARE" || post.stream === "WORKFARE"), waiting: (thread?.waitingSince ?? null) !== null,
    open: touch.inTouch, contactOpen: touch.contactOpen, codes: ASK_CODES, messages: thread ? await loadMessages(deps.pool, thread.id) : [],
  };
}

export interface AnswerThread {
  id: string;
  post: PostCardView;
  nameMasked: string | null;
  contactOpen: boolean;
  waitingSince: Date | null;
  messages: Message[];
  /** ready-made answers to what was asked last, or to everything */
  answers: readonly string[];
}

/** A thread for whoever answers it; null for everybody else. The person's name stays hidden until contact data is open. */
export async function readAnswerThread(deps: Pick<Deps, "db" | "pool">, actor: Actor, inquiryId: string): Promise<AnswerThread | null> {
  const thread = ID_PATTERN.test(inquiryId) ? await findAnswerable(deps.pool, actor, inquiryId) : null;
  if (!thread) return null;
  const [touch, messages, cards, person] = await Promise.all([
    touchOf(deps.pool, thread.postId, thread.personId), loadMessages(deps.pool, thread.id), loadPostCards(deps.pool, [thread.postId]),
    deps.db.person.findUniqueOrThrow({ where: { id: thread.personId }, select: { nameMasked: true } }),
  ]);
  const asked = messages.slice(messages.findLastIndex((one) => !one.fromPerson) + 1).flatMap((one) => one.codes) as AskCode[];
  const topics = asked.length > 0 ? asked : ASK_CODES;
  return {
    id: thread.id, post: cards.get(thread.postId)!, nameMasked: touch?.contactOpen || thread.toBureau ? person.nameMasked : null, contactOpen: touch?.contactOpen ?? false,
    waitingSince: thread.waitingSince, messages, answers: [...new Set(topics)].flatMap((topic) => ANSWERS[topic] ?? []),
  };
}
