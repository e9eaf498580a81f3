import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "bullmq";
import { recordRun } from "#app/data/scheduled-runs.server.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { EnvironmentError } from "#app/platform/environment.server.ts";
import { refuseDemoAccounts } from "#app/platform/production-checks.server.ts";
import { asJob } from "#app/platform/traces/steps.ts";
import { heartbeatKey } from "#app/platform/web/health.server.ts";
import { indexCalendarChanges } from "#search/apply.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { HOUSEKEEPING, openQueues, type OpenQueues, redisOptions } from "./catalog/queues.ts";
import { deliver } from "./handlers/deliver.ts";
import { keepHouse } from "./handlers/housekeeping.ts";
import { LEASE_MS } from "./relay/deliveries.ts";
import { startRelay } from "./relay/relay.ts";
import { startSealing } from "./sealing.ts";
import { CONSUMERS, type Consumer } from "./subscriptions.ts";

const HOUR_MS = 3_600_000;
const BEAT_MS = 2_000;
const STOP_WITHIN_MS = 10_000;
const TRY_AGAIN_MS = 2_000;
/** Housekeeping runs every hour: two days leave room for a worker that was down over night. */
const SINCE_DAYS = 2;

async function main() {
  const deps = await createDeps(process.env, { process: "workers" });
  await refuseDemoAccounts(deps);
  const queues = openQueues(deps.env);
  const relay = startRelay(deps, queues);
  const sealing = startSealing(deps);
  const workers = [...(Object.keys(CONSUMERS) as Consumer[]).map((consumer) => consumerWorker(deps, consumer)), housekeepingWorker(deps)];
  void untilItWorks(deps, "search indexes", async () => {
    await ensureIndexes(deps);
    await indexCalendarChanges(deps);
  });
  void untilItWorks(deps, "schedule", () => scheduleHousekeeping(deps, queues));
  const beat = setInterval(() => void deps.redis.set(heartbeatKey(deps.env.QUEUE_PREFIX), Date.now(), "EX", 60).catch(() => undefined), BEAT_MS);
  deps.logger.info({}, "workers started");

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    deps.logger.info({ detail: signal }, "stopping");
    // whatever is cut off here keeps its claim until that runs out, and is delivered again
    const force = setTimeout(() => process.exit(0), STOP_WITHIN_MS);
    clearInterval(beat);
    await Promise.all([relay.stop(), sealing.stop()]);
    await Promise.allSettled(workers.map((worker) => worker.close()));
    await Promise.allSettled([deps.redis.del(heartbeatKey(deps.env.QUEUE_PREFIX)), queues.close()]);
    await deps.close();
    clearTimeout(force);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
}

function consumerWorker(deps: Deps, consumer: Consumer): Worker {
  return quiet(deps, new Worker(consumer, async (job) => {
    const startedAt = performance.now();
    const outcome = await deliver(deps, consumer, job.data, undefined, (phase, done, total) => job.updateProgress({ phase, done, total }));
    deps.logger.info({ job: consumer, jobId: job.id, count: outcome.done, durationMs: Math.round(performance.now() - startedAt) }, "job");
    return outcome;
  }, { ...workerOptions(deps), concurrency: CONSUMERS[consumer].parallel }));
}

function housekeepingWorker(deps: Deps): Worker {
  return quiet(deps, new Worker(HOUSEKEEPING, async () => {
    const kept = await asJob({ name: HOUSEKEEPING, traceparents: [] }, () => recordRun(deps, HOUSEKEEPING, () => keepHouse(deps, SINCE_DAYS)));
    deps.logger.info({ job: HOUSEKEEPING, count: kept.expiredPosts }, "job");
    return kept;
  }, workerOptions(deps)));
}

function workerOptions({ env }: Deps) {
  // a worker waits patiently for Redis, unlike a request
  // jobs of a killed worker count as running until their lock is gone, and the relay hands out no more beside them: no longer than their claims
  return { connection: { ...redisOptions(env.REDIS_URL), maxRetriesPerRequest: null }, prefix: env.QUEUE_PREFIX, lockDuration: LEASE_MS, stalledInterval: LEASE_MS / 2 };
}

function quiet(deps: Deps, worker: Worker): Worker {
  worker.on("error", (error) => deps.logger.debug({ error }, "worker connection"));
  worker.on("failed", (job, error) => deps.logger.error({ job: job?.queueName, jobId: job?.id, error }, "job failed"));
  return worker;
}

/** At every full hour, and at once where this hour's run has not been asked for yet: whoever was down makes up for it. */
async function scheduleHousekeeping(deps: Deps, queues: OpenQueues): Promise<void> {
  const queue = queues.queue(HOUSEKEEPING);
  const opts = { removeOnComplete: 50, removeOnFail: 200 };
  await queue.upsertJobScheduler(HOUSEKEEPING, { pattern: "0 * * * *" }, { name: HOUSEKEEPING, opts });
  await queue.add(HOUSEKEEPING, {}, { ...opts, jobId: `${HOUSEKEEPING}-${Math.floor(deps.clock.now().getTime() / HOUR_MS)}` });
}

async function untilItWorks(deps: Deps, what: string, work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      deps.logger.warn({ detail: what, error }, "waiting for a dependency");
      await sleep(TRY_AGAIN_MS);
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
