import { askCheckIn, placementsToAsk } from "#app/data/check-ins.server.ts";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { messageReachOf } from "#app/data/message-reach.server.ts";
import { dueCheckIns } from "#app/domain/checkin/check-in.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";

const AT_ONCE = 500;

/** Asks everybody whose day has come whether they have arrived, or are still there and paid. Each question goes out once, however often this runs. Gives how many were asked anew. */
export async function openCheckIns(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto" | "env">): Promise<number> {
  const today = deps.clock.today();
  const placements = await placementsToAsk(deps.pool, today);
  let asked = 0;
  for (let from = 0; from < placements.length; from += AT_ONCE) {
    const some = placements.slice(from, from + AT_ONCE);
    const personIds = [...new Set(some.map((one) => one.personId))];
    const [ledger, reach] = await Promise.all([loadEventsOfPersons(deps.pool, personIds), messageReachOf(deps.pool, personIds)]);
    for (const placement of some) {
      const events = ledger.get(placement.personId)?.get(placement.id) ?? [];
      for (const due of dueCheckIns(events, today)) if (await askCheckIn(deps, placement, due, reach.get(placement.personId), originOf(deps.env))) asked += 1;
    }
  }
  return asked;
}
