import type { Education } from "#app/domain/terms.ts";
import type { ProfileStep } from "#app/domain/profile/steps.ts";
import { experienceOf } from "#app/domain/profile/job.ts";
import { toDay } from "#app/domain/dates.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { emit } from "./outbox.server.ts";

/** Does `work` while the person's record is held; a record that was withdrawn meanwhile is refused as a missing one is. */
export async function changeProfile<T>(deps: Pick<Deps, "db">, personId: string, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return deps.db.$transaction(async (tx) => ((await lockLiving(tx, personId)) ? work(tx) : refuse("not-found")));
}

/** Holds a person's record until the transaction ends; false when there is none, or it was withdrawn. */
export async function lockLiving(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM person WHERE id = ${personId} AND deletedAt IS NULL FOR UPDATE`;
  return rows.length === 1;
}

type StepDeps = Pick<Deps, "clock" | "newId">;

/** Notes that a person has answered a step. */
export async function markAnswered(deps: Pick<Deps, "clock">, tx: Tx, personId: string, step: ProfileStep): Promise<void> {
  const answeredAt = deps.clock.now();
  await tx.profileStep.upsert({ where: { personId_step: { personId, step } }, create: { personId, step, answeredAt }, update: { answeredAt } });
}

/** Columns of the person that a step answers; the index and matching hear of it in the same transaction. */
export async function changePerson(deps: StepDeps, tx: Tx, personId: string, data: { education?: Education; canLeave?: boolean; experienceMonths?: number }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { ...data, updatedAt: deps.clock.now() } });
  await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
}

/** Adds up a person's jobs anew. */
export async function recountExperience(deps: StepDeps, tx: Tx, person: { id: string; birthDate: Date }): Promise<void> {
  const jobs = await tx.personJob.findMany({ where: { personId: person.id }, select: { months: true } });
  await changePerson(deps, tx, person.id, { experienceMonths: experienceOf(jobs.map((job) => job.months), toDay(person.birthDate), deps.clock.today()) });
}
