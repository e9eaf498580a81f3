import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readOutboxState } from "#app/data/search-sources/outbox-state.server.ts";
import { seedStarter } from "#prisma/seed/starter.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { dumpFolder } from "../stack/meilisearch.ts";
import { buildWeb } from "../product/build.ts";
import { ensureReference } from "../product/reference.ts";
import { startProduct } from "../product/programs.ts";
import { stepReporter, type Progress } from "../progress.ts";
import type { Stack } from "../stack/index.ts";
import { findFreePort } from "../stack/ports.ts";
import { sleep } from "../stack/processes.mjs";

const SIZE = { workers: 400, employers: 30, posts: 150, seed: 7 };
const DRAINED_WITHIN_MS = 180_000;

const waiting = async ({ pool }: TestServices) => (await readOutboxState(pool)).pending;

/** The tests look at search and counts, so the workers get to finish what the seed started. */
async function waitUntilDrained(services: TestServices, progress: Progress | null): Promise<void> {
  const first = await waiting(services);
  const step = progress?.step("等待索引 Index catches up", first);
  const deadline = Date.now() + DRAINED_WITHIN_MS;
  for (let left = first; left > 0; left = await waiting(services)) {
    step?.update(Math.max(0, first - left));
    if (Date.now() > deadline) throw new Error(`After ${DRAINED_WITHIN_MS / 1000} s the workers still have ${left} deliveries to make.`);
    await sleep(200);
  }
  step?.update(first);
  step?.end();
}

export interface TestProduct {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * The built product on a small fixed data set, once for each lane of tests that run beside each other, with databases, ports and logs of
 * its own. A test finds its lane's settings by `tests/setup/lane.ts`.
 */
export async function openTestProducts(stack: Stack, progress: Progress, lanes: number): Promise<TestProduct> {
  const folder = await buildWeb(progress, stack.adopt);
  const opened = await Promise.allSettled(Array.from({ length: lanes }, (_, lane) => openLane(stack, progress, folder, lane)));
  const products = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => {
    await Promise.all(products.map((product) => product.stop()));
  };
  const failed = opened.find((one) => one.status === "rejected");
  if (!failed) return { env: { PRODUCT_LANES: JSON.stringify(products.map(({ env }) => env)) }, stop };
  await stop();
  throw failed.reason;
}

async function openLane(stack: Stack, progress: Progress, folder: string, lane: number): Promise<TestProduct> {
  const services = await openTestServices({ from: stack.env });
  const steps = stepReporter(progress);
  // the lanes do the same at the same time: one of them is enough to watch
  const onProgress = lane === 0 ? steps.onProgress : () => undefined;
  await ensureReference(services, onProgress, { renew: true });
  await seedStarter(services, onProgress, SIZE);
  steps.end();
  const logs = join(stack.folders.logs, `lane-${lane + 1}`);
  mkdirSync(logs, { recursive: true });
  const env = { ...process.env, ...services.source, BUILD_DIR: folder, LOG_LEVEL: "info" };
  const note = (line: string) => progress.note(line);
  const product = await startProduct({ stack: { ...stack, folders: { ...stack.folders, logs } }, env, host: "127.0.0.1", port: await findFreePort(), note });
  const stop = async () => {
    await product.stop();
    await services.close();
  };
  try {
    await waitUntilDrained(services, lane === 0 ? progress : null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { ...services.source, PRODUCT_URL: product.url, PRODUCT_LOGS: logs, ...(!stack.external && { MEILI_DUMPS: dumpFolder(stack.folders) }) }, stop };
}
