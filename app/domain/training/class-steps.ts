import type { Day } from "../dates.ts";
import type { Role } from "../terms.ts";

export const CLASS_STATES = ["PLANNED", "OPEN", "RUNNING", "ASSESSED", "CLOSED", "CANCELLED"] as const;
export type ClassState = (typeof CLASS_STATES)[number];

/** Whether nothing happens in a class any more: it was held to its end, or called off. */
export const isOver = (state: ClassState): boolean => state === "CLOSED" || state === "CANCELLED";

/** What a class looks like to a step. */
export interface ClassFacts {
  state: ClassState;
  startsOn: Day;
  /** places taken and not yet assessed */
  enrolled: number;
  /** assessed, either way */
  assessed: number;
  /** days of attendance on record */
  days: number;
  /** the body's approval holds on every day of the class */
  approved: boolean;
  /** what became of the allowances: NONE where nobody is owed any */
  sheet: "NONE" | "MISSING" | "OPEN" | "PAID";
}

interface Step {
  from: readonly ClassState[];
  roles: readonly Role[];
  needsReason?: true;
  /** a code of the catalogue of errors where something stands against it */
  stops(facts: ClassFacts, today: Day): string | null;
}

const OFFICE: readonly Role[] = ["OFFICER", "ADMIN"];
const BODY: readonly Role[] = [...OFFICE, "OPERATOR"];

/** From which state, to which, by whom, and what has to be so. */
export const CLASS_STEPS: Readonly<Record<Exclude<ClassState, "PLANNED">, Step>> = {
  OPEN: { from: ["PLANNED"], roles: BODY, stops: ({ approved, startsOn }, today) => (!approved ? "training-body-not-approved" : startsOn <= today ? "training-start-passed" : null) },
  RUNNING: { from: ["OPEN"], roles: BODY, stops: ({ enrolled, startsOn }, today) => (today < startsOn ? "training-not-started" : enrolled === 0 ? "training-nobody" : null) },
  ASSESSED: { from: ["RUNNING"], roles: BODY, stops: ({ enrolled, assessed }) => (enrolled > 0 ? "training-unassessed" : assessed === 0 ? "training-nobody" : null) },
  CLOSED: { from: ["ASSESSED"], roles: OFFICE, stops: ({ sheet }) => (sheet === "MISSING" || sheet === "OPEN" ? "training-allowance-open" : null) },
  CANCELLED: { from: ["PLANNED", "OPEN", "RUNNING"], roles: OFFICE, needsReason: true, stops: ({ assessed, days }) => (assessed > 0 || days > 0 ? "training-has-begun" : null) },
};
export type ClassStep = keyof typeof CLASS_STEPS;
export const STEP_NAMES = Object.keys(CLASS_STEPS) as ClassStep[];

/** Whether a role may take a step: a body opens its own classes, those that public money pays for are opened by the bureau. */
export function mayStep(to: ClassStep, role: Role, publicFunds: boolean): boolean {
  return CLASS_STEPS[to].roles.includes(role) && !(to === "OPEN" && role === "OPERATOR" && publicFunds);
}

/** The steps that a role may take from a state, whether or not something still stands against them. */
export function stepsFrom(state: ClassState, role: Role, publicFunds: boolean): ClassStep[] {
  return STEP_NAMES.filter((to) => CLASS_STEPS[to].from.includes(state) && mayStep(to, role, publicFunds));
}

/** Days of a class are kept and people assessed only while it is under way. */
export function isUnderWay(state: ClassState): boolean {
  return state === "RUNNING";
}
