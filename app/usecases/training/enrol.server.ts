import { z } from "zod";
import { openHeld, sealHelp } from "#app/data/person-status.ts";
import { findPersonByIdNumber } from "#app/data/persons.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { fillPlaces, findSameTraining, type HeldClass, holdClass, loadRuleBook, openToAll, sayOfEnrolment, takenPlaces } from "#app/data/training/classes.server.ts";
import { tellTrainees } from "#app/data/training/notices.server.ts";
import { CLASSES_AND_BRANDS_SINCE } from "#app/domain/account/delegation.ts";
import type { RuleBook } from "#app/domain/policy/rule-book.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { helpOf, isFirst } from "#app/domain/training/enrolment.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForPerson, actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

interface Enrolling {
  classId: string;
  personId: string;
  reason: string;
  /** who may see a class that is not open yet */
  mayUse(of: HeldClass): boolean;
}
export type Enrolled = { enrolmentId: string; state: "ENROLLED" | "WAITING" };

/**
 * Takes a place or a turn on the waiting list. The person's and then the class's row are held: a place goes to one of two who ask in the same second, and
 * nobody begins the same training twice on public money without a reason.
 */
export async function enrolIn(deps: Deps, actor: Actor, of: Enrolling): Promise<Result<Enrolled>> {
  const rules: RuleBook = await loadRuleBook(deps.pool);
  try {
    return await deps.db.$transaction((tx) => enrolUnderLock(deps, tx, actor, of, rules));
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("training-already");
    throw error;
  }
}

async function enrolUnderLock(deps: Deps, tx: Tx, actor: Actor, of: Enrolling, rules: RuleBook): Promise<Result<Enrolled>> {
  if (!(await lockLiving(tx, of.personId))) return refuse("not-found");
  const held = await holdClass(tx, of.classId);
  if (!held || !of.mayUse(held)) return refuse("not-found");
  const today = deps.clock.today();
  if (held.state !== "OPEN" || today >= held.startsOn) return refuse("training-not-open");
  if ((await tx.trainingEnrolment.count({ where: { openKey: `${held.id}:${of.personId}` } })) > 0) return refuse("training-already");
  const course = await tx.trainingCourse.findUniqueOrThrow({ where: { id: held.courseId } });
  const same = held.publicFunds ? await findSameTraining(tx, of.personId, course, held.id) : null;
  if (same && of.reason.length < 4) return refuse(actor.role === "SEEKER" ? "training-again-ask" : "training-again", { field: actor.role === "SEEKER" ? undefined : "reason", params: { title: same.title } });
  const categories = await tx.personCategory.findMany({ where: { personId: of.personId } });
  const help = helpOf(categories.map((one) => openHeld(deps, one)), today);
  const toAll = today >= openToAll(held, rules);
  // somebody who waits and may have a place goes first
  await fillPlaces(deps, tx, actor, held, rules);
  const state = (isFirst(help) || toAll) && (await takenPlaces(tx, held.id)) < held.places ? "ENROLLED" : "WAITING";
  const id = deps.newId();
  const row = { id, classId: held.id, personId: of.personId, help: null, helpEnc: sealHelp(deps, id, help) };
  await tx.trainingEnrolment.create({ data: { ...row, state, repeatReason: same ? of.reason : null, openKey: `${held.id}:${of.personId}`, appliedAt: deps.clock.now() } });
  await sayOfEnrolment(deps, tx, actor, row, held.countyCode, { kind: "APPLIED", happenedOn: today, reason: same ? of.reason : null });
  if (state === "ENROLLED") {
    await sayOfEnrolment(deps, tx, actor, row, held.countyCode, { kind: "PLACED", happenedOn: today });
    await tellTrainees(deps, tx, "training-placed", [row]);
  }
  return ok({ enrolmentId: row.id, state });
}

/** A person puts themselves down for an open class, or whoever acts for them does. */
export const applyForTraining = useCase({
  name: "apply-for-training",
  roles: ["SEEKER"],
  subject: { type: "trainingClass", id: (input) => input.classId },
  act: { kind: "WISH", since: CLASSES_AND_BRANDS_SINCE },
  input: z.object({ classId: z.ulid("invalid") }),
  async run({ deps, actor, input }): Promise<Result<Enrolled>> {
    if (!actor.personId) return refuse("not-found");
    return enrolIn(deps, actor, { classId: input.classId, personId: actor.personId, reason: "", mayUse: (held) => held.state !== "PLANNED" });
  },
});

/** An officer puts somebody of their region down for a class of theirs, known by the identity number; for the same training a second time they say why. */
export const enrolForTraining = useCase({
  name: "enrol-for-training",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "trainingClass", id: (input) => input.classId },
  input: z.object({
    classId: z.ulid("invalid"),
    idNumber: z.string("required").transform((text, context) => {
      const parsed = parseResidentId(text);
      if (parsed.ok) return parsed.id;
      context.addIssue({ code: "custom", message: "training-id-number" });
      return z.NEVER;
    }),
    reason: plainLine(0, "required", 200).default(""),
  }),
  async run({ deps, actor, input }): Promise<Result<Enrolled>> {
    const known = await deps.db.trainingClass.findUnique({ where: { id: input.classId }, select: { countyCode: true } });
    if (!known || !actsForRegion(actor, known.countyCode)) return refuse("not-found");
    const person = await findPersonByIdNumber(deps, input.idNumber);
    if (!person || !actsForPerson(actor, person)) return refuse("training-person-unknown", { field: "idNumber" });
    return enrolIn(deps, actor, { classId: input.classId, personId: person.id, reason: input.reason, mayUse: (held) => actsForRegion(actor, held.countyCode) });
  },
});

/** Gives a place or a turn back before anything of it is assessed; the next on the list moves up in the same moment. */
export const withdrawFromTraining = useCase({
  name: "withdraw-from-training",
  roles: ["SEEKER", "OFFICER", "ADMIN"],
  subject: { type: "trainingEnrolment", id: (input) => input.enrolmentId },
  act: { kind: "WISH", since: CLASSES_AND_BRANDS_SINCE },
  input: z.object({ enrolmentId: z.ulid("invalid"), reason: plainLine(0, "required", 200).default("") }),
  async run({ deps, actor, input }) {
    const found = await deps.db.trainingEnrolment.findUnique({ where: { id: input.enrolmentId }, select: { personId: true, classId: true, trainingClass: { select: { countyCode: true } } } });
    const theirs = found && (actor.role === "SEEKER" ? actor.personId === found.personId : actsForRegion(actor, found.trainingClass.countyCode));
    if (!found || !theirs) return refuse("not-found");
    const rules = await loadRuleBook(deps.pool);
    return deps.db.$transaction(async (tx) => {
      const held = (await holdClass(tx, found.classId))!;
      const one = await tx.trainingEnrolment.findUniqueOrThrow({ where: { id: input.enrolmentId } });
      if (one.state !== "WAITING" && one.state !== "ENROLLED") return refuse("training-not-to-withdraw");
      const today = deps.clock.today();
      await tx.trainingEnrolment.update({ where: { id: one.id }, data: { state: "WITHDRAWN", openKey: null, version: { increment: 1 } } });
      await sayOfEnrolment(deps, tx, actor, one, held.countyCode, { kind: "WITHDRAWN", happenedOn: today, reason: input.reason || null });
      if (held.state === "OPEN") await fillPlaces(deps, tx, actor, held, rules);
      return ok({ enrolmentId: one.id, classId: held.id });
    });
  },
});
