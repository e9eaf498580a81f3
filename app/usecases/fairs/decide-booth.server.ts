import { z } from "zod";
import { givenNumbers, holdFair, runsFair } from "#app/data/fair/fairs.server.ts";
import { tellEmployers } from "#app/data/fair/notices.server.ts";
import { takesGuests } from "#app/domain/fair/steps.ts";
import { freeBooth } from "#app/domain/fair/ticks.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { OFFICE, version } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";

const number = z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("number-needed").int("whole-number").min(1, "booth-number").max(1_000, "booth-number").optional());

/** An officer gives a booth, by number or the smallest that is free, or says why not. The fair's row is held: the last booth goes to one of two. */
export const decideBooth = useCase({
  name: "decide-booth",
  roles: OFFICE,
  subject: { type: "booth", id: (input) => input.boothId },
  input: z.object({ boothId: z.ulid("invalid"), version, decision: z.enum(["APPROVED", "REFUSED"], "invalid"), number, reason: plainLine(0, "required", 200).default("") }),
  async run({ deps, actor, input }) {
    const known = await deps.db.fairBooth.findUnique({ where: { id: input.boothId }, select: { fairId: true, fair: { select: { regionCode: true } }, employer: { select: { status: true } } } });
    if (!known || !runsFair(actor, known.fair)) return refuse("not-found");
    const refuses = input.decision === "REFUSED";
    if (refuses && input.reason.length < 4) return refuse("booth-reason", { field: "reason" });
    if (!refuses && known.employer.status !== "APPROVED") return refuse("booth-employer");
    return deps.db.$transaction(async (tx) => {
      const held = (await holdFair(tx, known.fairId))!;
      if (!takesGuests(held, deps.clock.now())) return refuse("fair-over");
      const asked = await tx.fairBooth.findUniqueOrThrow({ where: { id: input.boothId } });
      if (asked.version !== input.version || asked.state !== "APPLIED") return refuse("changed-meanwhile");
      const taken = await givenNumbers(deps.pool, held.id);
      const free = refuses ? null : (input.number ?? freeBooth(taken, held.booths));
      if (!refuses && free === null) return refuse("booth-none-left");
      if (input.number !== undefined && !refuses && input.number > held.booths) return refuse("booth-number-high", { field: "number", params: { n: held.booths } });
      if (free !== null && taken.includes(free)) return refuse("booth-number-taken", { field: "number" });
      const data = { decidedBy: actor.userId, decidedAt: deps.clock.now(), version: { increment: 1 }, ...(refuses ? { state: "REFUSED" as const, reason: input.reason, openKey: null } : { state: "APPROVED" as const, number: free }) };
      const booth = await tx.fairBooth.update({ where: { id: asked.id }, data });
      await tellEmployers(deps, tx, { fair: held, booths: [booth], kind: refuses ? "refused" : "approved" });
      return ok({ boothId: input.boothId, number: free });
    });
  },
});
