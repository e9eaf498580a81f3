import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** Whoever did something for a person says that the printed slip was handed over. */
export const handOverReceipt = useCase({
  name: "hand-over-receipt",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "receipt", id: (input) => input.receiptId },
  act: "own",
  input: z.object({ receiptId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const own = actor.userId === null ? null : await deps.db.receipt.findFirst({ where: { id: input.receiptId, byUserId: actor.userId }, select: { id: true } });
    if (!own) return refuse("not-found");
    await deps.db.receipt.updateMany({ where: { id: own.id, printedAt: null }, data: { printedAt: deps.clock.now() } });
    return ok({ receiptId: own.id });
  },
});
