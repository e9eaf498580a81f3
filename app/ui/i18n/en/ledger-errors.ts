import type { ledgerErrors as chinese } from "../zh/ledger-errors.ts";

export const ledgerErrors: Record<keyof typeof chinese, string> = {
  "caliber-unknown": "There is no such counting rule; please choose one of the list",
  "caliber-same": "This is the official rule already; please choose another",
  "reason-needed": "Please give a reason in a few words",
  "month-not-over": "This month is not over; freeze it after its last day",
  "month-frozen": "This month has been frozen already; what changes later is told as a restatement",
  "nobody-counted": "Nobody is counted in this year yet; there is nobody to draw",
  "person-no-phone": "This person gave no telephone number; please visit, or ask the village agent",
};
