import type { RowDataPacket } from "mysql2";
import { type CapacityRow, type CategoryRow, openCapacity, openCategory } from "#app/data/person-status.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import { MONITORED_CATEGORIES } from "#app/domain/terms.ts";
import { streamRows } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { sharedWork } from "#app/platform/shared-work.ts";

type Needs = Pick<Deps, "pool" | "crypto">;

/** Who is counted, and when: people whose home's code begins so (their county's, or for a township their home's own), as they stand on a day. */
export interface CertifiedScope {
  homePrefix: string;
  day: Day;
  /** years a person must have to count as able to work (policy: work.age.min) */
  workingAge: number;
}

interface StandingRow extends RowDataPacket, CategoryRow, CapacityRow {
  personId: string;
  nameMasked: string;
  homeCountyCode: string;
  homeRegionCode: string;
  /** null: no valid certificate; else whether one is more than a training certificate */
  proper: number | string | null;
}

interface Standing {
  id: string;
  nameMasked: string;
  homeCountyCode: string;
  homeRegionCode: string;
  monitored: boolean;
  certified: boolean;
  proper: boolean;
}

/**
 * Able people who are poverty-lifted or monitored on the day, with what valid certificates each holds. Valid on a day: verified or issued here by its end,
 * issued by then, not yet run out (the day in `expiresOn` no longer counts), and not revoked before its end. What the bureau refused later never counted.
 * Labour capacity and home are today's: their past is not kept. Category and capacity are ciphertext, so that they are told apart here, row by row.
 */
async function* streamStanding(deps: Needs, { homePrefix, day, workingAge }: CertifiedScope, order: "p.id" | "p.homeRegionCode, p.id"): AsyncGenerator<Standing> {
  const home = homePrefix.length > 6 ? "homeRegionCode" : "homeCountyCode";
  const dayEnd = new Date(`${addDays(day, 1)}T00:00:00+08:00`);
  const rows = streamRows<StandingRow>(
    deps.pool,
    `SELECT k.id, p.id AS personId, p.nameMasked, p.homeCountyCode, p.homeRegionCode, p.labourCapacity, p.labourCapacityEnc, k.kind, k.kindEnc, v.proper
       FROM person p JOIN person_category k ON k.personId = p.id AND k.validFrom <= ? AND (k.validTo IS NULL OR k.validTo > ?)
       LEFT JOIN (SELECT c.personId, MAX(c.kind <> 'TRAINING') AS proper FROM certificate c JOIN person h ON h.id = c.personId LEFT JOIN issued_certificate i ON i.id = c.id
                   WHERE h.${home} LIKE ? AND c.issuedOn <= ? AND (c.expiresOn IS NULL OR c.expiresOn > ?)
                     AND ((c.verification = 'VERIFIED' AND c.verifiedAt < ?) OR (c.verification = 'REVOKED' AND i.revokedAt >= ? AND i.issuedAt < ?))
                   GROUP BY c.personId) v ON v.personId = p.id
      WHERE p.${home} LIKE ? AND p.deletedAt IS NULL AND p.birthDate <= DATE_SUB(?, INTERVAL ? YEAR) ORDER BY ${order}`,
    [day, day, `${homePrefix}%`, day, day, dayEnd, dayEnd, dayEnd, `${homePrefix}%`, day, workingAge]);
  let one = null as Standing | null;
  for await (const row of rows) {
    const kind = openCategory(deps, row);
    const monitored = MONITORED_CATEGORIES.includes(kind);
    if (!monitored && kind !== "POVERTY_LIFTED") continue;
    if (one?.id === row.personId) {
      one.monitored ||= monitored;
      continue;
    }
    if (one) yield one;
    one = openCapacity(deps, row.personId, row) === "NONE" ? null : {
      id: row.personId, nameMasked: row.nameMasked, homeCountyCode: row.homeCountyCode, homeRegionCode: row.homeRegionCode, monitored, certified: row.proper !== null, proper: Number(row.proper ?? 0) === 1,
    };
  }
  if (one) yield one;
}

export interface CertifiedCount {
  countyCode: string;
  /** able people, poverty-lifted or monitored */
  people: number;
  monitored: number;
  /** with a valid certificate of any of the four kinds */
  certified: number;
  /** with one that is not a mere training certificate (培训合格) */
  withoutTraining: number;
}

/** Persons, each once, by home county; counties without any are left out. */
export function countCertified(deps: Needs, scope: CertifiedScope): Promise<CertifiedCount[]> {
  return sharedWork(deps.pool, `certified ${scope.homePrefix} ${scope.day} ${scope.workingAge}`, () => countAnew(deps, scope));
}

async function countAnew(deps: Needs, scope: CertifiedScope): Promise<CertifiedCount[]> {
  const counts = new Map<string, CertifiedCount>();
  for await (const one of streamStanding(deps, scope, "p.id")) {
    let count = counts.get(one.homeCountyCode);
    if (!count) counts.set(one.homeCountyCode, (count = { countyCode: one.homeCountyCode, people: 0, monitored: 0, certified: 0, withoutTraining: 0 }));
    count.people += 1;
    count.monitored += Number(one.monitored);
    count.certified += Number(one.certified);
    count.withoutTraining += Number(one.proper);
  }
  return [...counts.values()].sort((a, b) => (a.countyCode < b.countyCode ? -1 : 1));
}

/** Of the people counted: without any valid certificate, or with a training certificate alone. */
export const LACKS = ["ANY", "PROPER"] as const;
export type Lack = (typeof LACKS)[number];

const LACKING: Record<Lack, (one: Standing) => boolean> = { ANY: (one) => !one.certified, PROPER: (one) => one.certified && !one.proper };

export interface LackingPerson {
  id: string;
  nameMasked: string;
  homeRegionCode: string;
  monitored: boolean;
}

/** Those of a county or township, in the order of their homes, a page of them. */
export async function listLacking(deps: Needs, scope: CertifiedScope, lack: Lack, { size, skip }: { size: number; skip: number }): Promise<{ total: number; people: LackingPerson[] }> {
  let total = 0;
  const people: LackingPerson[] = [];
  for await (const one of streamStanding(deps, scope, "p.homeRegionCode, p.id")) {
    if (!LACKING[lack](one)) continue;
    if (total >= skip && people.length < size) people.push({ id: one.id, nameMasked: one.nameMasked, homeRegionCode: one.homeRegionCode, monitored: one.monitored });
    total += 1;
  }
  return { total, people };
}
