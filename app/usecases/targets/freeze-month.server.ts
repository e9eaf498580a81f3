import { z } from "zod";
import { freezeMonth, isOver } from "#app/data/ledger/frozen-months.server.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** Fixes a month that is over as it is reported, under the rule that is official for its year. */
export const freezeTargetMonth = useCase({
  name: "freeze-month",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "frozenMonth", id: (input) => `${input.year}-${input.month}` },
  input: z.object({ year: z.coerce.number("invalid").int().min(2000).max(2100), month: z.coerce.number("invalid").int().min(1).max(12) }),
  async run({ deps, actor, input: { year, month } }) {
    if (actor.regionCode !== SHANXI) return refuse("not-your-region");
    if (!isOver(year, month, deps.clock.today())) return refuse("month-not-over");
    const target = await deps.db.targetYear.findUnique({ where: { year } });
    if (!target) return refuse("not-found");
    const frozen = await freezeMonth(deps.pool, { year, month, caliberCode: target.caliberCode, by: actor.userId, at: deps.clock.now() });
    return frozen ? ok(frozen) : refuse("month-frozen");
  },
});
