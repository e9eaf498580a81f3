import { z } from "zod";
import { markCancelled } from "#app/data/matching-facts/run-store.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * Calls off a matching run: one that waits ends here and now, one under way is asked to stop and its worker closes it.
 * What it says stands in the run's own row, which the worker reads between its steps, so no event is needed.
 */
export const cancelMatchRun = useCase({
  name: "cancel-match-run",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "matchRun", id: (input) => input.runId },
  input: z.object({ runId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const run = await deps.db.matchRun.findUnique({ where: { id: input.runId }, select: { id: true, regionCode: true } });
    if (!run) return refuse("not-found");
    if (!actsForRegion(actor, run.regionCode)) return refuse("not-your-region");
    const asked = await deps.db.matchRun.updateMany({
      where: { id: run.id, status: { in: ["QUEUED", "RUNNING"] } },
      data: { cancelRequestedAt: deps.clock.now() },
    });
    if (asked.count !== 1) return refuse("run-over");
    const waiting = await deps.db.matchRun.count({ where: { id: run.id, status: "QUEUED" } });
    if (waiting === 1) await markCancelled(deps, run.id);
    return ok({ runId: run.id });
  },
});
