import type { Role } from "../terms.ts";

export const DISPATCH_STATES = ["PLANNED", "OPEN", "BOARDING", "DEPARTED", "ARRIVED", "CLOSED", "CANCELLED"] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

export const SEAT_STATES = ["ASKED", "YES", "DECLINED", "WITHDRAWN", "LAPSED", "BOARDED", "NO_SHOW", "ARRIVED", "LEFT"] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** States in which somebody holds a place of the vehicle. */
export const HOLDS_PLACE: readonly SeatState[] = ["YES", "BOARDED", "NO_SHOW", "ARRIVED", "LEFT"];
/** States in which the person belongs to the group: nobody is asked a second time. */
export const STANDS: readonly SeatState[] = ["ASKED", ...HOLDS_PLACE];

/** So many days before its gathering a dispatch that has not left is on the desk. */
export const LEAVING_DAYS = 3;

export const WAYS = ["SELF", "CALL", "QR", "CODE", "LIST"] as const;
export type Way = (typeof WAYS)[number];
export const NO_SHOW_REASONS = ["ILL", "CHANGED_MIND", "WENT_ALONE", "NOT_REACHED"] as const;

/** What a dispatch looks like to a step. */
export interface DispatchFacts {
  state: DispatchState;
  gatherAt: Date;
  /** said yes and not yet aboard */
  coming: number;
  aboard: number;
  /** aboard and not yet confirmed as arrived, or as having left on the way */
  unconfirmed: number;
  /** no-shows whom nobody has called */
  uncalled: number;
}

interface Step {
  from: readonly DispatchState[];
  roles: readonly Role[];
  needsReason?: true;
  stops(facts: DispatchFacts, now: Date): string | null;
}

const OFFICE: readonly Role[] = ["OFFICER", "ADMIN"];
const ON_THE_WAY: readonly Role[] = ["OFFICER", "AGENT"];
const DAY_MS = 86_400_000;

/** From which state, to which, by whom, and what has to be so. An agent takes a step only as the named escort. */
export const DISPATCH_STEPS: Readonly<Record<Exclude<DispatchState, "PLANNED">, Step>> = {
  OPEN: { from: ["PLANNED"], roles: OFFICE, stops: ({ gatherAt }, now) => (gatherAt <= now ? "dispatch-time-passed" : null) },
  BOARDING: { from: ["OPEN"], roles: ON_THE_WAY, stops: ({ gatherAt, coming }, now) => (coming === 0 ? "dispatch-nobody" : gatherAt.getTime() - now.getTime() > DAY_MS ? "dispatch-too-early" : null) },
  DEPARTED: { from: ["BOARDING"], roles: ON_THE_WAY, stops: ({ aboard }) => (aboard === 0 ? "dispatch-nobody-aboard" : null) },
  ARRIVED: { from: ["DEPARTED"], roles: ON_THE_WAY, stops: () => null },
  CLOSED: { from: ["ARRIVED"], roles: OFFICE, stops: ({ unconfirmed, uncalled }) => (unconfirmed > 0 ? "dispatch-unconfirmed" : uncalled > 0 ? "dispatch-uncalled" : null) },
  CANCELLED: { from: ["PLANNED", "OPEN", "BOARDING"], roles: OFFICE, needsReason: true, stops: () => null },
};
export type DispatchStep = keyof typeof DISPATCH_STEPS;
export const DISPATCH_STEP_NAMES = Object.keys(DISPATCH_STEPS) as DispatchStep[];

export function dispatchStepsFrom(state: DispatchState, role: Role): DispatchStep[] {
  return DISPATCH_STEP_NAMES.filter((to) => DISPATCH_STEPS[to].from.includes(state) && DISPATCH_STEPS[to].roles.includes(role));
}

export const TICKS = ["BOARDED", "OFF", "ARRIVED", "LEFT"] as const;
export type Tick = (typeof TICKS)[number];

export interface TickFacts {
  dispatch: DispatchState;
  seat: SeatState;
  departedAt: Date | null;
  at: Date;
}

/**
 * What a tick makes of a seat: its new state, `already` where it says nothing new, or the code of a refusal. A tick that was made before the departure and came in
 * after it, because there was no signal, still lets a no-show have been aboard.
 */
export function tickSeat(tick: Tick, { dispatch, seat, departedAt, at }: TickFacts): { to: SeatState } | "already" | { refused: string } {
  if (seat === "DECLINED" || seat === "WITHDRAWN" || seat === "LAPSED") return { refused: "dispatch-card-withdrawn" };
  if (seat === "ASKED") return { refused: "dispatch-card-unanswered" };
  switch (tick) {
    case "BOARDED":
      if (seat === "BOARDED" || seat === "ARRIVED" || seat === "LEFT") return "already";
      if (dispatch === "BOARDING" && seat === "YES") return { to: "BOARDED" };
      if ((dispatch === "DEPARTED" || dispatch === "ARRIVED") && seat === "NO_SHOW" && departedAt !== null && at < departedAt) return { to: "BOARDED" };
      return { refused: seat === "NO_SHOW" ? "dispatch-has-left" : "dispatch-not-boarding" };
    case "OFF":
      return seat === "YES" ? "already" : dispatch === "BOARDING" && seat === "BOARDED" ? { to: "YES" } : { refused: "dispatch-not-boarding" };
    case "ARRIVED":
      if (seat === "ARRIVED") return "already";
      return seat !== "BOARDED" && seat !== "LEFT" ? { refused: "dispatch-not-aboard" } : dispatch === "ARRIVED" ? { to: "ARRIVED" } : { refused: "dispatch-not-arrived" };
    case "LEFT":
      if (seat === "LEFT") return "already";
      return seat !== "BOARDED" ? { refused: "dispatch-not-aboard" } : dispatch === "DEPARTED" || dispatch === "ARRIVED" ? { to: "LEFT" } : { refused: "dispatch-not-boarding" };
  }
}
