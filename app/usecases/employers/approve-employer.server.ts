import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { recheckDay, supervisingRegion } from "#app/domain/employer/supervision.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { requireNumber } from "#app/domain/policy/parameter.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * An officer of the employer's region approves it, or suspends it and says why; its posts follow in search. Approving
 * again is the regular look at it, and counts from that day (policy parameter employer.reverify.months).
 */
export const decideEmployer = useCase({
  name: "decide-employer",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "employer", id: (input) => input.employerId },
  input: z
    .object({ employerId: z.ulid("invalid"), decision: z.enum(["APPROVED", "SUSPENDED"], "required"), reason: plainText(0, "reason-required", 300).default("") })
    .refine(({ decision, reason }) => decision === "APPROVED" || reason.length >= 2, { path: ["reason"], message: "reason-required" }),
  async run({ deps, actor, input }) {
    const employer = await deps.db.employer.findUnique({ where: { id: input.employerId } });
    if (!employer || !actsForRegion(actor, supervisingRegion(employer.regionCode))) return refuse("not-found");
    const now = deps.clock.now();
    const today = deps.clock.today();
    const months = requireNumber(await loadPolicyParameters(deps.pool), "employer.reverify.months", { regionCode: supervisingRegion(employer.regionCode), asOf: today });
    await deps.db.$transaction(async (tx) => {
      await tx.employer.update({
        where: { id: employer.id },
        data: { status: input.decision, decisionReason: input.reason || null, verifiedAt: now, verifiedBy: actor.userId, reverifyBy: toDate(recheckDay(today, months)) },
      });
      await emit(deps, tx, [{ event: "employer.changed", subjectId: employer.id }]);
    });
    return ok({ employerId: employer.id });
  },
});
