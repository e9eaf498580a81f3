export const FAIR_STATES = ["PLANNED", "OPEN", "CLOSED", "CANCELLED"] as const;
export type FairState = (typeof FAIR_STATES)[number];
export const FAIR_KINDS = ["ON_SITE", "ONLINE", "BOTH"] as const;
export type FairKind = (typeof FAIR_KINDS)[number];
export const BOOTH_STATES = ["APPLIED", "APPROVED", "REFUSED", "WITHDRAWN"] as const;
export type BoothState = (typeof BOOTH_STATES)[number];
export const GUEST_STATES = ["COMING", "CAME", "WITHDRAWN"] as const;
export type GuestState = (typeof GUEST_STATES)[number];

/** What a fair looks like to a step. */
export interface FairFacts {
  state: FairState;
  startsAt: Date;
  endsAt: Date;
  /** booths that are approved */
  approved: number;
}

interface Step {
  from: readonly FairState[];
  needsReason?: true;
  stops(facts: FairFacts, now: Date): string | null;
}

const HOUR_MS = 3_600_000;
/** Doors open so long before the time on the poster at the earliest: whoever comes early is counted too. */
const EARLY_MS = 3 * HOUR_MS;
/** So long after its time a fair that nobody closed is over all the same. */
const LATE_MS = 3 * HOUR_MS;

/** The moment after which nothing more is written down at a fair. */
export function lastMoment({ endsAt }: Pick<FairFacts, "endsAt">): Date {
  return new Date(endsAt.getTime() + LATE_MS);
}

/** From which state, to which, and what has to be so. A bureau of the fair's region takes them. */
export const FAIR_STEPS: Readonly<Record<Exclude<FairState, "PLANNED">, Step>> = {
  OPEN: {
    from: ["PLANNED"],
    stops: ({ startsAt, endsAt, approved }, now) => (approved === 0 ? "fair-no-booth" : startsAt.getTime() - now.getTime() > EARLY_MS ? "fair-too-early" : endsAt <= now ? "fair-time-over" : null),
  },
  CLOSED: { from: ["OPEN"], stops: ({ startsAt }, now) => (now < startsAt ? "fair-not-begun" : null) },
  CANCELLED: { from: ["PLANNED", "OPEN"], needsReason: true, stops: () => null },
};
export type FairStep = keyof typeof FAIR_STEPS;
export const FAIR_STEP_NAMES = Object.keys(FAIR_STEPS) as FairStep[];

export function fairStepsFrom(state: FairState): FairStep[] {
  return FAIR_STEP_NAMES.filter((to) => FAIR_STEPS[to].from.includes(state));
}

/** Whether employers can still ask for a booth, and people say that they come: until it is over. */
export function takesGuests({ state, endsAt }: Pick<FairFacts, "state" | "endsAt">, now: Date): boolean {
  return (state === "PLANNED" || state === "OPEN") && endsAt > now;
}

/** What stands against hiring on the spot: only a fair that is going on has a spot. */
export function findHiringProblem({ state, endsAt }: Pick<FairFacts, "state" | "endsAt">, now: Date): string | null {
  if (state === "OPEN") return now > lastMoment({ endsAt }) ? "fair-closed" : null;
  return state === "PLANNED" ? "fair-not-open" : state === "CLOSED" ? "fair-closed" : "fair-cancelled";
}

interface Times {
  startsAt: Date;
  endsAt: Date;
}

/** What stands against the times of a fair: in the future, within a year, at least half an hour and at most 60 days long. */
export function findFairTimeProblem({ startsAt, endsAt }: Times, now: Date): { code: string; field: string } | null {
  if (startsAt <= now) return { code: "fair-time-passed", field: "startsAt" };
  if (startsAt.getTime() - now.getTime() > 366 * 24 * HOUR_MS) return { code: "fair-too-far", field: "startsAt" };
  const long = endsAt.getTime() - startsAt.getTime();
  return long < HOUR_MS / 2 || long > 60 * 24 * HOUR_MS ? { code: "fair-ends-first", field: "endsAt" } : null;
}
