import { Queue, type QueueOptions, type RedisOptions } from "bullmq";
import type { Environment } from "#app/platform/environment.server.ts";
import { CONSUMERS, type Consumer } from "../subscriptions.ts";

/** The queue of work that the clock starts, not an event. */
export const HOUSEKEEPING = "housekeeping";
export type QueueName = Consumer | typeof HOUSEKEEPING;
export const QUEUE_NAMES: readonly QueueName[] = [...(Object.keys(CONSUMERS) as Consumer[]), HOUSEKEEPING];

export interface OpenQueues {
  queues: readonly Queue[];
  queue(name: QueueName): Queue;
  close(): Promise<void>;
}

/** For producers and onlookers: a call fails at once while Redis is away; the outbox keeps the obligation. */
export function openQueues(env: Pick<Environment, "REDIS_URL" | "QUEUE_PREFIX">): OpenQueues {
  const options: QueueOptions = { connection: { ...redisOptions(env.REDIS_URL), enableOfflineQueue: false, maxRetriesPerRequest: 1 }, prefix: env.QUEUE_PREFIX };
  const byName = new Map(QUEUE_NAMES.map((name) => [name, new Queue(name, options)]));
  const queues = [...byName.values()];
  // a queue without a listener would end the process when Redis goes away
  for (const queue of queues) queue.on("error", () => undefined);
  return {
    queues,
    queue: (name) => byName.get(name)!,
    async close() {
      await Promise.allSettled(queues.map((queue) => queue.close()));
    },
  };
}

export function redisOptions(url: string): RedisOptions {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    username: username ? decodeURIComponent(username) : undefined,
    password: password ? decodeURIComponent(password) : undefined,
    db: Number(pathname.slice(1) || 0),
    tls: protocol === "rediss:" ? {} : undefined,
  };
}
