import type { Deps } from "#app/platform/deps.server.ts";
import { asJob } from "#app/platform/traces/steps.ts";
import { deliveriesSchema, type Delivery } from "../catalog/payloads.ts";
import { LEASE_MS, markDone, markFailed, putBack, renewClaims } from "../relay/deliveries.ts";
import type { Consumer } from "../subscriptions.ts";
import { EFFECTS, type Effect, type OnProgress } from "./effects.ts";

const AWAY_MS = 2_000;
const AWAY = new Set([
  "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "PROTOCOL_CONNECTION_LOST", "ER_SERVER_SHUTDOWN", "ER_CON_COUNT_ERROR",
  "ER_LOCK_WAIT_TIMEOUT", "ER_LOCK_DEADLOCK", "POOL_CLOSED",
]);

export interface Delivered {
  done: number;
  failed: number;
  /** a dependency is away: these come again by themselves */
  putBack: number;
}

/**
 * Does what a job asks and says so in the outbox: done after the effect has happened, failed for the subject
 * whose fault it is, put back for all when a dependency is away. One bad subject doesn't hold up its batch.
 */
export async function deliver(
  deps: Deps,
  consumer: Consumer,
  payload: unknown,
  effect: Effect = EFFECTS[consumer],
  onProgress: OnProgress = () => undefined,
): Promise<Delivered> {
  const { deliveries } = deliveriesSchema.parse(payload);
  const ids = deliveries.map((one) => one.eventId);
  const renewal = setInterval(() => void renewClaims(deps, consumer, ids).catch(() => undefined), LEASE_MS / 3);
  const outcome: Delivered = { done: 0, failed: 0, putBack: 0 };
  try {
    await asJob({ name: consumer, traceparents: deliveries.map((one) => one.traceparent) }, () =>
      attempt(deps, consumer, deliveries, (given, subjects) => effect(given, subjects, onProgress), outcome));
  } finally {
    clearInterval(renewal);
  }
  return outcome;
}

type BoundEffect = (deps: Deps, subjectIds: readonly string[]) => Promise<void>;

async function attempt(deps: Deps, consumer: Consumer, deliveries: readonly Delivery[], effect: BoundEffect, outcome: Delivered): Promise<void> {
  const ids = deliveries.map((one) => one.eventId);
  const subjects = [...new Set(deliveries.map((one) => one.subjectId))];
  try {
    await effect(deps, subjects);
  } catch (error) {
    if (isAway(error)) {
      await putBack(deps, consumer, ids, AWAY_MS);
      outcome.putBack += ids.length;
      return;
    }
    if (subjects.length === 1) {
      deps.logger.error({ job: consumer, subjectId: subjects[0], count: ids.length, error }, "delivery failed");
      await markFailed(deps, consumer, ids, codeOf(error));
      outcome.failed += ids.length;
      return;
    }
    const half = new Set(subjects.slice(0, Math.ceil(subjects.length / 2)));
    await attempt(deps, consumer, deliveries.filter((one) => half.has(one.subjectId)), effect, outcome);
    await attempt(deps, consumer, deliveries.filter((one) => !half.has(one.subjectId)), effect, outcome);
    return;
  }
  await markDone(deps, consumer, ids);
  outcome.done += ids.length;
}

/** Whether an error tells of a dependency that is away rather than of the subject. */
export function isAway(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (AWAY.has(String((one as { code?: unknown }).code)) || one.name === "MeiliSearchRequestError" || one.name === "MeiliSearchRequestTimeOutError") return true;
  }
  return false;
}

/** A code and never a message: a driver's message can quote a row. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown";
}
