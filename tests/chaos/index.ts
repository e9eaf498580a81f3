import { randomFor } from "#prisma/seed/generate/random.ts";
import { seedStarter } from "#prisma/seed/starter.ts";
import { buildWeb } from "#scripts/product/build.ts";
import { startProduct } from "#scripts/product/programs.ts";
import { ensureReference } from "#scripts/product/reference.ts";
import { type Progress, stepReporter } from "#scripts/progress.ts";
import type { Stack } from "#scripts/stack/index.ts";
import { findFreePort } from "#scripts/stack/ports.ts";
import { openTestServices } from "#tests/setup/services.ts";
import { check, comeToRest, type Findings } from "./check.ts";
import type { Operation } from "./operations.ts";
import { type Stage, type Strike, strikeUntil } from "./strike.ts";
import { startVisitors } from "./visitors.ts";
import { makeWorld } from "./world.ts";

const STARTER = { workers: 400, employers: 30, posts: 150 };
const VISITORS = 8;
/** More than eight visitors can use up in a minute. */
const PEOPLE_A_MINUTE = 350;
const WORKER_PROCESSES = 2;
const STRIKES_SUBJECT = 78;

export interface ChaosOptions {
  minutes: number;
  seed: number;
}

export interface ChaosReport extends Findings {
  faults: number;
  operations: number;
  byKind: Record<string, Record<string, number>>;
  /** requests that were not answered, or with a failure, and sent again */
  failedRequests: number;
  recoverySecondsMax: number;
  strikes: Strike[];
  seconds: number;
}

/**
 * A busy hour under faults: visitors of all kinds act on the built product through its pages while its processes and services are killed outright, in
 * turn and then at random. In the end everything that was answered as done must be there, once, and search, counters and ledger agree with it.
 */
export async function runChaos(stack: Stack, progress: Progress, { minutes, seed }: ChaosOptions): Promise<ChaosReport> {
  const startedAt = Date.now();
  const folder = await buildWeb(progress, stack.adopt);
  const services = await openTestServices({ from: stack.env });
  const steps = stepReporter(progress);
  try {
    await ensureReference(services, steps.onProgress, { renew: true });
    await seedStarter(services, steps.onProgress, { ...STARTER, seed });
    const world = await makeWorld(services, Math.ceil(minutes * PEOPLE_A_MINUTE), seed, steps.onProgress);
    steps.end();
    stack.keepServicesAlive(() => undefined);
    const env = { ...process.env, ...services.source, BUILD_DIR: folder, LOG_LEVEL: "info" };
    const product = await startProduct({ stack, env, host: "127.0.0.1", port: await findFreePort(), note: () => undefined, workers: WORKER_PROCESSES });
    try {
      const stage: Stage = { services, stack, product };
      const { strikes, operations } = await busyHour(stage, world, { minutes, seed }, progress);
      const rest = progress.step("追上进度 Coming to rest");
      await comeToRest(services, (left) => rest.update(0, left));
      rest.end();
      return { ...summary(strikes, operations, startedAt), ...(await check(services, operations)) };
    } finally {
      await product.stop();
    }
  } finally {
    await services.close();
  }
}

async function busyHour(stage: Stage, world: Awaited<ReturnType<typeof makeWorld>>, { minutes, seed }: ChaosOptions, progress: Progress): Promise<{ strikes: Strike[]; operations: Operation[] }> {
  const visitors = startVisitors(stage.product.url, world, VISITORS, seed);
  const strikes: Strike[] = [];
  const step = progress.step("故障之下的一小时 A busy hour under faults");
  const began = Date.now();
  const endsAt = began + minutes * 60_000;
  const tick = setInterval(() => step.update(Math.min(Math.round((Date.now() - began) / 1_000), minutes * 60), minutes * 60), 1_000);
  try {
    await strikeUntil(stage, endsAt, randomFor(seed, STRIKES_SUBJECT), (strike) => {
      strikes.push(strike);
      progress.note(`  ${String(strike.at).padStart(6)} s  ${strike.targets.join(" + ").padEnd(24)} 恢复 well ${strike.wellSeconds} s，追上 caught up ${strike.caughtUpSeconds} s`);
    });
  } finally {
    clearInterval(tick);
    await visitors.stop();
    step.end();
  }
  return { strikes, operations: visitors.operations };
}

function summary(strikes: Strike[], operations: readonly Operation[], startedAt: number) {
  const byKind: Record<string, Record<string, number>> = {};
  for (const { kind, outcome = "unanswered" } of operations) {
    const of = (byKind[kind] ??= {});
    of[outcome] = (of[outcome] ?? 0) + 1;
  }
  return {
    faults: strikes.reduce((sum, one) => sum + one.targets.length, 0),
    operations: operations.length,
    byKind,
    failedRequests: operations.reduce((sum, one) => sum + one.failures, 0),
    recoverySecondsMax: Math.max(0, ...strikes.map((one) => one.caughtUpSeconds)),
    strikes,
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  };
}
