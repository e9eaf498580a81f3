import type { Day } from "../dates.ts";
import type { Problem } from "../result.ts";
import type { Role } from "../terms.ts";
import type { LanguageProof, SchemeRule } from "./schemes.ts";

/** The way abroad in its order; the departure itself is said in the placement ledger. */
export const STEPS = ["APPLIED", "LANGUAGE", "SKILL", "CONTRACT", "FILED", "CERTIFICATE"] as const;
export type Step = (typeof STEPS)[number];

/** A line of an application's book. */
export interface StepLine {
  seq: number;
  step: Step | "TAKEN_BACK";
  happenedOn: Day;
}

/** The filing is the bureau's to record (条例: contracts are filed with the commerce department); the rest the company's or the bureau's. */
export const WHO: Readonly<Record<Exclude<Step, "APPLIED">, readonly Role[]>> = {
  LANGUAGE: ["EMPLOYER", "OFFICER"], SKILL: ["EMPLOYER", "OFFICER"], CONTRACT: ["EMPLOYER", "OFFICER"], FILED: ["OFFICER"], CERTIFICATE: ["EMPLOYER", "OFFICER"],
};

/** Which steps a scheme asks for, in their order. */
export function stepsOf({ language, skillTest }: Pick<SchemeRule, "language" | "skillTest">): Step[] {
  return STEPS.filter((step) => (step === "LANGUAGE" ? language.length > 0 : step === "SKILL" ? skillTest : true));
}

/** The lines that still stand: one that was taken back does not. */
export function standing<Line extends StepLine>(lines: readonly Line[]): Line[] {
  const done: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.seq - b.seq)) {
    if (line.step === "TAKEN_BACK") done.pop();
    else done.push(line);
  }
  return done;
}

/** The next step to be recorded; null when all of them stand and the person may leave. */
export function nextStep(rule: Pick<SchemeRule, "language" | "skillTest">, lines: readonly StepLine[]): Step | null {
  const done = new Set(standing(lines).map((line) => line.step));
  return stepsOf(rule).find((step) => !done.has(step)) ?? null;
}

export interface NewStep {
  step: Step;
  happenedOn: Day;
  saidByRole: Role;
  proof: LanguageProof | null;
}

/** Tests may have been passed before the application; a contract, its filing and the certificate follow one another. */
const IN_ORDER: readonly Step[] = ["APPLIED", "CONTRACT", "FILED", "CERTIFICATE"];

/** Why a step may not be recorded; null: it may. Days in China, `today` the one on which it is said. */
export function stepProblem(rule: SchemeRule, lines: readonly StepLine[], next: NewStep, today: Day): Problem | null {
  if (next.step === "APPLIED" || nextStep(rule, lines) !== next.step) return { code: "overseas-step-order" };
  if (!WHO[next.step].includes(next.saidByRole)) return { code: "overseas-filing-by-bureau" };
  if (next.happenedOn > today) return { code: "day-in-future", field: "happenedOn" };
  if (next.step === "LANGUAGE" && (next.proof === null || !rule.language.includes(next.proof))) return { code: "overseas-language-proof", field: "proof" };
  const before = standing(lines).filter((line) => (IN_ORDER as readonly string[]).includes(line.step)).at(-1);
  if (IN_ORDER.includes(next.step) && before && next.happenedOn < before.happenedOn) return { code: "day-before-last", field: "happenedOn" };
  return next.step === "CERTIFICATE" && rule.certificateBy !== null && next.happenedOn > rule.certificateBy ? { code: "overseas-certificate-late", field: "happenedOn", params: { day: rule.certificateBy } } : null;
}

export type ApplicationState = "OPEN" | "STOPPED" | "DEPARTED" | "ENDED";

/** Why somebody may not leave on that day; null: every step stands and the day is in time. */
export function departureProblem(rule: SchemeRule, application: { state: ApplicationState; lines: readonly StepLine[] }, leftOn: Day): Problem | null {
  if (application.state === "DEPARTED") return null;
  if (application.state !== "OPEN") return { code: "overseas-stopped" };
  const missing = nextStep(rule, application.lines);
  if (missing !== null) return { code: `overseas-steps-${missing.toLowerCase()}` };
  const last = standing(application.lines).at(-1)!;
  if (leftOn < last.happenedOn) return { code: "overseas-left-before-certificate", field: "happenedOn", params: { day: last.happenedOn } };
  return rule.entryBy !== null && leftOn > rule.entryBy ? { code: "overseas-entry-late", field: "happenedOn", params: { day: rule.entryBy } } : null;
}
