import type { ResultSetHeader } from "mysql2";
import { addDays, type Day, toDate } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export type TrainingNotice = "training-placed" | "training-moved-up" | "training-started" | "training-changed" | "training-cancelled" | "training-no-place" | "training-paid";

interface Told {
  id: string;
  classId: string;
  personId: string;
}

/** Tells people what became of their place, once each; `of` tells one change of a class from the next. */
export async function tellTrainees(deps: Pick<Deps, "newId" | "clock">, tx: Tx, kind: TrainingNotice, people: readonly Told[], of = ""): Promise<void> {
  await tx.notice.createMany({ data: people.map((one) => ({ id: deps.newId(), personId: one.personId, kind, onceKey: `${kind}:${one.id}${of && `:${of}`}`, subjectId: one.classId, recordedAt: deps.clock.now() })), skipDuplicates: true });
}

/** Reminds whoever has a place in a class that starts tomorrow; asked again on the same day it tells nobody twice. */
export async function remindOfClasses(deps: Pick<Deps, "db" | "pool" | "newId" | "clock">): Promise<number> {
  const tomorrow: Day = addDays(deps.clock.today(), 1);
  const due = await deps.db.trainingEnrolment.findMany({ where: { state: "ENROLLED", trainingClass: { state: "OPEN", startsOn: toDate(tomorrow) } }, select: { id: true, classId: true, personId: true }, take: 10_000 });
  if (due.length === 0) return 0;
  const [result] = await deps.pool.query<ResultSetHeader>("INSERT IGNORE INTO notice (id, personId, kind, onceKey, subjectId, recordedAt) VALUES ?", [due.map((one) => [deps.newId(), one.personId, "training-tomorrow", `training-tomorrow:${one.id}:${tomorrow}`, one.classId, deps.clock.now()])]);
  return result.affectedRows;
}
