import { z } from "zod";
import { holdFair, setGuest } from "#app/data/fair/fairs.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { takesGuests } from "#app/domain/fair/steps.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** A person says that they will come, or won't after all. Said twice it is one; they get a code to show there. */
export const comeToFair = useCase({
  name: "come-to-fair",
  roles: ["SEEKER"],
  subject: { type: "fair", id: (input) => input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), answer: z.enum(["yes", "no"], "invalid") }),
  async run({ deps, actor, input }) {
    const { personId } = actor;
    if (!personId) return refuse("no-person");
    return deps.db.$transaction(async (tx): Promise<Result<{ fairId: string; code: string | null }>> => {
      if (!(await lockLiving(tx, personId))) return refuse("not-found");
      const held = await holdFair(tx, input.fairId);
      if (!held) return refuse("not-found");
      if (!takesGuests(held, deps.clock.now())) return refuse("fair-over");
      if (input.answer === "yes") return ok({ fairId: held.id, ...(await setGuest(deps, tx, held.id, personId, "COMING")) });
      const { count } = await tx.fairGuest.updateMany({ where: { fairId: held.id, personId, state: "COMING" }, data: { state: "WITHDRAWN" } });
      return count === 1 ? ok({ fairId: held.id, code: null }) : refuse("fair-not-coming");
    });
  },
});
