import type { RowDataPacket } from "mysql2";
import { type AgreementState, agreementStateOf, type Arrival, type PartnerGroup, partnerGroupOf, resultsOf, type YearResult, yearsOf } from "#app/domain/agreement/agreement.ts";
import { type Day, toDay, yearOf } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { maskContact, openContact } from "../dispatch/contacts.server.ts";
import { type Name, occupationNames, regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock" | "crypto">;

interface Terms {
  homeCode: string;
  partnerCode: string;
  validFrom: Day;
  validUntil: Day;
  endedOn: Day | null;
}

/**
 * Everybody of the home region who arrived at a workplace of the partner's within the time of an agreement, out of the placement ledger: a placement's first arrival that
 * stands. Came there by an organised departure whoever was confirmed on it for that placement.
 */
export async function loadArrivals(pool: Pool, terms: Terms): Promise<Arrival[]> {
  const until = terms.endedOn !== null && terms.endedOn < terms.validUntil ? terms.endedOn : terms.validUntil;
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT a.personId, MIN(e.happenedOn) AS arrivedOn, MAX(p.occupationCode) AS occupationCode,
            EXISTS (SELECT 1 FROM dispatch_seat s WHERE s.placementId = a.id AND s.state = 'ARRIVED') AS dispatched
       FROM placement a JOIN placement_event e ON e.placementId = a.id AND e.kind = 'ON_THE_JOB' LEFT JOIN placement_event r ON r.reversesId = e.id LEFT JOIN post p ON p.id = a.postId
      WHERE a.workRegionCode LIKE ? AND a.homeCountyCode LIKE ? AND r.id IS NULL GROUP BY a.id, a.personId HAVING arrivedOn >= ? AND arrivedOn < ?`,
    [`${scopePrefix(terms.partnerCode)}%`, `${scopePrefix(terms.homeCode)}%`, terms.validFrom, until]);
  return rows.map((row) => ({ personId: row.personId as string, arrivedOn: row.arrivedOn as Day, occupationCode: row.occupationCode as string | null, dispatched: Number(row.dispatched) === 1 }));
}

export interface AgreementLine extends Terms {
  id: string;
  number: string;
  partnerBody: string;
  home: Name;
  partner: Name;
  group: PartnerGroup;
  state: AgreementState;
  /** this year's quota and result; null where the agreement does not touch it */
  year: YearResult | null;
}

type Row = Awaited<ReturnType<Needs["db"]["labourAgreement"]["findMany"]>>[number] & { quotas: { year: number; occupationCode: string; people: number }[] };
const termsOf = (row: Row): Terms => ({ homeCode: row.homeCode, partnerCode: row.partnerCode, validFrom: toDay(row.validFrom), validUntil: toDay(row.validUntil), endedOn: row.endedOn && toDay(row.endedOn) });

async function lineOf({ clock }: Needs, row: Row, names: Map<string, Name>, arrivals: readonly Arrival[]): Promise<AgreementLine> {
  const terms = termsOf(row);
  const name = (code: string) => names.get(code) ?? { zh: code, en: code };
  const year = yearOf(clock.today());
  return {
    ...terms, id: row.id, number: row.number, partnerBody: row.partnerBody, home: name(row.homeCode), partner: name(row.partnerCode), group: partnerGroupOf(row.partnerCode), state: agreementStateOf(terms, clock.today()),
    year: yearsOf(terms).includes(year) ? resultsOf([year], row.quotas, arrivals)[0]! : null,
  };
}

/** The agreements of a bureau's region and of those within it, with this year's quota and result. */
export async function readAgreements(deps: Needs, actor: Actor): Promise<AgreementLine[]> {
  const rows = await deps.db.labourAgreement.findMany({ where: { homeCode: { startsWith: scopePrefix(actor.regionCode ?? "-") } }, include: { quotas: true }, orderBy: [{ validFrom: "desc" }, { id: "asc" }], take: 500 });
  const names = await regionPaths(deps.pool, rows.flatMap((row) => [row.homeCode, row.partnerCode]));
  const lines = [];
  for (const row of rows) lines.push(await lineOf(deps, row, names, await loadArrivals(deps.pool, termsOf(row))));
  return lines;
}

/** One agreement whole; null for whoever does not act for its home. */
export async function readAgreement(deps: Needs, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.labourAgreement.findUnique({ where: { id }, include: { quotas: true, events: { orderBy: { seq: "asc" } }, dispatches: { select: { id: true, state: true, gatherAt: true, destination: true }, orderBy: { gatherAt: "desc" }, take: 50 } } });
  if (!row || !actsForRegion(actor, row.homeCode)) return null;
  const terms = termsOf(row);
  const [names, arrivals] = await Promise.all([regionPaths(deps.pool, [row.homeCode, row.partnerCode]), loadArrivals(deps.pool, terms)]);
  const years = resultsOf(yearsOf(terms), row.quotas, arrivals);
  const codes = [...row.quotas.map((one) => one.occupationCode), ...row.events.map((one) => String((readJson(one.detail) as { occupationCode?: string }).occupationCode ?? ""))];
  const occupations = await occupationNames(deps.pool, codes);
  return {
    ...(await lineOf(deps, row, names, arrivals)), version: row.version, signedOn: toDay(row.signedOn), weGive: row.weGive, theyGive: row.theyGive, contact: maskContact(openContact(deps.crypto, "agreement.contact", row.contactEnc)),
    years: years.map((one) => ({ ...one, occupations: one.occupations.map((trade) => ({ ...trade, name: occupations.get(trade.code) ?? { zh: trade.code, en: trade.code } })) })),
    events: row.events.map((one) => {
      const detail = readJson(one.detail) as Record<string, string | number | null>;
      return { seq: one.seq, kind: one.kind, happenedOn: toDay(one.happenedOn), reason: one.reason, before: detail.before ?? null, after: detail.after ?? null, year: detail.year ?? null, people: detail.people ?? null, validFrom: detail.validFrom ?? null, validUntil: detail.validUntil ?? null, occupation: occupations.get(String(detail.occupationCode ?? "")) ?? null };
    }),
    dispatches: row.dispatches,
  };
}
export type AgreementPage = NonNullable<Awaited<ReturnType<typeof readAgreement>>>;
