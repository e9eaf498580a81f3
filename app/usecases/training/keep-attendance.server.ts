import { z } from "zod";
import { holdClass } from "#app/data/training/classes.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUnderWay } from "#app/domain/training/class-steps.ts";
import { actsForTraining } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Who was there on a day of the class, in half days; written again it replaces what stood for those named. All of it or nothing. */
export const saveTrainingDay = useCase({
  name: "save-training-day",
  roles: ["OFFICER", "ADMIN", "OPERATOR"],
  subject: { type: "trainingClass", id: (input) => input.classId },
  input: z.object({
    classId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"), day: z.iso.date("date-form"),
    lines: z.array(z.object({ enrolmentId: z.ulid("invalid"), halves: z.coerce.number("training-halves").int("training-halves").min(0, "training-halves").max(2, "training-halves") })).min(1, "training-nobody").max(500, "invalid"),
  }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const held = await holdClass(tx, input.classId);
      if (!held || !actsForTraining(actor, held)) return refuse("not-found");
      if (!isUnderWay(held.state)) return refuse("training-not-running");
      if (input.day > deps.clock.today()) return refuse("day-in-future", { field: "day" });
      if (input.day < held.startsOn || input.day > held.lastOn) return refuse("training-day-outside", { field: "day", params: { from: held.startsOn, to: held.lastOn } });
      if (held.version !== input.version) return refuse("changed-meanwhile");
      const there = new Set((await tx.trainingEnrolment.findMany({ where: { classId: held.id, state: { in: ["ENROLLED", "PASSED", "FAILED", "DROPPED"] } }, select: { id: true } })).map((one) => one.id));
      if (input.lines.some((line) => !there.has(line.enrolmentId))) return refuse("not-found");
      for (const { enrolmentId, halves } of input.lines) {
        const said = { halves, recordedBy: actor.userId, recordedAt: deps.clock.now() };
        await tx.trainingAttendance.upsert({ where: { enrolmentId_day: { enrolmentId, day: toDate(input.day) } }, update: said, create: { enrolmentId, day: toDate(input.day), ...said } });
      }
      await tx.trainingClass.update({ where: { id: held.id }, data: { version: { increment: 1 } } });
      return ok({ classId: held.id });
    }, { timeout: 60_000 });
  },
});
