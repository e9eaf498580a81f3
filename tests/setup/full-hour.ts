import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "#app/platform/deps.server.ts";
import { HOUSEKEEPING, openQueues } from "#workers/catalog/queues.ts";

/** The work of the full hour waits until it is let go again: it writes where a test holds that nothing is written. Gives how to let it go. */
export async function holdFullHour({ env }: Pick<Deps, "env">): Promise<() => Promise<void>> {
  const queues = openQueues(env);
  const queue = queues.queue(HOUSEKEEPING);
  await queue.pause();
  while ((await queue.getActiveCount()) > 0) await sleep(100);
  return async () => {
    await queue.resume();
    await queues.close();
  };
}
