import { z } from "zod";
import { declinedPair } from "#app/data/matching-facts/declined-pair.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { type WishChange, wishAfterDecline } from "#app/domain/matching/after-decline.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** A person takes up what their no to a proposal says about their wish. The change is worked out anew from the proposal itself. */
export const adjustWish = useCase({
  name: "adjust-wish",
  roles: ["SEEKER"],
  subject: { type: "match", id: (input) => input.matchId },
  act: { kind: "WISH" },
  input: z.object({ matchId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const pair = actor.personId === null ? null : await declinedPair(deps, input.matchId, actor.personId);
    const change = pair && wishAfterDecline(pair.reason, pair.person, pair.post);
    if (!change || actor.personId === null) return refuse("not-found");
    const personId = actor.personId;
    await deps.db.$transaction(async (tx) => {
      await tx.wish.update({ where: { personId }, data: { ...columnOf(change), updatedAt: deps.clock.now() } });
      await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
    });
    return ok({ personId });
  },
});

function columnOf(change: WishChange) {
  switch (change.kind) {
    case "distance": return { maxDistanceKm: change.toKm };
    case "wage": return { minWageFen: change.toFen };
    case "not-seeking": return { seeking: false };
  }
}
