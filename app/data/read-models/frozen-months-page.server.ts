import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { type FrozenMonthRow, hashOf, isOver, loadChanges, readFrozenMonths } from "#app/data/ledger/frozen-months.server.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { type Restated, RESTATED, type Restatement, restate } from "#app/domain/target/restatement.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion, publicRegion } from "#app/platform/permissions.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface MonthLine {
  month: number;
  /** null: not frozen yet */
  frozen: { persons: number; caliberCode: string; frozenAt: Date } | null;
  now: number;
  over: boolean;
}

export interface FrozenMonthsView {
  year: number;
  years: number[];
  caliberCode: string;
  months: MonthLine[];
}

/** A year's months as they were reported and as the ledger has them now, of one region. A frozen month goes by the rule it was frozen under. */
export async function readFrozenMonthsPage({ pool, clock }: Pick<Deps, "pool" | "clock">, year: number, regionCode: string): Promise<FrozenMonthsView | null> {
  const prefix = `${scopePrefix(regionCode)}%`;
  const [[targets], frozen, [parts], [counters]] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT year, caliberCode FROM target_year ORDER BY year"),
    readFrozenMonths(pool, year),
    pool.query<RowDataPacket[]>("SELECT month, COUNT(*) AS persons FROM frozen_person WHERE year = ? AND countyCode LIKE ? GROUP BY month", [year, prefix]),
    pool.query<RowDataPacket[]>("SELECT month, caliberCode, SUM(persons) AS persons FROM target_counter WHERE year = ? AND countyCode LIKE ? GROUP BY month, caliberCode", [year, prefix]),
  ]);
  const target = targets.find((row) => row.year === year);
  if (!target) return null;
  const official = target.caliberCode as string;
  const now = (month: number, caliberCode: string) => Number(counters.find((row) => row.month === month && row.caliberCode === caliberCode)?.persons ?? 0);
  return {
    year, years: targets.map((row) => row.year as number), caliberCode: official,
    months: Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
      const as = frozen.find((one) => one.month === month);
      return {
        month, now: now(month, as?.caliberCode ?? official), over: isOver(year, month, clock.today()),
        frozen: as ? { persons: Number(parts.find((row) => row.month === month)?.persons ?? 0), caliberCode: as.caliberCode, frozenAt: as.frozenAt } : null,
      };
    }),
  };
}

export interface RestatementView {
  year: number;
  month: number;
  frozen: FrozenMonthRow & { /** whether the list still has the fingerprint it was frozen with */ whole: boolean };
  inRegion: { frozen: number; now: number };
  byReason: { why: Restated; come: number; gone: number }[];
  byCounty: { name: Name; come: number; gone: number }[];
  changes: number;
  /** named only where the reader acts for the region; at most MOST_SHOWN unless more are asked for */
  people: (Restatement & { nameMasked: string; county: Name })[];
}

const MOST_SHOWN = 200;

/** What has changed in a frozen month of a region since, and why. `named`: whether the reader may see the people. */
export async function readRestatement({ pool }: Pick<Deps, "pool">, query: { year: number; month: number; regionCode: string; named: boolean; most?: number }): Promise<RestatementView | null> {
  const frozen = (await readFrozenMonths(pool, query.year)).find((one) => one.month === query.month);
  if (!frozen) return null;
  const prefix = scopePrefix(query.regionCode);
  const [{ was, is, late }, [parts], { listHash }] = await Promise.all([
    loadChanges(pool, frozen, prefix),
    pool.query<RowDataPacket[]>("SELECT COUNT(*) AS persons FROM frozen_person WHERE year = ? AND month = ? AND countyCode LIKE ?", [query.year, query.month, `${prefix}%`]),
    hashOf(pool, query.year, query.month),
  ]);
  const changes = restate(query.month, was, is, late);
  const countyOfPerson = new Map([...is, ...was].map((one) => [one.personId, one.countyCode]));
  const names = await regionNames(pool, countyOfPerson.values());
  const unknown = { zh: "", en: "" };
  const county = (one: Restatement) => countyOfPerson.get(one.personId) ?? "";
  const sum = (of: readonly Restatement[]) => ({ come: of.filter((one) => one.change === 1).length, gone: of.filter((one) => one.change === -1).length });
  const inFrozen = Number(parts[0]!.persons);
  const shown = query.named ? changes.slice(0, query.most ?? MOST_SHOWN) : [];
  const masked = await maskedNames(pool, shown.map((one) => one.personId));
  return {
    year: query.year, month: query.month, changes: changes.length, frozen: { ...frozen, whole: listHash === frozen.listHash },
    inRegion: { frozen: inFrozen, now: inFrozen + changes.reduce((total, one) => total + one.change, 0) },
    byReason: RESTATED.flatMap((why) => {
      const of = changes.filter((one) => one.why === why);
      return of.length > 0 ? [{ why, ...sum(of) }] : [];
    }),
    byCounty: [...new Set(changes.map(county))].sort().map((code) => ({ name: names.get(code) ?? unknown, ...sum(changes.filter((one) => county(one) === code)) })),
    people: shown.map((one) => ({ ...one, nameMasked: masked.get(one.personId) ?? "", county: names.get(county(one)) ?? unknown })),
  };
}

/** The restatement that an address asks for, in the reader's region. Officers of all of it see the people behind it, and each look is in the audit. */
export async function readAskedRestatement(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor | null, asked: { month: string; query: URLSearchParams; most?: number }): Promise<{ view: RestatementView; named: boolean } | null> {
  const month = /^(?:[1-9]|1[0-2])$/.test(asked.month) ? Number(asked.month) : 0;
  const named = actor !== null && (actor.role === "OFFICER" || actor.role === "ADMIN") && actsForRegion(actor, publicRegion(actor));
  const year = yearIn(asked.query, deps.clock.today());
  const view = await readRestatement(deps, { year, month, regionCode: publicRegion(actor), named, most: asked.most });
  if (view && named) await writeAudit(deps, actor, { action: "see-restatement", subjectType: "frozenMonth", subjectId: `${year}-${month}`, outcome: "ok" });
  return view && { view, named };
}

async function maskedNames(pool: Deps["pool"], ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, nameMasked FROM person WHERE id IN (?)", [ids]);
  return new Map(rows.map((row) => [row.id as string, row.nameMasked as string]));
}
