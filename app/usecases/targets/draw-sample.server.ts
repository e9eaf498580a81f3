import { z } from "zod";
import { countRungs, drawRung } from "#app/data/ledger/count-samples.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Draws people at random from those a region counts, as many from each rung of the proof ladder, to be checked by call or visit. The same form sent twice draws once. */
export const drawSample = useCase({
  name: "draw-sample",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "countSample", id: (input, value) => value.sampleId ?? input.regionCode },
  input: z.object({
    year: z.coerce.number("invalid").int().min(2000).max(2100),
    regionCode: z.string("region-needed").regex(/^14\d{4}$/, "region-needed"),
    perRung: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(500, "too-large"),
    entryKey: z.uuid("invalid"),
  }),
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.regionCode)) return refuse("not-your-region", { field: "regionCode" });
    const target = await deps.db.targetYear.findUnique({ where: { year: input.year } });
    if (!target) return refuse("not-found");
    const frame = { year: input.year, caliberCode: target.caliberCode, regionCode: input.regionCode };
    const asked = { drawnBy: actor.userId, entryKey: input.entryKey, year: input.year, regionCode: input.regionCode, perRung: input.perRung };
    const drawnBefore = async () => {
      const sample = await deps.db.countSample.findFirst({ where: asked, select: { id: true, _count: { select: { draws: true } } } });
      return sample && ok({ sampleId: sample.id, drawn: sample._count.draws });
    };
    const before = await drawnBefore();
    if (before) return before;
    const population = await countRungs(deps.pool, frame);
    if (population.size === 0) return refuse("nobody-counted");
    const sampleId = deps.newId();
    const drawn = (await Promise.all([...population.keys()].map((rung) => drawRung(deps.pool, frame, rung, input.perRung, sampleId)))).flat();
    try {
      await deps.db.countSample.create({
        data: {
          id: sampleId, ...asked, caliberCode: frame.caliberCode, seed: sampleId, population: Object.fromEntries(population), drawnAt: deps.clock.now(),
          draws: { create: drawn.map((one, at) => ({ nr: at + 1, ...one })) },
        },
      });
    } catch (error) {
      // pressed again while the first was still drawing
      const first = isUniqueViolation(error) ? await drawnBefore() : null;
      if (first) return first;
      throw error;
    }
    return ok({ sampleId, drawn: drawn.length });
  },
});
