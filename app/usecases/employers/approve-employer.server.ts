import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Half a year until an employer is looked at again (人社厅发〔2025〕60号). */
const REVERIFY_AFTER_DAYS = 182;

/** An officer of the employer's region approves or suspends it; its posts follow in search. */
export const decideEmployer = useCase({
  name: "decide-employer",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "employer", id: (input) => input.employerId },
  input: z.object({ employerId: z.ulid("invalid"), decision: z.enum(["APPROVED", "SUSPENDED"], "required") }),
  async run({ deps, actor, input }) {
    const employer = await deps.db.employer.findUnique({ where: { id: input.employerId } });
    if (!employer || !actsForRegion(actor, employer.regionCode ?? "140000")) return refuse("not-found");
    const now = deps.clock.now();
    await deps.db.$transaction(async (tx) => {
      await tx.employer.update({
        where: { id: employer.id },
        data: { status: input.decision, verifiedAt: now, verifiedBy: actor.userId, reverifyBy: toDate(addDays(deps.clock.today(), REVERIFY_AFTER_DAYS)) },
      });
      await emit(deps, tx, [{ event: "employer.changed", subjectId: employer.id }]);
    });
    return ok({ employerId: employer.id });
  },
});
