import { z } from "zod";
import { comingTo, givenNumbers, holdFair, runsFair } from "#app/data/fair/fairs.server.ts";
import { tellEmployers, tellGuests } from "#app/data/fair/notices.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { FAIR_STEP_NAMES, FAIR_STEPS, type FairStep } from "#app/domain/fair/steps.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { OFFICE, version } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";

/** Moves a fair on by the table of steps. When it is cancelled, whoever said that they come, and whoever has or asked for a booth, is told why. */
export const takeFairStep = useCase({
  name: "take-fair-step",
  roles: OFFICE,
  subject: { type: "fair", id: (input) => input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), version, to: z.enum(FAIR_STEP_NAMES as [FairStep, ...FairStep[]], "invalid"), reason: plainLine(0, "required", 200).default("") }),
  async run({ deps, actor, input }) {
    const people = input.to === "CANCELLED" ? await comingTo(deps.pool, input.fairId) : [];
    return deps.db.$transaction(async (tx) => {
      if (people.length > 0) await lockPersons(tx, people);
      const held = await holdFair(tx, input.fairId);
      if (!held || !runsFair(actor, held)) return refuse("not-found");
      if (held.version !== input.version) return refuse("changed-meanwhile");
      const step = FAIR_STEPS[input.to];
      if (!step.from.includes(held.state)) return refuse("fair-step");
      if (step.needsReason && input.reason.length < 4) return refuse("fair-reason", { field: "reason" });
      const now = deps.clock.now();
      const stopped = step.stops({ ...held, approved: (await givenNumbers(deps.pool, held.id)).length }, now);
      if (stopped !== null) return refuse(stopped);
      if (input.to === "CANCELLED" && (await comingTo(deps.pool, held.id)).some((id) => !people.includes(id))) return refuse("changed-meanwhile");
      const marks = input.to === "OPEN" ? { openedAt: now } : input.to === "CLOSED" ? { closedAt: now } : { reason: input.reason };
      await tx.jobFair.update({ where: { id: held.id }, data: { state: input.to, version: { increment: 1 }, ...marks } });
      if (input.to === "CANCELLED") {
        await tellGuests(deps, tx, { fair: held, personIds: people, kind: "cancelled" });
        await tellEmployers(deps, tx, { fair: held, booths: await tx.fairBooth.findMany({ where: { fairId: held.id, openKey: { not: null } } }), kind: "cancelled" });
      }
      return ok({ fairId: held.id });
    });
  },
});
