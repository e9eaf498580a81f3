import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { type CertifiedCount, type CertifiedScope, countCertified, type Lack, type LackingPerson, listLacking } from "#app/data/certificates/certified.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { isWithin, scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export type CertifiedLine = Omit<CertifiedCount, "countyCode"> & { code: string; region: Name };

export interface CertifiedPage {
  region: { code: string; name: Name };
  day: Day;
  total: CertifiedLine;
  /** cities of the province, counties of a city; a county or township is its own line */
  lines: CertifiedLine[];
}

/** the province, a city, a county, or a township */
const CODE = /^14\d{4}(\d{3})?$/;
const WIDER_THAN_COUNTY = /^14\d{2}00$/;

const scopeFor = async (deps: Pick<Deps, "pool">, code: string, day: Day): Promise<CertifiedScope> => ({ homePrefix: scopePrefix(code), day, workingAge: (await loadMatchingRules(deps.pool, day)).workingAge });

function sumUp(code: string, region: Name, counts: readonly CertifiedCount[]): CertifiedLine {
  const sum = (of: "people" | "monitored" | "certified" | "withoutTraining") => counts.reduce((total, one) => total + one[of], 0);
  return { code, region, people: sum("people"), monitored: sum("monitored"), certified: sum("certified"), withoutTraining: sum("withoutTraining") };
}

/** The figure "all certified" of a region on a day, with and without training certificates; null outside what the officer acts for. */
export async function readCertified(deps: Pick<Deps, "pool" | "crypto">, actor: Actor, code: string, day: Day): Promise<CertifiedPage | null> {
  if (!CODE.test(code) || !actsForRegion(actor, code)) return null;
  const [regions] = await deps.pool.query<RowDataPacket[]>("SELECT code FROM region WHERE code = ? OR (parentCode = ? AND level IN ('CITY', 'COUNTY')) ORDER BY code", [code, code]);
  if (!regions.some((row) => row.code === code)) return null;
  const below = regions.map((row) => row.code as string).filter((one) => one !== code);
  const codes = below.length > 0 ? below : [code];
  const [counts, names] = await Promise.all([countCertified(deps, await scopeFor(deps, code, day)), regionNames(deps.pool, [code, ...codes])]);
  const nameOf = (of: string) => names.get(of) ?? { zh: of, en: of };
  return {
    region: { code, name: nameOf(code) }, day, total: sumUp(code, nameOf(code), counts),
    lines: codes.map((one) => sumUp(one, nameOf(one), below.length === 0 ? counts : counts.filter(({ countyCode }) => isWithin(countyCode, one)))),
  };
}

export interface LackingPage {
  county: { code: string; name: Name };
  day: Day;
  page: number;
  pageCount: number;
  total: number;
  people: (Omit<LackingPerson, "homeRegionCode"> & { home: Name })[];
}

const PAGE_SIZE = 50;

/** The people of a county who lack a certificate, with masked names, for a bureau that acts for it; null for everybody else. Each look is in the audit. */
export async function readLacking(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, code: string, { day, lack, page, size = PAGE_SIZE }: { day: Day; lack: Lack; page: number; size?: number }): Promise<LackingPage | null> {
  if (!CODE.test(code) || WIDER_THAN_COUNTY.test(code) || !actsForRegion(actor, code)) return null;
  const names = await regionNames(deps.pool, [code]);
  if (!names.has(code)) return null;
  await writeAudit(deps, actor, { action: "see-uncertified", subjectType: "region", subjectId: code, outcome: "ok" });
  const { total, people } = await listLacking(deps, await scopeFor(deps, code, day), lack, { size, skip: (page - 1) * size });
  const homes = await regionPaths(deps.pool, people.map((one) => one.homeRegionCode));
  return {
    county: { code, name: names.get(code)! }, day, page, total, pageCount: Math.max(1, Math.ceil(total / size)),
    people: people.map(({ homeRegionCode, ...one }) => ({ ...one, home: homes.get(homeRegionCode) ?? { zh: "", en: "" } })),
  };
}
