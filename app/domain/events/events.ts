/**
 * What can happen, and what the subject's id is an id of. workers/subscriptions.ts says who acts on each.
 * An event carries its subject's id and nothing else: handlers read the row again.
 */
export const EVENTS = {
  "post.changed": "post",
  /** its document can be found, and somebody may want to hear of it */
  "post.findable": "post",
  "person.changed": "person",
  "employer.changed": "employer",
  "placement.recorded": "person",
  "matching.requested": "matchRun",
  "matching.found": "matchRun",
  "matching.published": "matchRun",
  /** a person told of a certificate that nobody has looked up */
  "certificate.told": "certificate",
  "sms.queued": "smsMessage",
  "roster.asked": "roster",
  "simulation.requested": "ruleSimulation",
  /** assessed, corrected, or due again: its certificate is to follow */
  "training.assessed": "trainingEnrolment",
} as const;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
