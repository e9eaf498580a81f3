import { setTimeout as sleep } from "node:timers/promises";
import type { RowDataPacket } from "mysql2";
import type { Random } from "#prisma/seed/generate/random.ts";
import type { Product } from "#scripts/product/programs.ts";
import type { Stack } from "#scripts/stack/index.ts";
import { signal } from "#scripts/stack/processes.mjs";
import type { TestServices } from "#tests/setup/services.ts";
import { faults, pauseMs, type Target } from "./faults.ts";

/** Everything must be well again within this time, or the run stops and says so. */
const WELL_WITHIN_MS = 240_000;
const LOOK_MS = 250;

export interface Strike {
  targets: readonly Target[];
  /** seconds into the run */
  at: number;
  /** seconds until every dependency answered again, and until everything that was written before then had been acted on */
  wellSeconds: number;
  caughtUpSeconds: number;
}

export interface Stage {
  services: TestServices;
  stack: Stack;
  product: Product;
}

/** Strikes again and again until the time is over; each time it waits until the product has caught up, and some moments more. */
export async function strikeUntil(stage: Stage, endsAt: number, random: Random, onStrike: (strike: Strike) => void): Promise<void> {
  const startedAt = Date.now();
  for (const targets of faults(random)) {
    await sleep(pauseMs(random));
    if (Date.now() > endsAt) return;
    const struckAt = Date.now();
    for (const target of targets) await strike(stage, target);
    await sleep(LOOK_MS);
    const wellSeconds = (await until("to be well again", () => isWell(stage), struckAt)) - struckAt;
    const wellAt = new Date();
    const caughtUpSeconds = (await until("to catch up", () => isCaughtUp(stage, wellAt), struckAt)) - struckAt;
    onStrike({ targets, at: seconds(struckAt - startedAt), wellSeconds: seconds(wellSeconds), caughtUpSeconds: seconds(caughtUpSeconds) });
  }
}

async function strike({ services, stack, product }: Stage, target: Target): Promise<void> {
  const kill = (pid: number | null | undefined) => void (pid && signal({ pid, start: null }, "SIGKILL"));
  if (target === "flush") await services.redis.flushall().catch(() => undefined);
  else if (target === "web") kill(product.web.pid);
  else if (target === "workers") kill(product.workers[0]?.pid);
  else if (target === "relay") product.workers.forEach((one) => kill(one.pid));
  else kill(stack.serviceProcess(target)?.pid);
}

async function isWell({ product }: Stage): Promise<boolean> {
  const reply = await fetch(`${product.url}/healthz`, { signal: AbortSignal.timeout(5_000) });
  return ((await reply.json()) as { status: string }).status === "ok" && product.web.alive && product.workers.every((one) => one.alive);
}

/** Whether nothing that was written before `before` still waits to be acted on. */
async function isCaughtUp({ services }: Stage, before: Date): Promise<boolean> {
  const [[row]] = await services.pool.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM outbox_event WHERE expandedAt IS NULL AND recordedAt <= ?)
          + (SELECT COUNT(*) FROM outbox_delivery d JOIN outbox_event e ON e.id = d.eventId WHERE d.doneAt IS NULL AND d.quarantinedAt IS NULL AND e.recordedAt <= ?) AS n`, [before, before]);
  return Number(row?.n) === 0;
}

async function until(what: string, holds: () => Promise<boolean>, since: number): Promise<number> {
  while (!(await holds().catch(() => false))) {
    if (Date.now() - since > WELL_WITHIN_MS) throw new Error(`The product had ${WELL_WITHIN_MS / 1_000} s ${what}, and did not.`);
    await sleep(LOOK_MS);
  }
  return Date.now();
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
