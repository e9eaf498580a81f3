import type { RowDataPacket } from "mysql2/promise";
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

async function waiting(services: TestServices): Promise<number> {
  const [rows] = await services.pool.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM outbox_event WHERE expandedAt IS NULL)
          + (SELECT COUNT(*) FROM outbox_delivery WHERE doneAt IS NULL AND quarantinedAt IS NULL) AS waiting`,
  );
  return Number(rows[0]?.waiting);
}

/** The tests look at search and counts, so the workers get to finish what the seed started. */
async function waitUntilDrained(services: TestServices, progress: Progress): Promise<void> {
  const first = await waiting(services);
  const step = progress.step("等待索引 Index catches up", first);
  const deadline = Date.now() + DRAINED_WITHIN_MS;
  for (let left = first; left > 0; left = await waiting(services)) {
    step.update(Math.max(0, first - left));
    if (Date.now() > deadline) throw new Error(`After ${DRAINED_WITHIN_MS / 1000} s the workers still have ${left} deliveries to make.`);
    await sleep(200);
  }
  step.update(first);
  step.end();
}

export interface TestProduct {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The built product on a small fixed data set, with services and ports of its own. */
export async function openTestProduct(stack: Stack, progress: Progress): Promise<TestProduct> {
  const folder = await buildWeb(progress, stack.adopt);
  const services = await openTestServices({ from: stack.env });
  const steps = stepReporter(progress);
  await ensureReference(services, steps.onProgress, { renew: true });
  await seedStarter(services, steps.onProgress, SIZE);
  steps.end();
  const env = { ...process.env, ...services.source, BUILD_DIR: folder, LOG_LEVEL: "info" };
  const note = (line: string) => progress.note(line);
  const port = await findFreePort();
  const product = await startProduct({ stack, env, host: "127.0.0.1", port, note });
  const stop = async () => {
    await product.stop();
    await services.close();
  };
  try {
    await waitUntilDrained(services, progress);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { ...services.source, PRODUCT_URL: product.url, PRODUCT_LOGS: stack.folders.logs, ...(!stack.external && { MEILI_DUMPS: dumpFolder(stack.folders) }) }, stop };
}
