import { z } from "zod";
import { CLASSES_AND_BRANDS_SINCE } from "#app/domain/account/delegation.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { actsForRegion, speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { enrolIn } from "./enrol.server.ts";

/**
 * A person's answer to an invitation into a class, given by themselves or put down by the bureau as they said it by telephone. A yes takes a place or a turn on the
 * list by the rules for everybody; the first answer stands, and a yes that the class refuses leaves the invitation open.
 */
export const answerTrainingInvitation = useCase({
  name: "answer-training-invitation",
  roles: ["SEEKER", "OFFICER", "ADMIN"],
  subject: { type: "trainingInvitation", id: (input) => input.invitationId },
  act: { kind: "ANSWER", since: CLASSES_AND_BRANDS_SINCE },
  input: z.object({ invitationId: z.ulid("invalid"), answer: z.enum(["YES", "NO"], "required"), heard: z.string().max(10, "invalid").optional() }),
  async run({ deps, actor, input }): Promise<Result<{ classId: string; state: "ENROLLED" | "WAITING" | "DECLINED" }>> {
    const found = await deps.db.trainingInvitation.findUnique({ where: { id: input.invitationId }, include: { trainingClass: { select: { countyCode: true, state: true } } } });
    const theirs = found && (actor.role === "SEEKER" ? actor.personId === found.personId : actsForRegion(actor, found.trainingClass.countyCode));
    if (!found || !theirs) return refuse("not-found");
    if (actor.role !== "SEEKER" && input.heard !== "on") return refuse("training-heard", { field: "heard" });
    if (input.answer === "YES" && found.trainingClass.state === "PLANNED") return refuse("training-not-open-yet");
    const answered = { answeredAt: deps.clock.now(), answeredByRole: speaksAs(actor) };
    const claim = await deps.db.trainingInvitation.updateMany({ where: { id: found.id, state: "INVITED" }, data: { state: input.answer === "YES" ? "ACCEPTED" : "DECLINED", ...answered } });
    if (claim.count === 0) return refuse("training-answered");
    if (input.answer === "NO") return ok({ classId: found.classId, state: "DECLINED" });
    const enrolled = await enrolIn(deps, actor, { classId: found.classId, personId: found.personId, reason: "", mayUse: () => true });
    const known = enrolled.ok ? null : await deps.db.trainingEnrolment.findUnique({ where: { openKey: `${found.classId}:${found.personId}` }, select: { id: true, state: true } });
    if (!enrolled.ok && !known) {
      await deps.db.trainingInvitation.updateMany({ where: { id: found.id, state: "ACCEPTED", enrolmentId: null }, data: { state: "INVITED", answeredAt: null, answeredByRole: null } });
      return enrolled;
    }
    const enrolment = enrolled.ok ? { id: enrolled.value.enrolmentId, state: enrolled.value.state } : known!;
    await deps.db.trainingInvitation.update({ where: { id: found.id }, data: { enrolmentId: enrolment.id } });
    return ok({ classId: found.classId, state: enrolment.state === "WAITING" ? "WAITING" : "ENROLLED" });
  },
});
