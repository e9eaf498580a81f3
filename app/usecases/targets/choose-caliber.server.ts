import { z } from "zod";
import { plainLine } from "#app/domain/plain-text.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** The province chooses the counting rule that is official for a year; months that are frozen stay as they were reported. */
export const chooseCaliber = useCase({
  name: "choose-caliber",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "targetYear", id: (input) => input.year },
  input: z.object({
    year: z.coerce.number("invalid").int().min(2000).max(2100),
    /** the rule that the page showed as official: somebody else may have chosen meanwhile */
    from: z.string("required").max(40),
    caliberCode: z.string("required").max(40),
    reason: plainLine(4, "reason-needed", 300),
  }),
  async run({ deps, actor, input }) {
    if (actor.regionCode !== SHANXI) return refuse("not-your-region");
    const caliber = await deps.db.caliber.findUnique({ where: { code: input.caliberCode } });
    if (!caliber) return refuse("caliber-unknown", { field: "caliberCode" });
    if (input.caliberCode === input.from) return refuse("caliber-same", { field: "caliberCode" });
    return deps.db.$transaction(async (tx) => {
      const changed = await tx.targetYear.updateMany({ where: { year: input.year, caliberCode: input.from }, data: { caliberCode: input.caliberCode } });
      if (changed.count !== 1) return refuse("changed-meanwhile");
      await tx.caliberChoice.create({ data: { id: deps.newId(), year: input.year, caliberCode: input.caliberCode, reason: input.reason, chosenBy: actor.userId, chosenAt: deps.clock.now() } });
      return ok({ year: input.year });
    });
  },
});
