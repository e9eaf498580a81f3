import { cityOf } from "../region/codes.ts";
import type { RuleBook } from "../policy/rule-book.ts";
import { type ClaimAt, type Entitlement, entitle, type Lack, windowOf, yearEnd } from "./entitlement.ts";
import { type ClaimFacts, isOneOf, type WorkFacts } from "./facts.ts";
import { provenTo } from "./work-time.ts";

const OUT = "travel.subsidy.out-of-province.max";
const IN_PROVINCE = "travel.subsidy.out-of-county.max";
const IN_CITY = "travel.subsidy.in-city.max";

/**
 * 交通补助, once a year: for going to work out of the province, out of the city, or out of the county within it, up to a ceiling each
 * (晋乡振〔2023〕44号: 1,500 / 600; a county may have one of its own within the city, e.g. 临猗 300). Rules and category are those of the
 * day of arrival, or of the first day of the year for whoever was there already. Of several journeys the one that brings most stands.
 */
export function travelSubsidy(facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement {
  const end = yearEnd(at);
  const first = `${at.year}-01-01`;
  const works = facts.works.filter((work) => work.arrivedOn <= end && (work.arrivedOn >= first || provenTo(work, at.asOf) > first));
  const each = works.map((work) => oneJourney(facts, work, rules, at, work.arrivedOn > first ? work.arrivedOn : first));
  const best = each.reduce<Entitlement | null>((top, one) => (top === null || worth(one) > worth(top) ? one : top), null);
  if (best !== null) return best;
  const row = rules.find(OUT, { regionCode: facts.homeCountyCode, asOf: end });
  return entitle("TRAVEL", at, { row, fen: numberOf(row), refDay: end, atMost: true, lacking: [...categoryLack(facts, rules, end), { code: "no-work" }], window: windowOf(rules, "travel.subsidy.window", facts, at) });
}

/** An open one first, then the one with least lacking, then the larger. */
function worth(one: Entitlement): number {
  return (one.state === "OPEN" ? 1e12 : one.state === "NOT_YET" ? 1e11 - one.lacking.length * 1e10 : 0) + (one.possible?.fen ?? 0);
}

function oneJourney(facts: ClaimFacts, work: WorkFacts, rules: RuleBook, at: ClaimAt, refDay: string): Entitlement {
  const there = { regionCode: facts.homeCountyCode, asOf: refDay };
  const within = work.placeClass === "IN_PROVINCE" && cityOf(work.workRegionCode) === cityOf(facts.homeCountyCode);
  const key = work.placeClass === "OUT_OF_PROVINCE" || work.placeClass === "OVERSEAS" || work.placeClass === "IN_COUNTY" ? OUT : within && rules.find(IN_CITY, there) !== null ? IN_CITY : IN_PROVINCE;
  const row = rules.find(key, there);
  const lacking: Lack[] = [...categoryLack(facts, rules, refDay)];
  if (work.placeClass === "IN_COUNTY") lacking.push({ code: "in-county" });
  const needed = rules.number("claim.proof.rung.min", there) ?? 1;
  if (work.rung < needed) lacking.push({ code: "proof", params: { need: needed } });
  return entitle("TRAVEL", at, {
    row, fen: numberOf(row), refDay, lacking, atMost: true, basis: { placementId: work.placementId, placeClass: work.placeClass, rung: work.rung }, window: windowOf(rules, "travel.subsidy.window", facts, at),
  });
}

function categoryLack(facts: ClaimFacts, rules: RuleBook, day: string): Lack[] {
  const kinds = rules.list("travel.subsidy.categories", { regionCode: facts.homeCountyCode, asOf: day });
  return kinds === null || isOneOf(facts, kinds, day) ? [] : [{ code: "category" }];
}

const numberOf = (row: { value: unknown } | null) => (typeof row?.value === "number" ? row.value : 0);
