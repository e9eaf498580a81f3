import { type Day, toDay } from "#app/domain/dates.ts";
import type { Role, WelfareKind } from "#app/domain/terms.ts";
import { accountObjection, type AccountObjection } from "#app/domain/person/bank-account.ts";
import { type AnsweredCheck, type Check, checkApplicant } from "#app/domain/welfare/checks.ts";
import { latestEnd } from "#app/domain/welfare/term.ts";
import { actsOf, type Party, partyOf, type WelfareAct, type WelfareState, waitsFor, whoMay } from "#app/domain/welfare/steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { findBankAccount } from "../bank-accounts.server.ts";
import { checksOf, loadApplicant } from "../welfare/cases.server.ts";
import { loadWelfareRules } from "../welfare/rules.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface WelfareCaseView {
  id: string;
  version: number;
  state: WelfareState;
  party: Party;
  acts: WelfareAct[];
  waits: { act: WelfareAct; who: readonly Party[] } | null;
  person: { id: string; nameMasked: string; phoneMasked: string | null; birthYear: string; home: Name; account: string | null; accountId: string | null; objection: AccountObjection | null };
  /** the ledger says that they have left, and the case is still open */
  leftInLedger: boolean;
  post: { id: string; title: string; kind: WelfareKind; village: Name; monthlyFen: number; fundSource: string; termMonths: number };
  ageAtApproval: number | null;
  bars: Check[];
  questions: Check[];
  answers: AnsweredCheck[];
  kin: { relation: string; cadreMasked: string }[];
  minutesRef: string | null;
  publicFrom: Day | null;
  publicUntil: Day | null;
  contracts: { number: string; from: Day; until: Day }[];
  insurances: { insurer: string; policyNo: string; from: Day; until: Day }[];
  contractUntil: Day | null;
  latest: Day | null;
  endedOn: Day | null;
  placementId: string | null;
  plans: { mark: number; raisedAt: Date; choice: string | null; note: string | null; market: { id: string; title: string }[]; other: { id: string; title: string } | null }[];
  pays: { month: string; sheetMonth: string; amountFen: number; result: string; failReason: string | null; state: string }[];
  events: { seq: number; act: WelfareAct; toState: WelfareState; role: Role; on: Day; at: Date; reason: string | null }[];
  publicityDays: number;
}

/** A case for whoever has a part in it; null for everybody else. */
export async function readWelfareCase(deps: Pick<Deps, "db" | "pool" | "clock" | "crypto">, actor: Actor, id: string): Promise<WelfareCaseView | null> {
  if (!ID_PATTERN.test(id)) return null;
  const of = await deps.db.welfareCase.findUnique({
    where: { id },
    include: {
      post: { include: { welfareTerms: true } }, person: { include: { cadreKin: true } }, placement: { select: { activeKey: true } }, contracts: { orderBy: { seq: "asc" } }, insurances: { orderBy: { seq: "asc" } },
      plans: { orderBy: { raisedAt: "desc" } }, events: { orderBy: { seq: "asc" } }, pays: { include: { sheet: { select: { month: true, state: true } } }, orderBy: [{ month: "desc" }, { id: "desc" }], take: 36 },
    },
  });
  const party = of && partyOf(actor, of);
  const terms = of?.post.welfareTerms;
  if (!of || !party || !terms) return null;
  const today = deps.clock.today();
  const postIds = of.plans.flatMap((plan) => [...(readJson(plan.marketPostIds) as string[]), ...(plan.otherPostId ? [plan.otherPostId] : [])]);
  const [rules, applicant, account, paths, posts] = await Promise.all([
    loadWelfareRules(deps.pool, { regionCode: of.regionCode, asOf: today, kind: terms.kind }), loadApplicant(deps, of.personId, of.regionCode, today), findBankAccount(deps, deps.db, of.personId),
    regionPaths(deps.pool, [of.regionCode, of.person.homeRegionCode]), deps.db.post.findMany({ where: { id: { in: postIds } }, select: { id: true, title: true } }),
  ]);
  const checks = applicant ? checkApplicant(applicant, { kind: terms.kind, countyCode: of.post.countyCode }, rules, today, of.ageAtApproval) : { bars: [], questions: [] };
  const waits = waitsFor(of.state);
  const day = (date: Date | null) => (date === null ? null : toDay(date));
  const titled = (postId: string) => posts.find((one) => one.id === postId) ?? null;
  return {
    id: of.id, version: of.version, state: of.state, party, acts: actsOf(of.state, party), waits: waits && { act: waits.act, who: whoMay(waits, of.state) },
    person: {
      id: of.personId, nameMasked: of.person.nameMasked, phoneMasked: of.person.phoneMasked, birthYear: toDay(of.person.birthDate).slice(0, 4), home: paths.get(of.person.homeRegionCode)!,
      account: account && `${account.bankName} ${account.masked}`, accountId: account && account.id, objection: accountObjection(account),
    },
    leftInLedger: of.state === "IN_POST" && of.placement !== null && of.placement.activeKey === null,
    post: { id: of.postId, title: of.post.title, kind: terms.kind, village: paths.get(of.regionCode)!, monthlyFen: terms.subsidyFenPerMonth, fundSource: terms.fundSource, termMonths: terms.termMonths },
    ageAtApproval: of.ageAtApproval, ...checks, answers: checksOf(of.checks), kin: of.person.cadreKin.filter((one) => one.regionCode === of.regionCode).map(({ relation, cadreMasked }) => ({ relation, cadreMasked })),
    minutesRef: of.minutesRef, publicFrom: day(of.publicFrom), publicUntil: day(of.publicUntil), contractUntil: day(of.contractUntil), endedOn: day(of.endedOn), placementId: of.placementId, publicityDays: rules.publicityDays,
    latest: of.firstFrom === null ? null : latestEnd({ sex: of.person.sex, birthDate: toDay(of.person.birthDate), firstFrom: toDay(of.firstFrom) }, rules),
    contracts: of.contracts.map((one) => ({ number: one.number, from: toDay(one.validFrom), until: toDay(one.validUntil) })),
    insurances: of.insurances.map((one) => ({ insurer: one.insurer, policyNo: one.policyNo, from: toDay(one.validFrom), until: toDay(one.validUntil) })),
    plans: of.plans.map((plan) => ({ mark: plan.mark, raisedAt: plan.raisedAt, choice: plan.choice, note: plan.note, market: (readJson(plan.marketPostIds) as string[]).flatMap((one) => titled(one) ?? []), other: plan.otherPostId ? titled(plan.otherPostId) : null })),
    pays: of.pays.map((one) => ({ month: one.month, sheetMonth: one.sheet.month, amountFen: one.amountFen, result: one.result, failReason: one.failReason, state: one.sheet.state })),
    events: of.events.map((one) => ({ seq: one.seq, act: one.act, toState: one.toState, role: one.saidByRole, on: toDay(one.happenedOn), at: one.recordedAt, reason: one.reason })),
  };
}

/** A person's own cases, newest first. */
export async function readMyCases(deps: Pick<Deps, "db" | "pool" | "clock" | "crypto">, actor: Actor): Promise<WelfareCaseView[]> {
  if (actor.personId === null) return [];
  const ids = await deps.db.welfareCase.findMany({ where: { personId: actor.personId }, select: { id: true }, orderBy: { id: "desc" }, take: 10 });
  const views = await Promise.all(ids.map(({ id }) => readWelfareCase(deps, actor, id)));
  return views.filter((one) => one !== null);
}
