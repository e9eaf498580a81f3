import { appendEvents, LedgerMovedError } from "#app/data/ledger/append.server.ts";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { findPlacementFor } from "#app/data/ledger/placement-access.server.ts";
import { takeSnapshot } from "#app/data/ledger/snapshot.server.ts";
import { NoOpeningLeft, takeOpening } from "#app/data/openings.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { holdPost, recordStep } from "#app/data/welfare/cases.server.ts";
import { addDays, addMonths, daysBetween, toDate, toDay } from "#app/domain/dates.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { latestEnd } from "#app/domain/welfare/term.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import { sayInLedger } from "../placements/say-in-ledger.server.ts";
import type { StepContext } from "./take-step.server.ts";
import { tellPerson } from "./tell-person.server.ts";

class PersonGone extends Error {}
class WorkedAfterEnd extends Error {
  constructor(readonly days: number) {
    super("attendance stands after the end");
  }
}
const OLDEST_DAYS = 400;

/** The range that a form names, in order and not longer than allowed; a problem otherwise. */
function readRange(from: string | undefined, until: string | undefined, names: readonly [string, string], most: number): Result<{ from: string; until: string }> {
  if (!from || !until) return refuse("date-form", { field: from ? names[1] : names[0] });
  if (until <= from) return refuse("range-backwards", { field: names[1] });
  return until > addMonths(from, most) ? refuse("term-too-long", { field: names[1], params: { months: most } }) : ok({ from, until });
}

function readInsurance({ input }: StepContext): Result<{ from: string; until: string }> {
  if (input.insurer.length < 2) return refuse("insurer-needed", { field: "insurer" });
  if (input.policyNo.length < 4) return refuse("policy-needed", { field: "policyNo" });
  return readRange(input.insuredFrom, input.insuredUntil, ["insuredFrom", "insuredUntil"], 36);
}

/** Contract and accident insurance: the opening is taken, and the placement ledger says that the person is on the job. */
export async function signStep(context: StepContext): Promise<Result<{ caseId: string }>> {
  const { deps, actor, of, input, rules, today } = context;
  if (input.number.length < 2) return refuse("contract-needed", { field: "number" });
  const range = readRange(input.validFrom, input.validUntil, ["validFrom", "validUntil"], rules.termMonths);
  if (!range.ok) return range;
  const { from, until } = range.value;
  if (from > today) return refuse("contract-to-come", { field: "validFrom" });
  if (daysBetween(from, today) > OLDEST_DAYS) return refuse("day-too-old", { field: "validFrom" });
  const insured = readInsurance(context);
  if (!insured.ok) return insured;
  if (insured.value.from > from) return refuse("insurance-late", { field: "insuredFrom" });
  if (until > latestEnd({ sex: of.person.sex, birthDate: toDay(of.person.birthDate), firstFrom: from }, rules)) return refuse("term-over", { field: "validUntil" });
  const { post } = of;
  const placeClass = placeClassOf(of.person.homeCountyCode, post.countyCode);
  const snapshot = await takeSnapshot(deps.pool, of.personId, { stream: "WELFARE", placeClass, occupationCode: post.occupationCode, monthlyWageFen: post.monthlyMinFen }, from);
  const now = deps.clock.now();
  const placementId = deps.newId();
  try {
    await deps.db.$transaction(async (tx) => {
      if (!(await lockLiving(tx, of.personId))) throw new PersonGone();
      await takeOpening(tx, post.id);
      const head = await tx.placement.create({
        data: { id: placementId, personId: of.personId, postId: post.id, stream: "WELFARE", workRegionCode: of.regionCode, placeClass, homeCountyCode: of.person.homeCountyCode, activeKey: of.personId, recordedAt: now },
      });
      const common = { happenedOn: from, recordedAt: now.toISOString(), saidByRole: actor.role, saidByUserId: actor.userId, reversesId: null, reason: null, snapshot };
      await appendEvents(tx, head, [
        { ...common, id: deps.newId(), kind: "OFFERED", evidence: "NONE", evidenceRef: null }, { ...common, id: deps.newId(), kind: "ACCEPTED", evidence: "STATEMENT", evidenceRef: null },
        { ...common, id: deps.newId(), kind: "ON_THE_JOB", evidence: "CONTRACT", evidenceRef: input.number },
      ], true);
      await tx.welfareContract.create({ data: { caseId: of.id, seq: of.contracts.length + 1, number: input.number, validFrom: toDate(from), validUntil: toDate(until), recordedAt: now } });
      await tx.welfareInsurance.create({ data: { caseId: of.id, seq: of.insurances.length + 1, insurer: input.insurer, policyNo: input.policyNo, validFrom: toDate(insured.value.from), validUntil: toDate(insured.value.until), recordedAt: now } });
      await recordStep(deps, tx, actor, of, { act: "SIGN", to: "IN_POST", happenedOn: from, reason: input.number }, { firstFrom: toDate(from), contractUntil: toDate(until), placementId });
      await tellPerson(deps, tx, of, "welfare-signed");
      await tx.match.updateMany({ where: { personId: of.personId, status: "PROPOSED" }, data: { status: "DECLINED", declineReason: "took-other", openKey: null, decidedAt: now } });
      await emit(deps, tx, [{ event: "placement.recorded", subjectId: of.personId }, { event: "person.changed", subjectId: of.personId }, { event: "post.changed", subjectId: post.id }]);
    });
  } catch (error) {
    if (error instanceof PersonGone) return refuse("not-found");
    if (error instanceof NoOpeningLeft) return refuse("reason:no-opening-left");
    if (error instanceof LedgerMovedError) return refuse("changed-meanwhile");
    if (isUniqueViolation(error)) return refuse("welfare-still-placed");
    throw error;
  }
  return ok({ caseId: of.id });
}

