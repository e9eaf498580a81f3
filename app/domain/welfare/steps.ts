import { isWithin } from "../region/codes.ts";
import type { Role } from "../terms.ts";

export const WELFARE_STATES = ["APPLIED", "REVIEWED", "CHECKED", "IN_POST", "ENDED", "REFUSED", "WITHDRAWN"] as const;
export type WelfareState = (typeof WELFARE_STATES)[number];

/** While a case is in one of these, its person can't apply for another post. */
export const OPEN_STATES: readonly WelfareState[] = ["APPLIED", "REVIEWED", "CHECKED", "IN_POST"];

export const WELFARE_ACTS = ["APPLY", "REVIEW", "RETURN", "CHECK", "SIGN", "INSURE", "RENEW", "MOVE_END", "PLAN", "END", "REFUSE", "WITHDRAW"] as const;
export type WelfareAct = (typeof WELFARE_ACTS)[number];

/** Who stands before a case: the person, the village's agent, the township's officer, the county's (or a wider region's). */
export const PARTIES = ["PERSON", "VILLAGE", "TOWN", "COUNTY"] as const;
export type Party = (typeof PARTIES)[number];

/** What a step asks for, each a sentence in the catalogues under `welfare.needs`. */
export const NEEDS = [
  "notice-over", "fits", "questions-answered", "minutes", "publicity-days", "publicity-over", "checked-again", "opening", "contract", "insurance", "within-term", "reason", "choice", "end-day",
] as const;
export type Need = (typeof NEEDS)[number];

export interface Step {
  act: WelfareAct;
  from: readonly (WelfareState | "NONE")[];
  /** null: the state stays */
  to: WelfareState | null;
  who: readonly Party[];
  needs: readonly Need[];
}

/**
 * The state machine of a public-welfare post as one table (plan art. 21: set by need, hired by post, paid while in post, left in order):
 * whatever is not a row of it may not be done. The page that explains it is drawn from the same rows.
 */
export const STEPS: readonly Step[] = [
  { act: "APPLY", from: ["NONE"], to: "APPLIED", who: ["PERSON", "VILLAGE", "TOWN", "COUNTY"], needs: ["notice-over", "fits", "questions-answered"] },
  { act: "REVIEW", from: ["APPLIED"], to: "REVIEWED", who: ["VILLAGE"], needs: ["minutes", "publicity-days"] },
  { act: "RETURN", from: ["REVIEWED", "CHECKED"], to: "APPLIED", who: ["TOWN", "COUNTY"], needs: ["reason"] },
  { act: "CHECK", from: ["REVIEWED"], to: "CHECKED", who: ["TOWN"], needs: ["publicity-over", "checked-again"] },
  { act: "SIGN", from: ["CHECKED"], to: "IN_POST", who: ["COUNTY"], needs: ["opening", "contract", "insurance", "within-term"] },
  { act: "INSURE", from: ["IN_POST"], to: null, who: ["TOWN", "COUNTY"], needs: ["insurance"] },
  { act: "RENEW", from: ["IN_POST"], to: null, who: ["COUNTY"], needs: ["contract", "within-term"] },
  { act: "MOVE_END", from: ["IN_POST"], to: null, who: ["COUNTY"], needs: ["end-day", "within-term", "reason"] },
  { act: "PLAN", from: ["IN_POST"], to: null, who: ["TOWN", "COUNTY"], needs: ["choice"] },
  { act: "END", from: ["IN_POST"], to: "ENDED", who: ["TOWN", "COUNTY"], needs: ["end-day", "reason"] },
  { act: "REFUSE", from: ["APPLIED", "REVIEWED", "CHECKED"], to: "REFUSED", who: ["VILLAGE", "TOWN", "COUNTY"], needs: ["reason"] },
  { act: "WITHDRAW", from: ["APPLIED", "REVIEWED", "CHECKED"], to: "WITHDRAWN", who: ["PERSON"], needs: [] },
];

/** Each party decides on its own step: a village does not refuse what the township is looking at. */
const REFUSES: Partial<Record<WelfareState, readonly Party[]>> = { APPLIED: ["VILLAGE"], REVIEWED: ["TOWN"], CHECKED: ["COUNTY"] };

/** As whom somebody with this role and region stands before a case in a village; null where they have no part in it. */
export function partyOf(actor: { role: Role; regionCode: string | null; personId: string | null }, of: { regionCode: string; personId: string | null }): Party | null {
  if (actor.role === "SEEKER") return actor.personId !== null && actor.personId === of.personId ? "PERSON" : null;
  if (actor.regionCode === null || !isWithin(of.regionCode, actor.regionCode)) return null;
  if (actor.role === "AGENT") return "VILLAGE";
  if (actor.role !== "OFFICER" && actor.role !== "ADMIN") return null;
  return actor.regionCode.length === 6 ? "COUNTY" : "TOWN";
}

export type StepRefusal = { code: "welfare-not-now"; state: WelfareState | "NONE"; next: readonly Step[] } | { code: "welfare-not-yours"; who: readonly Party[] };

/** The row of the table that allows this, or why it is refused: what could be done instead, or whose step it is. */
export function findStep(act: WelfareAct, state: WelfareState | "NONE", party: Party): { ok: true; step: Step } | { ok: false; refusal: StepRefusal } {
  const step = STEPS.find((one) => one.act === act && one.from.includes(state));
  if (!step) return { ok: false, refusal: { code: "welfare-not-now", state, next: stepsFrom(state) } };
  const who = whoMay(step, state);
  return who.includes(party) ? { ok: true, step } : { ok: false, refusal: { code: "welfare-not-yours", who } };
}

/** Who may take a step from a state. */
export function whoMay(step: Step, state: WelfareState | "NONE"): readonly Party[] {
  return step.act === "REFUSE" && state !== "NONE" ? (REFUSES[state] ?? []) : step.who;
}

/** What may follow on a state, whoever does it. */
export function stepsFrom(state: WelfareState | "NONE"): readonly Step[] {
  return STEPS.filter((step) => step.from.includes(state));
}

/** What one party may do now. */
export function actsOf(state: WelfareState, party: Party): WelfareAct[] {
  return stepsFrom(state).filter((step) => whoMay(step, state).includes(party)).map((step) => step.act);
}

/** The step that takes the case on, and whose it is: what everybody waits for. */
export function waitsFor(state: WelfareState): Step | null {
  const act: Partial<Record<WelfareState, WelfareAct>> = { APPLIED: "REVIEW", REVIEWED: "CHECK", CHECKED: "SIGN" };
  return STEPS.find((step) => step.act === act[state]) ?? null;
}

/** The steps as people read them: one whose doer depends on the state stands in a row for each state. */
export const STEP_ROWS: readonly Step[] = STEPS.flatMap((step) => (step.act === "REFUSE" ? step.from.map((from) => ({ ...step, from: [from], who: whoMay(step, from) })) : [step]));
