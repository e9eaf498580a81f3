import { scopePrefix } from "#app/domain/region/codes.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { loadWelfareRules } from "../welfare/rules.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface FundLine {
  id: string;
  county: Name;
  fundSource: string;
  amountFen: number;
  committedFen: number;
  documentNumber: string | null;
  version: number;
}

export interface QuotaLine {
  id: string;
  village: Name;
  kind: WelfareKind;
  fundSource: string;
  posts: number;
  taken: number;
  filled: number;
  monthlyFen: number;
  hours: number;
  documentNumber: string | null;
}

/** The funds of an officer's counties and the quotas of their villages in a year, with what is taken and what is left. */
export async function readQuotas({ db, pool }: Pick<Deps, "db" | "pool">, actor: Actor, year: number): Promise<{ funds: FundLine[]; quotas: QuotaLine[] }> {
  const scope = scopePrefix(actor.regionCode ?? "-");
  const [funds, quotas] = await Promise.all([
    db.welfareFund.findMany({ where: { countyCode: { startsWith: scope.slice(0, 6) }, year }, orderBy: [{ countyCode: "asc" }, { fundSource: "asc" }], take: 500 }),
    db.welfareQuota.findMany({ where: { regionCode: { startsWith: scope }, year }, include: { fund: { select: { fundSource: true } }, terms: { select: { post: { select: { filled: true } } } } }, orderBy: [{ regionCode: "asc" }, { kind: "asc" }], take: 1_000 }),
  ]);
  const names = await regionNames(pool, [...funds.map((one) => one.countyCode), ...quotas.map((one) => one.regionCode)]);
  const name = (code: string) => names.get(code) ?? { zh: code, en: code };
  return {
    funds: funds.map((one) => ({ id: one.id, county: name(one.countyCode), fundSource: one.fundSource, amountFen: Number(one.amountFen), committedFen: Number(one.committedFen), documentNumber: one.documentNumber, version: one.version })),
    quotas: quotas.map((one) => ({
      id: one.id, village: name(one.regionCode), kind: one.kind, fundSource: one.fund.fundSource, posts: one.posts, taken: one.taken, filled: one.terms.reduce((sum, { post }) => sum + post.filled, 0),
      monthlyFen: one.monthlyFen, hours: one.hoursPerDay * one.daysPerMonth, documentNumber: one.documentNumber,
    })),
  };
}

export interface WelfarePostLine {
  id: string;
  title: string;
  openings: number;
  filled: number;
  noticeFrom: Day;
  noticeUntil: Day;
  closed: boolean;
}

/** One quota with the posts set from it, for a bureau that acts for its village; null for everybody else. */
export async function readQuota(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const quota = await deps.db.welfareQuota.findUnique({ where: { id }, include: { fund: true, terms: { include: { post: true } } } });
  if (!quota || !actsForRegion(actor, quota.regionCode)) return null;
  const [names, rules] = await Promise.all([regionNames(deps.pool, [quota.regionCode]), loadWelfareRules(deps.pool, { regionCode: quota.regionCode, asOf: deps.clock.today(), kind: quota.kind })]);
  return {
    id: quota.id, village: names.get(quota.regionCode)!, kind: quota.kind, year: quota.year, fundSource: quota.fund.fundSource, posts: quota.posts, taken: quota.taken, monthlyFen: quota.monthlyFen,
    hoursPerDay: quota.hoursPerDay, daysPerMonth: quota.daysPerMonth, documentNumber: quota.documentNumber, noticeDays: rules.noticeDays,
    set: quota.terms.map(({ post, ...terms }): WelfarePostLine => ({ id: post.id, title: post.title, openings: post.openings, filled: post.filled, noticeFrom: toDay(terms.noticeFrom), noticeUntil: toDay(terms.noticeUntil), closed: post.status === "CLOSED" })),
  };
}
