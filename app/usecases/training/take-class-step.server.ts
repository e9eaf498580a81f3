import { z } from "zod";
import { fillPlaces, holdClass, loadRuleBook, sayOfEnrolment } from "#app/data/training/classes.server.ts";
import { tellTrainees } from "#app/data/training/notices.server.ts";
import { isAllowanceOwed } from "#app/data/training/sheets.server.ts";
import { toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { CLASS_STEPS, type ClassStep, mayStep, STEP_NAMES } from "#app/domain/training/class-steps.ts";
import { actsForTraining } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Moves a class on by the table of steps. A class that starts gives its last free places to the list first; one that is cancelled lets everybody go. */
export const takeClassStep = useCase({
  name: "take-class-step",
  roles: ["OFFICER", "ADMIN", "OPERATOR"],
  subject: { type: "trainingClass", id: (input) => input.classId },
  input: z.object({
    classId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"), to: z.enum(STEP_NAMES as [ClassStep, ...ClassStep[]], "invalid"),
    reason: plainLine(0, "required", 200).default(""),
  }),
  async run({ deps, actor, input }) {
    const rules = await loadRuleBook(deps.pool);
    return deps.db.$transaction(async (tx) => {
      const held = await holdClass(tx, input.classId);
      if (!held || !actsForTraining(actor, held)) return refuse("not-found");
      if (held.version !== input.version) return refuse("changed-meanwhile");
      const step = CLASS_STEPS[input.to];
      if (!step.from.includes(held.state) || !mayStep(input.to, actor.role, held.publicFunds)) return refuse("training-step");
      if (step.needsReason && input.reason.length < 4) return refuse("training-reason", { field: "reason" });
      const today = deps.clock.today();
      if (input.to === "RUNNING" && today >= held.startsOn) await fillPlaces(deps, tx, actor, held, rules);
      const [enrolled, assessed, days, body, owed, sheet] = await Promise.all([
        tx.trainingEnrolment.count({ where: { classId: held.id, state: "ENROLLED" } }),
        tx.trainingEnrolment.count({ where: { classId: held.id, state: { in: ["PASSED", "FAILED"] } } }),
        tx.trainingAttendance.count({ where: { enrolment: { classId: held.id }, halves: { gt: 0 } } }),
        tx.trainingBody.findUniqueOrThrow({ where: { id: held.bodyId } }),
        input.to === "CLOSED" ? isAllowanceOwed(deps, tx, held, rules) : false,
        tx.trainingSheet.findUnique({ where: { classId: held.id }, select: { state: true } }),
      ]);
      const stopped = step.stops({
        state: held.state, startsOn: held.startsOn, enrolled, assessed, days, approved: body.endedOn === null && toDay(body.approvedOn) <= held.startsOn && toDay(body.validUntil) > held.lastOn,
        sheet: sheet ? (sheet.state === "PAID" ? "PAID" : "OPEN") : owed ? "MISSING" : "NONE",
      }, today);
      if (stopped !== null) return refuse(stopped);
      await tx.trainingClass.update({ where: { id: held.id }, data: { state: input.to, version: { increment: 1 }, ...(step.needsReason ? { reason: input.reason } : {}) } });
      const leave = input.to === "CANCELLED" ? ["WAITING", "ENROLLED"] as const : input.to === "RUNNING" ? ["WAITING"] as const : [];
      const left = leave.length === 0 ? [] : await tx.trainingEnrolment.findMany({ where: { classId: held.id, state: { in: [...leave] } }, orderBy: { id: "asc" } });
      if (input.to === "RUNNING") await tellTrainees(deps, tx, "training-started", await tx.trainingEnrolment.findMany({ where: { classId: held.id, state: "ENROLLED" } }));
      await tellTrainees(deps, tx, input.to === "CANCELLED" ? "training-cancelled" : "training-no-place", left);
      for (const one of left) {
        await tx.trainingEnrolment.update({ where: { id: one.id }, data: { state: "WITHDRAWN", openKey: null, version: { increment: 1 } } });
        await sayOfEnrolment(deps, tx, actor, one, held.countyCode, { kind: "WITHDRAWN", happenedOn: today, reason: input.to === "CANCELLED" ? input.reason : null });
      }
      return ok({ classId: held.id });
    });
  },
});
