import type { Catalogue } from "../catalogue.ts";

export const terms: Catalogue["terms"] = {
  stream: { MARKET: "Market job", WORKSHOP: "Support workshop", WELFARE: "Public-welfare post", WORKFARE: "Workfare" },
  streamSays: {
    MARKET: "Work offered directly by firms and businesses, in Shanxi and beyond",
    WORKSHOP: "Small plants close to home",
    WELFARE: "First for those who can't leave home or find other work for now",
    WORKFARE: "Build public works at home and be paid by the day",
  },
  placeClass: { IN_COUNTY: "In the county", IN_PROVINCE: "Elsewhere in Shanxi", OUT_OF_PROVINCE: "Other provinces", OVERSEAS: "Abroad" },
  scope: { IN_PROVINCE: "In Shanxi", OUT_OF_PROVINCE: "Other provinces", OVERSEAS: "Abroad" },
  education: {
    NONE: "None asked", PRIMARY: "Primary school", JUNIOR: "Junior middle school", SENIOR: "Senior middle school", SECONDARY: "Vocational school",
    COLLEGE: "College", BACHELOR: "Bachelor", MASTER: "Master", DOCTOR: "Doctor",
  },
  skillLevel: {
    APPRENTICE: "apprentice", JUNIOR: "junior", INTERMEDIATE: "intermediate", SENIOR: "senior", TECHNICIAN: "technician",
    SENIOR_TECHNICIAN: "senior technician", SPECIAL_TECHNICIAN: "special technician", CHIEF_TECHNICIAN: "chief technician",
  },
  certificateKind: {
    QUALIFICATION: "Professional qualification", SKILL_LEVEL: "Skill level certificate", SPECIAL_ABILITY: "Special ability certificate", TRAINING: "Training certificate",
  },
  verification: { UNVERIFIED: "Not checked yet", VERIFIED: "Verified", REFUSED: "Not accepted", REVOKED: "Revoked" },
  wagePeriod: { HOUR: "hour", DAY: "day", MONTH: "month", YEAR: "year", PIECE: "piece" },
  welfareKind: { GENERAL: "Village welfare post", PV_STATION: "Solar station post", RANGER: "Forest ranger", CLEANING: "Village cleaning" },
  countyClass: { DEMONSTRATION: "Demonstration county", GENERAL: "General county", KEY_SUPPORT: "Key support county", UNKNOWN: "Class not set" },
  personCategory: {
    POVERTY_LIFTED: "Lifted out of poverty", MONITORED_UNSTABLE: "Monitored: unstable", MONITORED_MARGINAL: "Monitored: at the margin", MONITORED_SUDDEN: "Monitored: sudden hardship", RELOCATED: "Relocated",
    LOW_INCOME: "Rural low income", DISABLED: "Disabled", ZERO_EMPLOYMENT_HOUSEHOLD: "Household without work", NONE: "None of these",
  },
  sex: { F: "Women", M: "Men" },
  povertyLifted: { NATIONAL: "Poverty-lifted (national list)", PROVINCIAL: "Poverty-lifted (provincial list)" },
  employerKind: { OWN_RECRUITING: "Recruits directly", COMMERCIAL_AGENCY: "Commercial agency", PUBLIC_AGENCY: "Public employment service" },
  employerStatus: { PENDING: "Waiting to be checked", APPROVED: "Verified", SUSPENDED: "Suspended" },
  postStatus: { DRAFT: "Draft", PUBLISHED: "Open", CLOSED: "Closed", EXPIRED: "Expired", BLOCKED: "Taken down" },
  fundLine: { CENTRAL_BUDGET: "Central budget investment", CENTRAL_BRIDGING: "Central bridging funds", PROVINCIAL: "Provincial funds", LOCAL: "City and county funds" },
  labourCapacity: { FULL: "Full capacity", HALF: "Partial capacity", NONE: "Unable to work" },
  role: {
    SEEKER: "Job seeker", EMPLOYER: "Employer", OFFICER: "Labour bureau", AGENT: "Village agent", OPERATOR: "Training and brand operator",
    ADMIN: "Administrator", SYSTEM: "System",
  },
  rung: {
    NONE: "Not arrived", CLAIMED: "Reported", PERSON_CONFIRMED: "Confirmed by the person", EMPLOYER_CONFIRMED: "Confirmed by the employer",
    EVIDENCED: "Contract or pay record seen",
  },
  placementState: { NONE: "No record", OFFERED: "Offered", ACCEPTED: "Accepted", DEPARTED: "On the way", ON_THE_JOB: "At work", ENDED: "Ended" },
  eventKind: {
    OFFERED: "Offered", ACCEPTED: "Accepted", DEPARTED: "Left home", ON_THE_JOB: "Arrived at work", STILL_ON_THE_JOB: "Still at work", ENDED: "Ended", REVERSED: "Correction",
  },
  evidence: {
    NONE: "None", STATEMENT: "Statement", CONTRACT: "Labour contract", PAY_RECORD: "Pay record", PHONE_CHECK: "Checked by phone", RUN: "Matching run",
  },
  matchStatus: { PROPOSED: "Waiting for an answer", ACCEPTED: "Accepted", DECLINED: "Declined", SUPERSEDED: "Replaced by a newer offer", LAPSED: "No longer open" },
  declineReason: {
    "too-far": "Too far away", "pay-too-low": "Pay too low", "cannot-leave-now": "I can't leave at the moment", "not-my-trade": "Not my kind of work",
    "have-work": "I have work already", other: "Another reason", "took-other": "Took another job",
  },
  runStatus: { QUEUED: "Queued", RUNNING: "Running", DONE: "Done", FAILED: "Failed", CANCELLED: "Cancelled", STOPPING: "Stopping" },
  runPhase: {
    queued: "Waiting to start", snapshot: "Reading job seekers and posts", index: "Sorting people", "stage-1": "Matching: market, workshops, workfare",
    "stage-2": "Matching: public-welfare posts", prices: "Taking over prices", candidates: "Finding the best people", auction: "Posts competing for people",
    "market-first": "Market openings first", "monitored-first": "Monitored households first", "brand-first": "Brand members first", bound: "Proving the result", drafts: "Writing down the reasons",
    write: "Publishing the offers", notify: "Telling people", done: "Done",
  },
  person: { fullAge: "aged {{age}}" },
};
