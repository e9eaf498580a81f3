import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { openNote } from "#app/data/case-notes.ts";
import { loadMessages, type Message } from "#app/data/inquiries.server.ts";
import { type CareKind, type CareOutcome, outcomesOf } from "#app/domain/care/care-case.ts";
import type { CheckInAnswer, CheckInKind } from "#app/domain/checkin/check-in.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { maskPhone } from "#app/domain/person/masks.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface CareLine {
  id: string;
  kind: CareKind;
  nameMasked: string;
  place: Name;
  post: string | null;
  employerName: string | null;
  openedAt: Date;
  dueOn: Day;
  overdue: boolean;
  closedAt: Date | null;
  outcome: CareOutcome | null;
}

export interface CareList {
  closed: boolean;
  counts: { open: number; overdue: number; closed: number };
  page: number;
  pages: number;
  cases: CareLine[];
}

const PAGE_SIZE = 50;

/** What the bureau of an officer's region has to look into: open cases by the day they are due, or closed ones, newest first. */
export async function readCareList(deps: Pick<Deps, "pool" | "clock">, actor: Actor, query: { closed: boolean; page: number; size?: number }): Promise<CareList> {
  const like = `${scopePrefix(actor.regionCode ?? "-")}%`;
  const { size = PAGE_SIZE } = query;
  const today = deps.clock.today();
  const [[sums], [rows]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>("SELECT COALESCE(SUM(closedAt IS NULL), 0) AS open, COALESCE(SUM(closedAt IS NULL AND dueOn < ?), 0) AS overdue, COALESCE(SUM(closedAt IS NOT NULL), 0) AS closed FROM care_case WHERE regionCode LIKE ?", [today, like]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT c.id, c.kind, c.regionCode, c.openedAt, c.dueOn, c.closedAt, c.outcome, n.nameMasked, p.title AS post, e.name AS employerName
         FROM care_case c JOIN person n ON n.id = c.personId LEFT JOIN post p ON p.id = c.postId LEFT JOIN employer e ON e.id = p.employerId
        WHERE c.regionCode LIKE ? AND c.closedAt IS ${query.closed ? "NOT NULL ORDER BY c.closedAt DESC" : "NULL ORDER BY c.dueOn"}, c.id LIMIT ? OFFSET ?`, [like, size, (query.page - 1) * size]),
  ]);
  const places = await regionPaths(deps.pool, rows.map((row) => row.regionCode as string));
  const counts = { open: Number(sums[0]?.open), overdue: Number(sums[0]?.overdue), closed: Number(sums[0]?.closed) };
  return {
    closed: query.closed, counts, page: query.page, pages: Math.max(1, Math.ceil((query.closed ? counts.closed : counts.open) / size)),
    cases: rows.map((row) => ({ ...(row as unknown as CareLine), place: places.get(row.regionCode as string) ?? { zh: "", en: "" }, overdue: row.closedAt === null && (row.dueOn as Day) < today })),
  };
}

export interface CarePage {
  id: string;
  kind: CareKind;
  raisedBy: Role;
  openedAt: Date;
  dueOn: Day;
  overdue: boolean;
  closedAt: Date | null;
  outcome: CareOutcome | null;
  note: string | null;
  outcomes: readonly CareOutcome[];
  person: { nameMasked: string; phoneMasked: string | null; home: Name };
  post: { id: string; title: string; employerName: string; employerPhoneMasked: string | null } | null;
  placementId: string | null;
  /** the roll or the pay sheet whose days or pay are disputed */
  wage: { rollId: string; nr: number } | { sheetId: string; nr: number; payFen: number } | null;
  checkIn: { kind: CheckInKind; answer: CheckInAnswer | null; answeredAt: Date | null } | null;
  /** the thread that was reported, and which of its messages */
  messages: Message[];
  messageSeq: number | null;
}

/** One case, for an officer of its county; null for everybody else. Names and numbers are masked: `see-contact` opens them. The look is written to the audit. */
export async function readCarePage(deps: Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">, actor: Actor, careId: string): Promise<CarePage | null> {
  if (!ID_PATTERN.test(careId)) return null;
  const care = await deps.db.careCase.findUnique({ where: { id: careId }, include: { person: true, post: { include: { employer: true } }, checkIn: true } });
  if (!care || !actsForRegion(actor, care.regionCode)) return null;
  await writeAudit(deps, actor, { action: "see-care-case", subjectType: "person", subjectId: care.personId, outcome: "ok" });
  const [homes, messages, line, roll] = await Promise.all([
    regionPaths(deps.pool, [care.person.homeRegionCode]), care.inquiryId === null ? [] : loadMessages(deps.pool, care.inquiryId),
    care.payLineId === null ? null : deps.db.payLine.findUnique({ where: { id: care.payLineId }, select: { payFen: true, sheet: { select: { id: true, nr: true } } } }),
    care.rollId === null ? null : deps.db.musterRoll.findUnique({ where: { id: care.rollId }, select: { id: true, nr: true } }),
  ]);
  const { person, post, checkIn } = care;
  return {
    id: care.id, kind: care.kind, raisedBy: care.raisedBy, openedAt: care.openedAt, dueOn: toDay(care.dueOn), overdue: care.closedAt === null && toDay(care.dueOn) < deps.clock.today(),
    closedAt: care.closedAt, outcome: care.outcome, note: openNote(deps, care), outcomes: outcomesOf(care.kind),
    person: { nameMasked: person.nameMasked, phoneMasked: person.phoneMasked, home: homes.get(person.homeRegionCode) ?? { zh: "", en: "" } },
    post: post && { id: post.id, title: post.title, employerName: post.employer.name, employerPhoneMasked: post.employer.phoneEnc === null ? null : maskPhone(deps.crypto.decrypt("employer.phone", post.employer.phoneEnc)) },
    placementId: care.placementId, wage: line ? { sheetId: line.sheet.id, nr: line.sheet.nr, payFen: line.payFen } : roll && { rollId: roll.id, nr: roll.nr }, checkIn: checkIn && { kind: checkIn.kind, answer: checkIn.answer, answeredAt: checkIn.answeredAt }, messages, messageSeq: care.messageSeq,
  };
}
