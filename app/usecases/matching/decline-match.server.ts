import { z } from "zod";
import { DECLINE_REASONS } from "#app/domain/matching/after-decline.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A person says no to a proposal, with a reason from which a change of their wish is proposed (`adjustWish`). */
export const declineMatch = useCase({
  name: "decline-match",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "match", id: (input) => input.matchId },
  act: {
    kind: "ANSWER",
    personOf: async ({ deps, input }) => (await deps.db.match.findUnique({ where: { id: input.matchId }, select: { personId: true } }))?.personId ?? null,
  },
  input: z.object({ matchId: z.ulid("invalid"), reason: z.enum(DECLINE_REASONS, "reason-required") }),
  async run({ deps, actor, input }) {
    const match = await deps.db.match.findUnique({ where: { id: input.matchId }, include: { person: { select: { id: true, homeCountyCode: true, homeRegionCode: true } } } });
    if (!match || !actsForPerson(actor, match.person)) return refuse("not-found");
    const declined = await deps.db.match.updateMany({
      where: { id: match.id, status: "PROPOSED" },
      data: { status: "DECLINED", declineReason: input.reason, openKey: null, decidedAt: deps.clock.now() },
    });
    return declined.count === 1 ? ok({ matchId: match.id }) : refuse("proposal-closed");
  },
});
