import type { Shape } from "../catalogue.ts";
import type { jobsDesk as zh } from "../zh/jobs-desk.ts";

export const jobsDesk: Shape<typeof zh> = {
  nav: "Background work", title: "Background work", lead: "What is still to be done after data changed; what failed again and again and was set aside; and whether what the clock asks for was done.",
  allWell: "Nothing is set aside.", retried: "{{n}} put back: they are tried again at once.", dashboard: "Look at the queues (to look only: no data is changed there)",
  waiting: "Waiting", waitingSays: "What each step has not done yet. It stands in the database: an emptied queue loses none of it.", waitingNone: "All is done, nothing waits.", consumer: "Step", count: "Waiting", setAsideCount: "Set aside", oldest: "Oldest has waited",
  ago: "{{n}} s", agoMinutes: "{{n}} min", agoHours: "{{n}} h",
  setAside: "Set aside", setAsideSays: "What failed 8 times is not tried again by itself, so that it holds up nothing else. Look at the code of the error, mend its cause, then press Try again. There are only numbers here, nothing personal.", subject: "Subject", event: "Because of", error: "Code of the error", attempts: "Tried", since: "Since", retry: "Try again", retryFor: "Try {{consumer}} {{subject}} again", retryAll: "Try all {{n}} of “{{consumer}}” again", times: "{{n}} times",
  clock: "What the clock asks for", clockSays: "The last 7 days, a box for each time it was due.", schedule: "Work", expected: "Due", done: "Done", failed: "Failed", missed: "Not done", clockNone: "The first time has not come yet.", chart: "{{name}}: due {{expected}} times, done {{done}}, failed {{failed}}, not done {{missed}}",
  missedSays: "Some were not done: see whether the workers ran at that time. Started again, they make up for the present hour.", names: { housekeeping: "Hourly housekeeping", "nightly-match": "Nightly matching of the province", "audit-check": "Daily check of the audit" }, legendDone: "done", legendFailed: "failed", legendMissed: "not done", legendDue: "not due yet",
};
