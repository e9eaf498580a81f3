import type { EventName } from "#app/domain/events/events.ts";

/**
 * Who acts on what. Each consumer has a queue of its name, a handler in handlers/ and a row in docs/flows.md.
 * `parallel` is how many jobs of it one worker process does at once; the index is written one batch at a time.
 */
export const CONSUMERS = {
  "index-posts": { parallel: 1 },
  "index-profiles": { parallel: 1 },
  "index-employer-posts": { parallel: 1 },
  "fold-targets": { parallel: 2 },
  "rank-candidates": { parallel: 1 },
  "run-matching": { parallel: 1 },
  "publish-matches": { parallel: 1 },
  "notify-matches": { parallel: 1 },
  "count-training-needs": { parallel: 1 },
  "alert-searches": { parallel: 1 },
  "look-up-certificates": { parallel: 1 },
  "send-sms": { parallel: 1 },
  "run-roster": { parallel: 1 },
  "simulate-rules": { parallel: 1 },
  "watch-persons": { parallel: 1 },
  "certify-trainings": { parallel: 1 },
} as const;
export type Consumer = keyof typeof CONSUMERS;

export const SUBSCRIPTIONS: Record<EventName, readonly [Consumer, ...Consumer[]]> = {
  "post.changed": ["index-posts", "rank-candidates"],
  "post.findable": ["alert-searches"],
  "person.changed": ["index-profiles"],
  "employer.changed": ["index-employer-posts"],
  "placement.recorded": ["fold-targets", "watch-persons"],
  "matching.requested": ["run-matching"],
  "matching.found": ["publish-matches"],
  "matching.published": ["notify-matches", "count-training-needs"],
  "certificate.told": ["look-up-certificates"],
  "sms.queued": ["send-sms"],
  "roster.asked": ["run-roster"],
  "simulation.requested": ["simulate-rules"],
  "training.assessed": ["certify-trainings"],
};
