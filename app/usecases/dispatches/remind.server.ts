import { addDays } from "#app/domain/dates.ts";
import { peopleOf } from "#app/data/dispatch/dispatches.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { tellOfDispatch } from "#app/data/dispatch/notices.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Reminds everybody who comes along on a journey of tomorrow, once for each time it was set to. Gives how many were told. */
export async function remindOfDispatches(deps: Pick<Deps, "db" | "pool" | "newId" | "clock" | "env">): Promise<number> {
  const tomorrow = addDays(deps.clock.today(), 1);
  const from = new Date(`${tomorrow}T00:00:00+08:00`);
  const leaving = await deps.db.dispatch.findMany({ where: { state: { in: ["OPEN", "BOARDING"] }, gatherAt: { gte: from, lt: new Date(from.getTime() + 86_400_000) } } });
  let told = 0;
  for (const dispatch of leaving) {
    const people = await peopleOf(deps.pool, dispatch.id);
    told += await deps.db.$transaction(async (tx) => {
      if (people.length > 0) await lockPersons(tx, people);
      const seats = await tx.dispatchSeat.findMany({ where: { dispatchId: dispatch.id, state: "YES" }, select: { id: true, personId: true } });
      return tellOfDispatch(deps, tx, { dispatch, seats, kind: "reminder", once: tomorrow });
    });
  }
  return told;
}
