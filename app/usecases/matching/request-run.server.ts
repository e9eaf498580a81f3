import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Asks for a matching run over a region; the workers carry it out. One run at a time for a region. */
export const requestMatchRun = useCase({
  name: "request-match-run",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "matchRun", id: (input, value) => value.runId ?? input.regionCode },
  input: z.object({ regionCode: z.string().regex(/^\d{6}$/, "invalid").optional() }),
  async run({ deps, actor, input }) {
    const regionCode = input.regionCode ?? actor.regionCode;
    if (!regionCode || !actsForRegion(actor, regionCode)) return refuse("not-your-region", { field: "regionCode" });
    const runId = deps.newId();
    return deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT code FROM region WHERE code = ${regionCode} FOR UPDATE`;
      const under = await tx.matchRun.findFirst({ where: { regionCode, status: { in: ["QUEUED", "RUNNING"] } }, select: { id: true } });
      if (under) return refuse("run-under-way", { params: { runId: under.id } });
      await tx.matchRun.create({
        data: { id: runId, regionCode, asOf: toDate(deps.clock.today()), requestedBy: actor.userId, requestedAt: deps.clock.now() },
      });
      await emit(deps, tx, [{ event: "matching.requested", subjectId: runId }]);
      return ok({ runId });
    });
  },
});
