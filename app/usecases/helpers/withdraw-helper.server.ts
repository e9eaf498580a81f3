import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A consent ends at once: by the person, by the helper who doesn't want to any more, or by a bureau of the person's home on their word. */
export const withdrawHelper = useCase({
  name: "withdraw-helper",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "delegation", id: (input) => input.delegationId },
  input: z.object({ delegationId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const delegation = await deps.db.delegation.findUnique({ where: { id: input.delegationId }, include: { person: { select: { id: true, homeCountyCode: true, homeRegionCode: true } } } });
    const mine = delegation !== null && ((actor.userId !== null && delegation.helperUserId === actor.userId) || actsForPerson(actor, delegation.person));
    if (!mine) return refuse("not-found");
    const ended = await deps.db.delegation.updateMany({ where: { id: delegation.id, withdrawnAt: null }, data: { withdrawnAt: deps.clock.now(), withdrawnByUserId: actor.userId, openKey: null } });
    return ended.count === 1 ? ok({ delegationId: delegation.id }) : refuse("already-withdrawn");
  },
});
