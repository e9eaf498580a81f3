import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { type HiringState, nextSteps, sharesContact } from "#app/domain/hiring/steps.ts";
import { type AppealFacts, LEAST_COMPARED, medianOf } from "#app/domain/post/appeal.ts";
import { cityOf, scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

export interface HiringLine {
  id: string;
  personId: string;
  nameMasked: string;
  home: Name;
  state: HiringState;
  updatedAt: Date;
}

/** Everybody a post's employer is in touch with, newest word first; at most 200. */
export async function readHiringsOfPost(deps: Pick<Deps, "pool">, postId: string): Promise<HiringLine[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT h.id, h.personId, h.state, h.updatedAt, n.nameMasked, n.homeCountyCode FROM hiring h JOIN person n ON n.id = h.personId
      WHERE h.postId = ? ORDER BY h.updatedAt DESC, h.id LIMIT 200`, [postId]);
  const names = await regionNames(deps.pool, rows.map((row) => row.homeCountyCode as string));
  return rows.map((row) => ({
    id: row.id as string, personId: row.personId as string, nameMasked: row.nameMasked as string, home: names.get(row.homeCountyCode as string) ?? { zh: "", en: "" },
    state: row.state as HiringState, updatedAt: row.updatedAt as Date,
  }));
}

export interface HiringPage {
  id: string;
  state: HiringState;
  post: PostCardView;
  person: { nameMasked: string; home: Name };
  /** name and telephone, once the person has agreed; null before, and for the person's own eyes */
  contact: { name: string; phone: string | null } | null;
  /** the employer's, for the person who has agreed */
  employerContact: { name: string | null; phone: string | null } | null;
  placementId: string | null;
  steps: { seq: number; kind: HiringState; saidByRole: Role; meetOn: Day | null; note: string | null; recordedAt: Date }[];
  next: HiringState[];
}

type PageDeps = Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">;

/** One hiring for either of its parties; null for everybody else. An employer's look at name and telephone is written to the audit. */
export async function readHiring(deps: PageDeps, actor: Actor, hiringId: string): Promise<HiringPage | null> {
  if (!ID_PATTERN.test(hiringId)) return null;
  const hiring = await deps.db.hiring.findUnique({
    where: { id: hiringId }, include: { person: true, post: { select: { employerId: true, employer: { select: { contactEnc: true, phoneEnc: true, status: true } } } }, steps: { orderBy: { seq: "asc" } } },
  });
  if (!hiring) return null;
  const forEmployer = actor.role === "EMPLOYER" && actor.employerId !== null && actor.employerId === hiring.post.employerId;
  if (!forEmployer && !(actor.role === "SEEKER" && actor.personId === hiring.personId)) return null;
  const [cards, names] = await Promise.all([loadPostCards(deps.pool, [hiring.postId]), regionNames(deps.pool, [hiring.person.homeCountyCode])]);
  const { person, post } = hiring;
  const shared = sharesContact(hiring.state) && post.employer.status === "APPROVED";
  if (forEmployer && shared) await writeAudit(deps, { ...actor, purpose: "see:HIRING" }, { action: "see-contact", subjectType: "person", subjectId: hiring.personId, outcome: "ok" });
  const plain = (field: "person.phone" | "employer.phone" | "employer.contact", cipher: string | null) => (cipher === null ? null : deps.crypto.decrypt(field, cipher));
  return {
    id: hiring.id, state: hiring.state, post: cards.get(hiring.postId)!, person: { nameMasked: person.nameMasked, home: names.get(person.homeCountyCode) ?? { zh: "", en: "" } },
    contact: forEmployer && shared ? { name: deps.crypto.decrypt("person.name", person.nameEnc), phone: plain("person.phone", person.phoneEnc) } : null,
    employerContact: !forEmployer && shared ? { name: plain("employer.contact", post.employer.contactEnc), phone: plain("employer.phone", post.employer.phoneEnc) } : null,
    placementId: hiring.placementId,
    steps: hiring.steps.map((step) => ({ seq: step.seq, kind: step.kind, saidByRole: step.saidByRole, meetOn: step.meetOn === null ? null : toDay(step.meetOn), note: step.note, recordedAt: step.recordedAt })),
    next: nextSteps(hiring.state, actor.role).filter((kind) => kind !== "INVITED"),
  };
}

export interface Invitation {
  id: string;
  state: HiringState;
  updatedAt: Date;
  post: PostCardView;
}

/** Invitations and offers of a person, open ones first; at most 50. */
export async function readInvitations(deps: Pick<Deps, "pool">, personId: string): Promise<Invitation[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT id, postId, state, updatedAt FROM hiring WHERE personId = ? ORDER BY openKey IS NULL, updatedAt DESC LIMIT 50`, [personId]);
  const cards = await loadPostCards(deps.pool, rows.map((row) => row.postId as string));
  return rows.flatMap((row) => {
    const post = cards.get(row.postId as string);
    return post ? [{ id: row.id as string, state: row.state as HiringState, updatedAt: row.updatedAt as Date, post }] : [];
  });
}

const COMPARED_DAYS = 180;

/** The middle pay of other employers' posts of the same trade within half a year, in the county, or wider where there are fewer than five. */
export async function readPayMedian(deps: Pick<Deps, "pool" | "clock">, post: PostCardView): Promise<AppealFacts["median"]> {
  if (post.occupationCode === null) return null;
  const since = new Date(deps.clock.now().getTime() - COMPARED_DAYS * 86_400_000);
  for (const [within, region] of [["county", post.countyCode], ["city", cityOf(post.countyCode)], ["province", SHANXI]] as const) {
    const [rows] = await deps.pool.query<RowDataPacket[]>(
      `SELECT (COALESCE(monthlyMinFen, monthlyMaxFen) + COALESCE(monthlyMaxFen, monthlyMinFen)) / 2 AS fen FROM post
        WHERE countyCode LIKE ? AND occupationCode = ? AND employerId <> ? AND status <> 'DRAFT' AND status <> 'BLOCKED' AND publishedAt >= ?
          AND COALESCE(monthlyMinFen, monthlyMaxFen) IS NOT NULL ORDER BY publishedAt DESC LIMIT 2000`, [`${scopePrefix(region)}%`, post.occupationCode, post.employerId, since]);
    const fen = medianOf(rows.map((row) => Math.round(Number(row.fen))));
    if (fen !== null && rows.length >= LEAST_COMPARED) return { fen, posts: rows.length, within };
  }
  return null;
}
