import { checksOf, loadApplicant, recordStep } from "#app/data/welfare/cases.server.ts";
import { addDays, ageOn, daysBetween, toDate, toDay } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { checkApplicant, type Question, unanswered } from "#app/domain/welfare/checks.ts";
import { tellPerson } from "./tell-person.server.ts";
import type { StepContext } from "./take-step.server.ts";

const OLDEST_DAYS = 60;

/** The village's review: the minutes it stands in, and the days for which its result hangs out. */
export async function reviewStep({ deps, actor, of, input, rules, today }: StepContext) {
  if (input.minutesRef.length < 2) return refuse("minutes-needed", { field: "minutesRef" });
  if (!input.publicFrom || !input.publicUntil) return refuse("date-form", { field: input.publicFrom ? "publicUntil" : "publicFrom" });
  const { publicFrom, publicUntil } = input;
  if (publicFrom > today || publicFrom < addDays(today, -OLDEST_DAYS)) return refuse("publicity-start", { field: "publicFrom" });
  if (daysBetween(publicFrom, publicUntil) < rules.publicityDays) return refuse("publicity-short", { field: "publicUntil", params: { days: rules.publicityDays } });
  if (daysBetween(publicFrom, publicUntil) > OLDEST_DAYS) return refuse("publicity-long", { field: "publicUntil", params: { days: OLDEST_DAYS } });
  await deps.db.$transaction((tx) => recordStep(deps, tx, actor, of, { act: "REVIEW", to: "REVIEWED", happenedOn: today, reason: input.reason }, { minutesRef: input.minutesRef, publicFrom: toDate(publicFrom), publicUntil: toDate(publicUntil) }));
  return ok({ caseId: of.id });
}

/** The township's check, after the publicity: everything is judged again as it stands now, and the age is kept. */
export async function checkStep({ deps, actor, of, input, rules, today }: StepContext) {
  if (of.publicUntil !== null && today < toDay(of.publicUntil)) return refuse("publicity-not-over", { params: { day: toDay(of.publicUntil) } });
  const person = await loadApplicant(deps, of.personId, of.regionCode, today);
  if (!person) return refuse("not-found");
  const { bars, questions } = checkApplicant(person, { kind: of.post.welfareTerms!.kind, countyCode: of.post.countyCode }, rules, today);
  if (bars.length > 0) return { ok: false as const, problems: bars.map((bar) => ({ code: `welfare-${bar.code}`, params: bar.params })) };
  const answered = Object.fromEntries(checksOf(of.checks).map((one) => [one.code, one.answer]));
  const answers: Record<Question, string> = { household: input.household || (answered.household ?? ""), kin: input.kinSays || (answered.kin ?? ""), away: input.away || (answered.away ?? "") };
  const open = unanswered(questions, answers);
  if (open.length > 0) return { ok: false as const, problems: open.map((one) => ({ code: `welfare-ask-${one.code}`, params: one.params, field: one.code === "kin" ? "kinSays" : one.code })) };
  const checks = questions.map((one) => ({ code: one.code, params: { ...one.params }, answer: answers[one.code as Question] }));
  const ageAtApproval = of.ageAtApproval ?? ageOn(person.birthDate, today);
  await deps.db.$transaction(async (tx) => {
    await recordStep(deps, tx, actor, of, { act: "CHECK", to: "CHECKED", happenedOn: today, reason: input.reason }, { checks, ageAtApproval });
    await tellPerson(deps, tx, of, "welfare-checked");
  });
  return ok({ caseId: of.id });
}

export async function returnStep({ deps, actor, of, input, today }: StepContext) {
  if (input.reason.length < 2) return refuse("reason-required", { field: "reason" });
  await deps.db.$transaction((tx) => recordStep(deps, tx, actor, of, { act: "RETURN", to: "APPLIED", happenedOn: today, reason: input.reason }, { minutesRef: null, publicFrom: null, publicUntil: null }));
  return ok({ caseId: of.id });
}

export async function refuseStep({ deps, actor, of, input, today }: StepContext) {
  if (input.reason.length < 2) return refuse("reason-required", { field: "reason" });
  await deps.db.$transaction(async (tx) => {
    await recordStep(deps, tx, actor, of, { act: "REFUSE", to: "REFUSED", happenedOn: today, reason: input.reason });
    await tellPerson(deps, tx, of, "welfare-refused");
  });
  return ok({ caseId: of.id });
}

export async function withdrawStep({ deps, actor, of, today }: StepContext) {
  await deps.db.$transaction((tx) => recordStep(deps, tx, actor, of, { act: "WITHDRAW", to: "WITHDRAWN", happenedOn: today }));
  return ok({ caseId: of.id });
}
