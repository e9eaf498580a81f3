import { z } from "zod";
import { findInvitable, inviteFromNeed } from "#app/data/training/invitations.server.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { planTrainingClass } from "./plan-classes.server.ts";
import { takeClassStep } from "./take-class-step.server.ts";

export interface FilledClass {
  classId: string;
  invited: number;
  /** false: it could not be opened yet, and people can answer once it is */
  opened: boolean;
}

/**
 * Plans a class for a need and asks the first people of its list, in the order of help: each gets an invitation and answers it themselves, nobody is put in a
 * class. The class is opened at once so that they can. Sent twice it is one class and one invitation each.
 */
export const fillTrainingClass = useCase({
  name: "fill-training-class",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "trainingClass", id: (input, value) => value.classId ?? input.needId },
  input: z.looseObject({ needId: z.ulid("invalid"), invite: z.coerce.number("number-needed").int("whole-number").min(1, "training-invite").max(500, "training-invite") }),
  async run({ deps, actor, input }): Promise<Result<FilledClass>> {
    const need = await deps.db.trainingNeed.findUnique({ where: { id: input.needId } });
    if (!need || !actsForRegion(actor, need.countyCode)) return refuse("not-found");
    const course = typeof input.courseId === "string" ? await deps.db.trainingCourse.findFirst({ where: { id: input.courseId, countyCode: need.countyCode, occupationCode: need.occupationCode, level: need.level } }) : null;
    if (!course) return refuse("training-need-course", { field: "courseId" });
    const again = typeof input.entryKey === "string" && (await deps.db.trainingClass.count({ where: { entryKey: input.entryKey } })) > 0;
    if (!again && (await findInvitable(deps.pool, need.id, 1)).length === 0) return refuse("training-need-nobody", { field: "invite" });
    const { needId: _need, invite, ...plan } = input;
    const planned = await planTrainingClass(deps, actor, plan);
    if (!planned.ok) return planned;
    const { classId } = planned.value;
    const invited = await inviteFromNeed(deps, { needId: need.id, classId, most: invite, invitedBy: actor.userId });
    const step = await takeClassStep(deps, actor, { classId, version: 0, to: "OPEN", reason: "" });
    return ok({ classId, invited, opened: step.ok || (await deps.db.trainingClass.count({ where: { id: classId, state: "OPEN" } })) > 0 });
  },
});
