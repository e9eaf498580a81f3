import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { nightOf } from "#app/domain/matching/nightly.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Asks for a matching run over a region; the workers carry it out. One run at a time for a region, and one for a night. */
export const requestMatchRun = useCase({
  name: "request-match-run",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "matchRun", id: (input, value) => value.runId ?? input.regionCode },
  input: z.object({ regionCode: z.string().regex(/^\d{6}$/, "invalid").optional(), night: z.iso.date("date-form").optional() }),
  async run({ deps, actor, input }): Promise<Result<{ runId: string }>> {
    const regionCode = input.regionCode ?? actor.regionCode;
    if (!regionCode || !actsForRegion(actor, regionCode)) return refuse("not-your-region", { field: "regionCode" });
    const runId = deps.newId();
    const nightKey = input.night === undefined || actor.role !== "SYSTEM" ? null : `${regionCode}:${input.night}`;
    try {
      return await deps.db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT code FROM region WHERE code = ${regionCode} FOR UPDATE`;
        const under = await tx.matchRun.findFirst({ where: { regionCode, status: { in: ["QUEUED", "RUNNING"] } }, select: { id: true } });
        if (under) return refuse("run-under-way", { params: { runId: under.id } });
        await tx.matchRun.create({
          data: { id: runId, regionCode, nightKey, asOf: toDate(deps.clock.today()), requestedBy: actor.userId, requestedAt: deps.clock.now() },
        });
        await emit(deps, tx, [{ event: "matching.requested", subjectId: runId }]);
        return ok({ runId });
      });
    } catch (error) {
      if (nightKey !== null && isUniqueViolation(error)) return refuse("night-matched");
      throw error;
    }
  },
});

/** Asks for the night's run over the province in the hours set for it; true when it is this call that did. */
export async function requestNightlyRun(deps: Deps): Promise<boolean> {
  const hour = deps.env.NIGHTLY_MATCH_HOUR;
  const night = hour === null ? null : nightOf(deps.clock.now(), hour);
  if (night === null || (await deps.db.matchRun.count({ where: { nightKey: `${SHANXI}:${night}` } })) > 0) return false;
  return (await requestMatchRun(deps, systemActor("nightly-match"), { regionCode: SHANXI, night })).ok;
}
