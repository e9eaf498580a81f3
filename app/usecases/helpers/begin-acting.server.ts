import { z } from "zod";
import { readActs, standingOf } from "#app/domain/account/delegation.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actUnder } from "#app/platform/sessions.server.ts";
import { useCase } from "../use-case.server.ts";

/** From now on this session acts for a person, under a consent that stands. */
export const beginActing = useCase({
  name: "begin-acting",
  roles: ["SEEKER", "AGENT"],
  subject: { type: "delegation", id: (input) => input.delegationId },
  input: z.object({ delegationId: z.ulid("not-found"), sessionId: z.string().length(43, "invalid") }),
  async run({ deps, actor, input }) {
    const delegation = actor.userId === null ? null : await deps.db.delegation.findFirst({ where: { id: input.delegationId, helperUserId: actor.userId } });
    if (!delegation || standingOf({ ...delegation, acts: readActs(delegation.acts) }, deps.clock.now()) !== "STANDS") return refuse("not-found");
    await actUnder(deps, input.sessionId, delegation.id);
    return ok({ delegationId: delegation.id });
  },
});
