import { z } from "zod";
import { CaseMovedError, findCase, type LoadedCase } from "#app/data/welfare/cases.server.ts";
import { loadWelfareRules } from "#app/data/welfare/rules.server.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { type Problem, refuse, type Result } from "#app/domain/result.ts";
import { findStep, type Party, partyOf, type Step, type WelfareAct } from "#app/domain/welfare/steps.ts";
import type { WelfareRules } from "#app/domain/welfare/rules.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";
import { endStep, insureStep, moveEndStep, planStep, renewStep, signStep } from "./contract-steps.server.ts";
import { checkStep, refuseStep, returnStep, reviewStep, withdrawStep } from "./review-steps.server.ts";

const day = z.iso.date("date-form").optional().or(z.literal("").transform(() => undefined));
const line = (max: number) => plainLine(0, "required", max).default("");

const stepInput = z.object({
  caseId: z.ulid("invalid"),
  /** of the case as the page showed it */
  version: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(1_000_000, "invalid"),
  act: z.enum(["REVIEW", "RETURN", "CHECK", "SIGN", "INSURE", "RENEW", "MOVE_END", "PLAN", "END", "REFUSE", "WITHDRAW"], "invalid"),
  reason: line(300), minutesRef: line(120), publicFrom: day, publicUntil: day,
  household: line(200), kinSays: line(200), away: line(200),
  number: line(60), validFrom: day, validUntil: day,
  insurer: line(80), policyNo: line(60), insuredFrom: day, insuredUntil: day,
  choice: z.enum(["MARKET", "TRAINING", "ANOTHER_POST", "RENEW", "RETIRE"]).optional().or(z.literal("").transform(() => undefined)),
  endedOn: day,
});
export type StepInput = z.output<typeof stepInput>;

/** What a step's function has before it. */
export interface StepContext {
  deps: Deps;
  actor: Actor;
  of: LoadedCase;
  step: Step;
  party: Party;
  input: StepInput;
  rules: WelfareRules;
  today: string;
}
type Take = (context: StepContext) => Promise<Result<{ caseId: string }>>;

const TAKES: Record<Exclude<WelfareAct, "APPLY">, Take> = {
  REVIEW: reviewStep, RETURN: returnStep, CHECK: checkStep, SIGN: signStep, INSURE: insureStep, RENEW: renewStep, MOVE_END: moveEndStep, PLAN: planStep, END: endStep, REFUSE: refuseStep, WITHDRAW: withdrawStep,
};

async function take(deps: Deps, actor: Actor, input: StepInput): Promise<Result<{ caseId: string }>> {
  const of = await findCase(deps.db, input.caseId);
  const party = of && partyOf(actor, of);
  const terms = of?.post.welfareTerms;
  if (!of || !party || !terms) return refuse("not-found");
  const found = findStep(input.act, of.state, party);
  if (!found.ok) return { ok: false, problems: [problemOf(found.refusal)] };
  if (of.version !== input.version) return refuse("changed-meanwhile");
  const today = deps.clock.today();
  const rules = await loadWelfareRules(deps.pool, { regionCode: of.regionCode, asOf: today, kind: terms.kind });
  try {
    return await TAKES[input.act]({ deps, actor, of, step: found.step, party, input, rules, today });
  } catch (error) {
    if (error instanceof CaseMovedError) return refuse("changed-meanwhile");
    throw error;
  }
}

/** Says what could be done instead, by a code of its own for each state, or whose step it is. */
function problemOf(refusal: Extract<ReturnType<typeof findStep>, { ok: false }>["refusal"]): Problem {
  return refusal.code === "welfare-not-now" ? { code: `welfare-now-${refusal.state}` } : { code: `welfare-by-${refusal.who[0] ?? "COUNTY"}` };
}

/** One step of a case by a bureau: review, check, contract, insurance, renewal, exit. The table of steps decides who may do what. */
export const takeWelfareStep = useCase({
  name: "take-welfare-step",
  roles: ["AGENT", "OFFICER", "ADMIN"],
  subject: { type: "welfareCase", id: (input) => input.caseId },
  input: stepInput,
  run: ({ deps, actor, input }) => take(deps, actor, input),
});

/** A person takes their application back, as long as there is no contract. */
export const withdrawApplication = useCase({
  name: "withdraw-welfare",
  roles: ["SEEKER"],
  subject: { type: "welfareCase", id: (input) => input.caseId },
  act: { kind: "ANSWER" },
  input: stepInput.pick({ caseId: true, version: true }),
  run: ({ deps, actor, input }) => take(deps, actor, stepInput.parse({ ...input, act: "WITHDRAW" })),
});
