import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "#app/platform/deps.server.ts";
import type { OpenQueues } from "../catalog/queues.ts";
import { CONSUMERS, type Consumer } from "../subscriptions.ts";
import { claimDeliveries, expandEvents, putBack } from "./deliveries.ts";

const BUSY_MS = 20;
const IDLE_MS = 200;
const TROUBLE_MS = 1_000;
/** Jobs of one consumer that may wait in Redis; the rest waits in MySQL, where nothing can lose it. */
const JOBS_AHEAD = 4;

/** Carries events from the outbox to the queues until it is stopped. The only writer of event jobs. */
export function startRelay(deps: Pick<Deps, "pool" | "clock" | "newId" | "logger">, queues: OpenQueues): { stop(): Promise<void> } {
  let stopped = false;
  const loop = async () => {
    while (!stopped) {
      try {
        const moved = (await expandEvents(deps)) + (await relayOnce(deps, queues));
        await sleep(moved > 0 ? BUSY_MS : IDLE_MS);
      } catch (error) {
        deps.logger.warn({ error }, "relay waits for a dependency");
        await sleep(TROUBLE_MS);
      }
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** One round over all consumers; gives the number of deliveries handed to queues. */
export async function relayOnce(deps: Pick<Deps, "pool" | "clock" | "newId">, queues: OpenQueues): Promise<number> {
  let moved = 0;
  for (const consumer of Object.keys(CONSUMERS) as Consumer[]) {
    const queue = queues.queue(consumer);
    if ((await queue.getJobCountByTypes("waiting", "active")) >= JOBS_AHEAD) continue;
    const deliveries = await claimDeliveries(deps, consumer);
    if (deliveries.length === 0) continue;
    try {
      await queue.add(consumer, { deliveries }, { attempts: 1, removeOnComplete: 200, removeOnFail: 1_000 });
    } catch (error) {
      await putBack(deps, consumer, deliveries.map((one) => one.eventId), TROUBLE_MS);
      throw error;
    }
    moved += deliveries.length;
  }
  return moved;
}
