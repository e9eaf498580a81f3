import { z } from "zod";
import { holdDispatch, runsDispatch, sayOfDispatch } from "#app/data/dispatch/dispatches.server.ts";
import { NO_SHOW_REASONS } from "#app/domain/dispatch/steps.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { OFFICE, version } from "./fields.ts";

/** What came of calling somebody who did not come. Whoever went by themselves goes on as any other hiring; nobody of them arrives by this dispatch. */
export const followUpNoShow = useCase({
  name: "follow-up-no-show",
  roles: OFFICE,
  subject: { type: "dispatchSeat", id: (input) => input.seatId },
  input: z.object({ seatId: z.ulid("invalid"), version, reason: z.enum(NO_SHOW_REASONS, "dispatch-no-show-reason"), note: plainLine(0, "required", 200).default("") }),
  async run({ deps, actor, input }) {
    const known = await deps.db.dispatchSeat.findUnique({ where: { id: input.seatId }, select: { dispatchId: true } });
    if (!known) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      const held = await holdDispatch(tx, known.dispatchId);
      if (!held || !runsDispatch(actor, held)) return refuse("not-found");
      const seat = await tx.dispatchSeat.findUniqueOrThrow({ where: { id: input.seatId } });
      if (seat.state !== "NO_SHOW") return refuse("dispatch-no-no-show");
      if (seat.version !== input.version) return refuse("changed-meanwhile");
      await tx.dispatchSeat.update({ where: { id: seat.id }, data: { followUp: input.reason, followUpNote: input.note || null, followedUpAt: deps.clock.now(), version: { increment: 1 } } });
      await sayOfDispatch(deps, tx, actor, held.id, [{ kind: "FOLLOWED_UP", seatId: seat.id, way: "CALL", reason: input.note ? `${input.reason} ${input.note}`.slice(0, 200) : input.reason }]);
      return ok({ dispatchId: held.id });
    });
  },
});
