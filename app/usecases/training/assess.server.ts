import { z } from "zod";
import { isName } from "#app/data/persons.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { holdClass, loadRuleBook, sayOfEnrolment } from "#app/data/training/classes.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { maskName } from "#app/domain/person/masks.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUnderWay } from "#app/domain/training/class-steps.ts";
import { actsForTraining } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * What a trainee's assessment came to: points against the rule's pass mark, or that they stayed away. The assessor is not the teacher, and the body has the
 * right to assess. Said again, with a reason, it takes the earlier result back in the ledger and stands in its place. A pass is where a certificate is due.
 */
export const assessTrainee = useCase({
  name: "assess-trainee",
  roles: ["OFFICER", "ADMIN", "OPERATOR"],
  subject: { type: "trainingEnrolment", id: (input) => input.enrolmentId },
  input: z.object({
    enrolmentId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"), outcome: z.enum(["SCORED", "STAYED_AWAY"], "required"),
    score: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("training-score").int("training-score").min(0, "training-score").max(100, "training-score").optional()),
    assessedOn: z.iso.date("date-form"), assessor: plainLine(0, "required", 40).default(""), reason: plainLine(0, "required", 200).default(""),
  }),
  async run({ deps, actor, input }) {
    const found = await deps.db.trainingEnrolment.findUnique({ where: { id: input.enrolmentId }, select: { classId: true, trainingClass: { select: { countyCode: true, bodyId: true } } } });
    if (!found || !actsForTraining(actor, found.trainingClass)) return refuse("not-found");
    const rules = await loadRuleBook(deps.pool);
    return deps.db.$transaction(async (tx) => {
      const held = (await holdClass(tx, found.classId))!;
      const one = await tx.trainingEnrolment.findUniqueOrThrow({ where: { id: input.enrolmentId } });
      if (one.version !== input.version) return refuse("changed-meanwhile");
      const again = one.state === "PASSED" || one.state === "FAILED" || one.state === "DROPPED";
      // a result is corrected until the class is closed
      if (!(isUnderWay(held.state) || (again && held.state === "ASSESSED"))) return refuse("training-not-running");
      if (!again && one.state !== "ENROLLED") return refuse("training-not-there");
      if (again && input.reason.length < 4) return refuse("training-correct-reason", { field: "reason" });
      if (input.assessedOn > deps.clock.today()) return refuse("day-in-future", { field: "assessedOn" });
      if (input.assessedOn < held.startsOn) return refuse("training-assessed-early", { field: "assessedOn", params: { from: held.startsOn } });
      const scored = input.outcome === "SCORED";
      if (scored && input.score === undefined) return refuse("training-score", { field: "score" });
      if (scored && input.assessor.length < 2) return refuse("training-assessor", { field: "assessor" });
      if (scored && isName(deps, held.teacherEnc, input.assessor)) return refuse("training-assessor-teaches", { field: "assessor" });
      const body = await tx.trainingBody.findUniqueOrThrow({ where: { id: held.bodyId }, select: { mayAssess: true } });
      if (scored && !body.mayAssess) return refuse("training-may-not-assess");
      if (scored && (await tx.trainingAttendance.count({ where: { enrolmentId: one.id, halves: { gt: 0 } } })) === 0) return refuse("training-never-there");
      const mark = rules.number("training.pass.score", { regionCode: held.countyCode, asOf: input.assessedOn });
      if (mark === null) return refuse("training-no-pass-mark");
      const state = !scored ? "DROPPED" : input.score! >= mark ? "PASSED" : "FAILED";
      const today = deps.clock.today();
      if (again) {
        const earlier = await tx.trainingEvent.findFirst({ where: { enrolmentId: one.id, kind: one.state as "PASSED" }, orderBy: { seq: "desc" } });
        if (earlier) await sayOfEnrolment(deps, tx, actor, one, held.countyCode, { kind: "REVERSED", happenedOn: today, reversesId: earlier.id, reason: input.reason });
      }
      await sayOfEnrolment(deps, tx, actor, one, held.countyCode, { kind: state, happenedOn: input.assessedOn, reason: again ? input.reason : null });
      await tx.trainingEnrolment.update({
        where: { id: one.id },
        data: {
          state, version: { increment: 1 }, score: scored ? input.score! : null, assessedOn: scored ? toDate(input.assessedOn) : null,
          assessorEnc: scored ? deps.crypto.encrypt("person.name", input.assessor) : null, assessorMasked: scored ? maskName(input.assessor) : null,
        },
      });
      await emit(deps, tx, [{ event: "training.assessed", subjectId: one.id }]);
      return ok({ enrolmentId: one.id, classId: held.id, state });
    });
  },
});
