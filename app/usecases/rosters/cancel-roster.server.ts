import { z } from "zod";
import { findRoster } from "#app/data/rosters.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { ROSTER_ACTS, ROSTER_WORK } from "#app/domain/roster/roster.ts";
import { useCase } from "../use-case.server.ts";

/** Calls a roster off. One that a worker is busy with ends at its next batch: what went in until then stays. */
export const cancelRoster = useCase({
  name: "cancel-roster",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "roster", id: (input) => input.rosterId },
  input: z.object({ rosterId: z.ulid("invalid") }),
  async run({ deps, actor, input: { rosterId } }) {
    const roster = await findRoster(deps, actor, rosterId);
    if (!roster) return refuse("not-found");
    if (!ROSTER_ACTS.cancel.includes(roster.state)) return refuse("roster-not-now");
    const now = deps.clock.now();
    const busy = ROSTER_WORK.includes(roster.state);
    const { count } = await deps.db.roster.updateMany({
      where: { id: rosterId, version: roster.version, state: roster.state },
      data: { version: roster.version + 1, cancelRequestedAt: now, ...(busy ? {} : { state: "CANCELLED", finishedAt: now }) },
    });
    return count === 0 ? refuse("changed-meanwhile") : ok({ rosterId });
  },
});
