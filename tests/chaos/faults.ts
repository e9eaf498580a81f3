import type { Random } from "#prisma/seed/generate/random.ts";

/**
 * What is killed outright (SIGKILL), or emptied. `workers` is one of the two worker processes, `relay` all of them at once, so that nobody carries
 * events from the outbox to the queues; `flush` is FLUSHALL in Redis.
 */
export const TARGETS = ["web", "workers", "relay", "redis", "meilisearch", "mariadb", "flush"] as const;
export type Target = (typeof TARGETS)[number];

const SHARE_OF_PAIRS = 0.3;

/** Faults without end: each target once, in an order drawn, then single ones and pairs at random. */
export function* faults(random: Random): Generator<readonly Target[], never> {
  for (const target of drawOrder(random)) yield [target];
  for (;;) {
    const [first, second] = drawOrder(random);
    yield random.chance(SHARE_OF_PAIRS) ? [first!, second!] : [first!];
  }
}

/** How long the product is left alone after it has caught up, and how long into an operation the next fault comes: milliseconds. */
export const pauseMs = (random: Random): number => random.int(1_500, 5_000);

function drawOrder(random: Random): Target[] {
  const left: Target[] = [...TARGETS];
  return TARGETS.map(() => left.splice(random.int(0, left.length - 1), 1)[0]!);
}
