import { emit } from "#app/data/outbox.server.ts";
import { findRoster } from "#app/data/rosters.server.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { ROSTER_ACTS, ROSTER_WORK, type RosterAct, type RosterState } from "#app/domain/roster/roster.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type FoundRoster = NonNullable<Awaited<ReturnType<typeof findRoster>>>;

/**
 * Moves a roster on, if it stands as the officer saw it: the conditional update lets one of two officers through, and the other is told. Work for a
 * worker is announced in the same transaction.
 */
export async function moveRoster(
  deps: Deps, actor: Actor, { rosterId, version, act, to }: { rosterId: string; version: number; act: RosterAct; to: RosterState },
  change: (roster: FoundRoster) => Result<Prisma.RosterUpdateManyMutationInput>, also?: (tx: Tx, roster: FoundRoster) => Promise<void>,
): Promise<Result<{ rosterId: string }>> {
  const roster = await findRoster(deps, actor, rosterId);
  if (!roster) return refuse("not-found");
  if (!ROSTER_ACTS[act].includes(roster.state)) return refuse("roster-not-now");
  const changed = change(roster);
  if (!changed.ok) return changed;
  const moved = await deps.db.$transaction(async (tx) => {
    const { count } = await tx.roster.updateMany({
      where: { id: rosterId, version, state: { in: [...ROSTER_ACTS[act]] } },
      data: { ...changed.value, state: to, version: version + 1, problem: null, progressDone: 0, progressTotal: 0, rowsDone: 0, askedAt: deps.clock.now() },
    });
    if (count === 0) return false;
    await also?.(tx, roster);
    if (ROSTER_WORK.includes(to)) await emit(deps, tx, [{ event: "roster.asked", subjectId: rosterId }]);
    return true;
  });
  return moved ? ok({ rosterId }) : refuse("changed-meanwhile");
}
