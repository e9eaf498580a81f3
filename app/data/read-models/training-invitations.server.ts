import type { RowDataPacket } from "mysql2";
import { type Day, toDay } from "#app/domain/dates.ts";
import type { SkillLevel } from "#app/domain/terms.ts";
import type { ClassState } from "#app/domain/training/class-steps.ts";
import type { EnrolmentState } from "#app/domain/training/enrolment.ts";
import type { ExpectationEnd, InvitationState } from "#app/domain/training/expectation.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";

type Needs = Pick<Deps, "db" | "pool">;

const INVITED = `SELECT i.id, i.nr, i.personId, i.state, i.answeredAt, e.state AS enrolment, p.nameMasked, o.id AS postId, o.title AS postTitle, o.monthlyMinFen AS minFen, o.monthlyMaxFen AS maxFen, x.end,
         k.id AS classId, u.title, u.level, k.place, k.startsOn, k.lastOn, k.state AS classState
    FROM training_invitation i JOIN training_class k ON k.id = i.classId JOIN training_course u ON u.id = k.courseId JOIN person p ON p.id = i.personId
    JOIN training_expectation x ON x.invitationId = i.id JOIN post o ON o.id = x.postId LEFT JOIN training_enrolment e ON e.id = i.enrolmentId`;

export interface InvitedLine {
  id: string;
  nr: number;
  state: InvitationState;
  enrolment: EnrolmentState | null;
  nameMasked: string;
  postId: string;
  postTitle: string;
  minFen: number | null;
  maxFen: number | null;
  /** why the post waits no longer; null: it does */
  end: ExpectationEnd | null;
  classId: string;
  title: string;
  level: SkillLevel | null;
  place: string;
  startsOn: Day;
  lastOn: Day;
  classState: ClassState;
}

/** Who was asked into a class, what they said and what became of it, for a bureau that acts for its county. */
export async function readInvited({ db, pool }: Needs, actor: Actor, classId: string) {
  if (!ID_PATTERN.test(classId)) return null;
  const row = await db.trainingClass.findUnique({ where: { id: classId }, select: { id: true, countyCode: true, state: true, startsOn: true, lastOn: true, course: { select: { title: true } } } });
  if (!row || !actsForRegion(actor, row.countyCode)) return null;
  const [invited] = await pool.query<RowDataPacket[]>(`${INVITED} WHERE i.classId = ? ORDER BY i.nr, x.postId`, [classId]);
  return { id: row.id, title: row.course.title, state: row.state, startsOn: toDay(row.startsOn), lastOn: toDay(row.lastOn), invited: invited as unknown as InvitedLine[] };
}

/** The classes somebody was asked into, those to be answered first. */
export async function readMyInvitations({ pool }: Needs, actor: Actor): Promise<InvitedLine[]> {
  if (!actor.personId) return [];
  const [rows] = await pool.query<RowDataPacket[]>(`${INVITED} WHERE i.personId = ? ORDER BY i.state = 'INVITED' DESC, i.invitedAt DESC, i.id LIMIT 50`, [actor.personId]);
  return rows as unknown as InvitedLine[];
}

/** How many invitations of a person can still be answered. */
export async function countMyInvitations(querier: Querier, actor: Actor): Promise<number> {
  if (!actor.personId) return 0;
  const [[row]] = await querier.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM training_invitation i JOIN training_class k ON k.id = i.classId WHERE i.personId = ? AND i.state = 'INVITED' AND k.state IN ('PLANNED', 'OPEN')", [actor.personId]);
  return Number(row?.n ?? 0);
}

export interface InTraining {
  people: number;
  lastOn: Day;
}

/** How many people learn for a post, by the day on which their class is done. Nothing is held back for them. */
export async function readInTraining(querier: Querier, postId: string): Promise<InTraining[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT k.lastOn, COUNT(*) AS people FROM training_expectation x JOIN training_invitation i ON i.id = x.invitationId JOIN training_class k ON k.id = i.classId
      WHERE x.postId = ? AND x.endedAt IS NULL AND i.state = 'ACCEPTED' GROUP BY k.lastOn ORDER BY k.lastOn`, [postId]);
  return rows.map((row) => ({ people: Number(row.people), lastOn: row.lastOn as Day }));
}
