import { z } from "zod";
import { endOpen, offeredTo, openKey } from "#app/data/delegations.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";

/** Whoever was named by name and telephone says whether they will act for the person; the first answer stands. */
export const answerOffer = useCase({
  name: "answer-helper-offer",
  roles: ["SEEKER"],
  subject: { type: "delegation", id: (input) => input.delegationId },
  input: z.object({ delegationId: z.ulid("not-found"), answer: z.enum(["accept", "refuse"], "required") }),
  async run({ deps, actor, input }) {
    const self = actor.personId === null ? null : await deps.db.person.findUnique({ where: { id: actor.personId }, select: { id: true, nameEnc: true, phoneEnc: true } });
    if (!self || actor.userId === null) return refuse("not-found");
    const now = deps.clock.now();
    const open = { id: input.delegationId, ...offeredTo(deps, self), helperUserId: null, withdrawnAt: null, validUntil: { gt: now }, personId: { not: self.id } };
    const offer = await deps.db.delegation.findFirst({ where: open, select: { id: true, personId: true } });
    if (!offer) return refuse("not-found");
    const helperUserId = actor.userId;
    try {
      const answered = await deps.db.$transaction(async (tx) => {
        if (input.answer === "refuse") return (await tx.delegation.updateMany({ where: open, data: { withdrawnAt: now, withdrawnByUserId: helperUserId, openKey: null } })).count;
        await endOpen(deps, tx, offer.personId, helperUserId, helperUserId);
        const { count } = await tx.delegation.updateMany({ where: open, data: { helperUserId, acceptedAt: now, openKey: openKey(offer.personId, helperUserId) } });
        if (count === 1) await tx.notice.create({ data: { id: deps.newId(), personId: offer.personId, kind: "helper-accepted", onceKey: `helper-accepted:${offer.id}`, recordedAt: now } });
        return count;
      });
      return answered === 1 ? ok({ delegationId: offer.id }) : refuse("changed-meanwhile");
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
  },
});