export async function insureStep(context: StepContext): Promise<Result<{ caseId: string }>> {
  const { deps, actor, of, input, today } = context;
  const range = readInsurance(context);
  if (!range.ok) return range;
  await deps.db.$transaction(async (tx) => {
    await recordStep(deps, tx, actor, of, { act: "INSURE", to: "IN_POST", happenedOn: today, reason: input.policyNo });
    await tx.welfareInsurance.create({ data: { caseId: of.id, seq: of.insurances.length + 1, insurer: input.insurer, policyNo: input.policyNo, validFrom: toDate(range.value.from), validUntil: toDate(range.value.until), recordedAt: deps.clock.now() } });
  });
  return ok({ caseId: of.id });
}

/** A further contract from the day the last one ends; late, it reaches back, and what was worked meanwhile reaches the next pay sheet. */
export async function renewStep({ deps, actor, of, input, rules, today }: StepContext): Promise<Result<{ caseId: string }>> {
  if (input.number.length < 2) return refuse("contract-needed", { field: "number" });
  const from = toDay(of.contractUntil!);
  if (daysBetween(from, today) > rules.lateRenewalDays) return refuse("renewal-too-late", { params: { days: rules.lateRenewalDays } });
  return extend({ deps, actor, of, rules }, { act: "RENEW", number: input.number, from, until: input.validUntil, reason: input.number, today });
}

/** The end is put off so that a village does not lose many at once; what has run out already is renewed, or not. */
export async function moveEndStep({ deps, actor, of, input, rules, today }: StepContext): Promise<Result<{ caseId: string }>> {
  if (input.reason.length < 2) return refuse("reason-required", { field: "reason" });
  if (toDay(of.contractUntil!) <= today) return refuse("contract-is-over", { field: "validUntil" });
  return extend({ deps, actor, of, rules }, { act: "MOVE_END", number: of.contracts.at(-1)!.number, from: toDay(of.contractUntil!), until: input.validUntil, reason: input.reason, today });
}

async function extend({ deps, actor, of, rules }: Pick<StepContext, "deps" | "actor" | "of" | "rules">, more: { act: "RENEW" | "MOVE_END"; number: string; from: string; until: string | undefined; reason: string; today: string }): Promise<Result<{ caseId: string }>> {
  const range = readRange(more.from, more.until, ["validUntil", "validUntil"], rules.termMonths);
  if (!range.ok) return range;
  const latest = latestEnd({ sex: of.person.sex, birthDate: toDay(of.person.birthDate), firstFrom: toDay(of.firstFrom!) }, rules);
  if (range.value.until > latest) return refuse("term-over-day", { field: "validUntil", params: { day: latest } });
  await deps.db.$transaction(async (tx) => {
    await recordStep(deps, tx, actor, of, { act: more.act, to: "IN_POST", happenedOn: more.today, reason: more.reason }, { contractUntil: toDate(range.value.until) });
    await tx.welfareContract.create({ data: { caseId: of.id, seq: of.contracts.length + 1, number: more.number, validFrom: toDate(more.from), validUntil: toDate(range.value.until), recordedAt: deps.clock.now() } });
  });
  return ok({ caseId: of.id });
}

