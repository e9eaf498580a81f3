import { addDays, addMonths, type Day, toDay } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { welfareRulesFrom } from "#app/domain/welfare/rules.ts";
import { type Ending, latestEnd, levelEnds } from "#app/domain/welfare/term.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPolicyParameters } from "../policy.server.ts";
import { type Name, regionNames } from "./names.server.ts";

const MONTHS_SHOWN = 12;

export interface EndLine {
  caseId: string;
  version: number;
  nameMasked: string;
  village: Name;
  title: string;
  until: Day;
  latest: Day;
  daysLeft: number;
  /** the newest plan: what was chosen; null: proposed and open; undefined: none */
  choice: string | null | undefined;
  /** the proposed end that levels the months */
  to: Day | null;
}

/** Ends to come in an officer's region: by village and month, with what would level them, each within its own limit. */
export async function readEnds(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor) {
  const today = deps.clock.today();
  const [cases, policy] = await Promise.all([
    deps.db.welfareCase.findMany({
      where: { regionCode: { startsWith: scopePrefix(actor.regionCode ?? "-") }, state: "IN_POST", contractUntil: { not: null } },
      include: { person: { select: { nameMasked: true, sex: true, birthDate: true } }, post: { select: { title: true, welfareTerms: { select: { kind: true } } } }, plans: { orderBy: { raisedAt: "desc" }, take: 1 } },
      orderBy: [{ contractUntil: "asc" }, { id: "asc" }], take: 2_000,
    }),
    loadPolicyParameters(deps.pool),
  ]);
  const rulesOf = (one: (typeof cases)[number]) => welfareRulesFrom(policy, { regionCode: one.regionCode, asOf: today, kind: one.post.welfareTerms!.kind });
  const endings = cases.map((one): Ending => ({ id: one.id, village: one.regionCode, until: toDay(one.contractUntil!), latest: latestEnd({ sex: one.person.sex, birthDate: toDay(one.person.birthDate), firstFrom: toDay(one.firstFrom!) }, rulesOf(one)) }));
  const most = cases[0] ? rulesOf(cases[0]).mostEndsPerMonth : 0;
  const moved = new Map(levelEnds(endings, most, today).map((one) => [one.id, one.to]));
  const names = await regionNames(deps.pool, cases.map((one) => one.regionCode));
  const months = Array.from({ length: MONTHS_SHOWN }, (_, n) => addMonths(`${today.slice(0, 7)}-01`, n).slice(0, 7));
  const monthOf = (until: Day) => addDays(until, -1).slice(0, 7);
  const villages = [...new Set(cases.map((one) => one.regionCode))].sort();
  return {
    most, months,
    villages: villages.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code }, ends: months.map((month) => endings.filter((one) => one.village === code && monthOf(one.until) === month).length), levelled: months.map((month) => endings.filter((one) => one.village === code && monthOf(moved.get(one.id) ?? one.until) === month).length) })),
    lines: cases.map((one, at): EndLine => ({
      caseId: one.id, version: one.version, nameMasked: one.person.nameMasked, village: names.get(one.regionCode) ?? { zh: "", en: "" }, title: one.post.title, until: endings[at]!.until, latest: endings[at]!.latest,
      daysLeft: Math.round((Date.parse(endings[at]!.until) - Date.parse(today)) / 86_400_000), choice: one.plans[0] ? one.plans[0].choice : undefined, to: moved.get(one.id) ?? null,
    })),
  };
}
