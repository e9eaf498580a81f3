import { type HelpRow, openHelp, sealHelp } from "#app/data/person-status.ts";
import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { createRuleBook, type RuleBook } from "#app/domain/policy/rule-book.ts";
import { type ClassState } from "#app/domain/training/class-steps.ts";
import type { TrainingEventKind } from "#app/domain/training/count.ts";
import { type EnrolmentState, HOLDING, nextIn, openToAllFrom } from "#app/domain/training/enrolment.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Db, Querier, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { loadPolicyParameters } from "../policy.server.ts";
import { tellTrainees } from "./notices.server.ts";

export interface HeldClass {
  id: string;
  courseId: string;
  bodyId: string;
  countyCode: string;
  startsOn: Day;
  lastOn: Day;
  places: number;
  publicFunds: boolean;
  teacherEnc: string;
  state: ClassState;
  version: number;
}

/** The class with its row held until the transaction ends: whoever takes a place, gives one back or changes the class waits here. */
export async function holdClass(tx: Tx, id: string): Promise<HeldClass | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM training_class WHERE id = ${id} FOR UPDATE`;
  return rows.length === 0 ? null : findClass(tx, id);
}

export async function findClass(db: Pick<Db, "trainingClass">, id: string): Promise<HeldClass | null> {
  const row = await db.trainingClass.findUnique({ where: { id } });
  return row && { ...row, startsOn: toDay(row.startsOn), lastOn: toDay(row.lastOn) };
}

export async function loadRuleBook(querier: Querier): Promise<RuleBook> {
  return createRuleBook(await loadPolicyParameters(querier));
}

export async function takenPlaces(tx: Pick<Tx, "trainingEnrolment">, classId: string): Promise<number> {
  return tx.trainingEnrolment.count({ where: { classId, state: { in: [...HOLDING] } } });
}

/** The day from which free places of a class go to anybody, by the rule of the class's county. */
export function openToAll(of: Pick<HeldClass, "countyCode" | "startsOn">, rules: RuleBook): Day {
  return openToAllFrom(of.startsOn, rules.number("training.priority.hold.days", { regionCode: of.countyCode, asOf: of.startsOn }) ?? 0);
}

interface Said {
  kind: TrainingEventKind;
  happenedOn: Day;
  reversesId?: string;
  reason?: string | null;
}

interface EnrolmentRow {
  id: string;
  classId: string;
  personId: string;
}

/** Writes the next event of an enrolment; its class's row is held by the caller, so that no two take one number. */
export async function sayOfEnrolment(deps: Pick<Deps, "newId" | "clock" | "crypto">, tx: Tx, actor: Actor, of: EnrolmentRow & HelpRow, countyCode: string, said: Said): Promise<string> {
  const last = await tx.trainingEvent.aggregate({ where: { enrolmentId: of.id }, _max: { seq: true } });
  const id = deps.newId();
  await tx.trainingEvent.create({
    data: {
      id, enrolmentId: of.id, seq: (last._max.seq ?? 0) + 1, personId: of.personId, classId: of.classId, countyCode, helpEnc: sealHelp(deps, id, openHelp(deps, of.id, of)), kind: said.kind, happenedOn: toDate(said.happenedOn),
      recordedAt: deps.clock.now(), saidByRole: speaksAs(actor), saidByUserId: actor.userId, reversesId: said.reversesId ?? null, reason: said.reason ?? null,
    },
  });
  return id;
}

/** Gives the free places of a class that is held and open to whoever is next, and tells them. How many got one. */
export async function fillPlaces(deps: Pick<Deps, "newId" | "clock" | "crypto">, tx: Tx, actor: Actor, of: HeldClass, rules: RuleBook): Promise<number> {
  const today = deps.clock.today();
  const waiting = (await tx.trainingEnrolment.findMany({ where: { classId: of.id, state: "WAITING" } })).map((one) => ({ ...one, help: openHelp(deps, one.id, one) }));
  const next = nextIn(waiting, of.places - (await takenPlaces(tx, of.id)), today >= openToAll(of, rules));
  for (const one of next) {
    await tx.trainingEnrolment.update({ where: { id: one.id }, data: { state: "ENROLLED", version: { increment: 1 } } });
    await sayOfEnrolment(deps, tx, actor, one, of.countyCode, { kind: "PLACED", happenedOn: today });
  }
  await tellTrainees(deps, tx, "training-moved-up", next);
  return next.length;
}

/** An earlier training of the same occupation and level on public money, finished with a pass or under way; null: none. */
export async function findSameTraining(tx: Pick<Tx, "trainingEnrolment">, personId: string, course: { occupationCode: string; level: string | null; kind: string }, exceptClassId: string): Promise<{ title: string } | null> {
  const states: EnrolmentState[] = ["WAITING", "ENROLLED", "PASSED"];
  const same = await tx.trainingEnrolment.findFirst({
    where: { personId, state: { in: states }, classId: { not: exceptClassId }, trainingClass: { publicFunds: true, state: { not: "CANCELLED" }, course: { occupationCode: course.occupationCode, level: course.level as never } } },
    include: { trainingClass: { select: { course: { select: { title: true } } } } },
  });
  return same && { title: same.trainingClass.course.title };
}
