import type { RuleBook } from "../policy/rule-book.ts";
import { type ClaimAt, type Entitlement, entitle, type Lack, windowOf, yearEnd } from "./entitlement.ts";
import { type ClaimFacts, isOneOf, type WorkFacts } from "./facts.ts";
import { dayReached, DAYS_OF_MONTH, monthsIn, provenSpans, type Span } from "./work-time.ts";

const MONTHS_OF_YEAR = 12;

/**
 * 稳岗补助: so much a month (200 yuan) for at most so many months (6), for whoever worked at one and the same employer for at least so many
 * months (6) of the year at an average pay of at least so much (1,000 a month). Welfare and workfare posts are paid from
 * public money already and don't count. Rules and category are those of the day on which the months were full.
 */
export function stayInWorkSubsidy(facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement {
  const end = yearEnd(at);
  const works = facts.works.filter((work) => (work.stream === "MARKET" || work.stream === "WORKSHOP") && work.arrivedOn <= end);
  const byEmployer = new Map<string, WorkFacts[]>();
  for (const work of works) {
    const key = work.employerId ?? work.placementId;
    const list = byEmployer.get(key);
    if (list) list.push(work);
    else byEmployer.set(key, [work]);
  }
  const within = { from: `${at.year}-01-01`, to: `${at.year + 1}-01-01`, asOf: at.asOf };
  const groups = [...byEmployer.values()].map((list) => ({ works: list, spans: provenSpans(list, within) })).filter(({ spans }) => spans.length > 0);
  const best = groups.map((group) => atOneEmployer(facts, group, rules, at)).reduce<Entitlement | null>((top, one) => (top === null || worth(one) > worth(top) ? one : top), null);
  return best ?? atOneEmployer(facts, { works: [], spans: [] }, rules, at);
}

const worth = (one: Entitlement) => (one.state === "OPEN" ? 1e6 + (one.amount?.fen ?? 0) : one.state === "NOT_YET" ? 1_000 * (10 - one.lacking.length) + (one.basis.months ?? 0) : 0);

function atOneEmployer(facts: ClaimFacts, { works, spans }: { works: readonly WorkFacts[]; spans: readonly Span[] }, rules: RuleBook, at: ClaimAt): Entitlement {
  const end = yearEnd(at);
  const here = (asOf: string) => ({ regionCode: facts.homeCountyCode, asOf });
  const need = rules.number("stay-in-work.subsidy.months.min", here(end)) ?? 0;
  const refDay = dayReached(spans, need * DAYS_OF_MONTH) ?? end;
  const months = Math.min(MONTHS_OF_YEAR, monthsIn(spans));
  const row = rules.find("stay-in-work.subsidy.monthly", here(refDay));
  const most = rules.number("stay-in-work.subsidy.months.max", here(refDay)) ?? 0;
  const monthly = typeof row?.value === "number" ? row.value : 0;
  const lacking: Lack[] = [];
  const kinds = rules.list("stay-in-work.subsidy.categories", here(refDay));
  if (kinds !== null && !isOneOf(facts, kinds, refDay)) lacking.push({ code: "category" });
  if (works.length === 0) lacking.push({ code: "no-work" });
  else if (months < need) lacking.push({ code: "months", params: { have: months, need, left: need - months } });
  const rung = works.reduce((top, work) => Math.max(top, work.rung), 0);
  const neededRung = rules.number("claim.proof.rung.min", here(refDay)) ?? 1;
  if (works.length > 0 && rung < neededRung) lacking.push({ code: "proof", params: { need: neededRung } });
  const pay = averagePay(works, at.year);
  const floor = rules.number("stay-in-work.subsidy.pay.min", here(refDay)) ?? 0;
  if (works.length > 0 && pay === null) lacking.push({ code: "pay-unknown" });
  if (pay !== null && pay.fen < floor) lacking.push({ code: "pay-low", params: { have: Math.floor(pay.fen / 100), need: Math.ceil(floor / 100) } });
  return entitle("STAY_IN_WORK", at, {
    row, fen: monthly * Math.min(Math.max(months, need), most), refDay, lacking, window: windowOf(rules, "stay-in-work.subsidy.window", facts, at),
    basis: { placementId: works[0]?.placementId, months, rung, ...(pay && { averagePayFen: pay.fen, paySource: pay.source }) },
  });
}

/** What the person reported for months of the year, on average and rounded down to the fen; where they reported none, the post's pay. */
function averagePay(works: readonly WorkFacts[], year: number): { fen: number; source: "REPORTS" | "POST" } | null {
  const reports = works.flatMap((work) => work.payReports).filter(({ month }) => month.startsWith(`${year}-`));
  if (reports.length > 0) return { fen: Math.floor(reports.reduce((sum, one) => sum + one.fen, 0) / reports.length), source: "REPORTS" };
  const posts = works.flatMap((work) => (work.postPayFen === null ? [] : [work.postPayFen]));
  return posts.length === 0 ? null : { fen: Math.min(...posts), source: "POST" };
}