/** What was agreed on with the person for the time after the post. */
export async function planStep({ deps, actor, of, input, today }: StepContext): Promise<Result<{ caseId: string }>> {
  if (!input.choice) return refuse("plan-needed", { field: "choice" });
  const plan = await deps.db.welfarePlan.findFirst({ where: { caseId: of.id, contractUntil: of.contractUntil! }, orderBy: { mark: "asc" } });
  const now = deps.clock.now();
  const decided = { choice: input.choice, note: input.reason || null, decidedBy: actor.userId, decidedAt: now };
  await deps.db.$transaction(async (tx) => {
    await recordStep(deps, tx, actor, of, { act: "PLAN", to: "IN_POST", happenedOn: today, reason: input.reason });
    if (plan) await tx.welfarePlan.update({ where: { id: plan.id }, data: decided });
    else await tx.welfarePlan.create({ data: { id: deps.newId(), caseId: of.id, contractUntil: of.contractUntil!, mark: 0, marketPostIds: [], raisedAt: now, ...decided } });
  });
  return ok({ caseId: of.id });
}

/** Leaves the post: the placement ends with it, and the opening is free again. */
export async function endStep({ deps, actor, of, input, today }: StepContext): Promise<Result<{ caseId: string }>> {
  if (!input.endedOn) return refuse("date-form", { field: "endedOn" });
  if (input.endedOn > addDays(today, 1)) return refuse("day-in-future", { field: "endedOn" });
  if (input.endedOn <= toDay(of.firstFrom!)) return refuse("day-before-last", { field: "endedOn" });
  if (input.reason.length < 2) return refuse("reason-required", { field: "reason" });
  const lastDay = addDays(input.endedOn, -1);
  const endedOn = toDate(input.endedOn);
  const leave = async (tx: Tx) => {
    await lockPersons(tx, [of.personId]);
    const sheets = await tx.welfareAttendance.findMany({ where: { caseId: of.id }, select: { id: true } });
    const booked = await tx.personDay.count({ where: { personId: of.personId, takenBackAt: null, day: { gte: endedOn }, refId: { in: sheets.map(({ id }) => id) } } });
    if (booked > 0) throw new WorkedAfterEnd(booked);
    await recordStep(deps, tx, actor, of, { act: "END", to: "ENDED", happenedOn: toDay(endedOn), reason: input.reason }, { endedOn });
    await tellPerson(deps, tx, of, "welfare-ended");
  };
  const placement = of.placementId === null ? null : await findPlacementFor(deps, actor, of.placementId);
  const active = placement !== null && viewPlacement(await loadEventsOfPlacement(deps.pool, placement.id)).active;
  try {
    if (!placement || !active) {
      await deps.db.$transaction(leave);
      return ok({ caseId: of.id });
    }
    const said = await sayInLedger(deps, actor, placement, { kind: "ENDED", happenedOn: lastDay, evidence: "STATEMENT", reason: input.reason }, async (tx) => {
      // person, then post, as signing does; a notice that names the post would hold it a little already, and two who leave would wait for each other
      await lockPersons(tx, [of.personId]);
      const post = await holdPost(tx, of.postId);
      await leave(tx);
      // a closed post is not filled again: its opening goes back to the village
      if (post === "CLOSED") await tx.$executeRaw`UPDATE welfare_quota SET taken = taken - 1 WHERE id = ${of.post.welfareTerms!.quotaId}`;
    });
    return said.ok ? ok({ caseId: of.id }) : said;
  } catch (error) {
    if (error instanceof WorkedAfterEnd) return refuse("worked-after-end", { field: "endedOn", params: { days: error.days } });
    throw error;
  }
}
