import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** 先行示范 / 整体推进 / 重点帮扶 is not published: an officer above the county fills it in (plan art. 10). */
export const setCountyClass = useCase({
  name: "set-county-class",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "county", id: (input) => input.countyCode },
  input: z.object({ countyCode: z.string().regex(/^14\d{4}$/, "invalid"), countyClass: z.enum(["DEMONSTRATION", "GENERAL", "KEY_SUPPORT", ""], "required") }),
  async run({ deps, actor, input }) {
    const above = actor.regionCode !== null && actor.regionCode !== input.countyCode;
    if (!above || !actsForRegion(actor, input.countyCode)) return refuse("not-your-region", { field: "countyClass" });
    const changed = await deps.db.county.updateMany({
      where: { code: input.countyCode },
      data: { countyClass: input.countyClass || null, countyClassSetBy: actor.userId, countyClassSetAt: deps.clock.now() },
    });
    return changed.count === 1 ? ok({ countyCode: input.countyCode }) : refuse("not-found");
  },
});
