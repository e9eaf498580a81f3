import type { RowDataPacket } from "mysql2";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { loadBankAccounts } from "#app/data/bank-accounts.server.ts";
import { loadCrew, type CrewMember } from "#app/data/workfare/crew.server.ts";
import { findProjectFor, type Project } from "#app/data/workfare/projects.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { parameterInForce, type PolicyParameter } from "#app/domain/policy/parameter.ts";
import { cityOf, scopePrefix } from "#app/domain/region/codes.ts";
import { totalFen } from "#app/domain/workfare/floor.ts";
import { accountObjection } from "#app/domain/person/bank-account.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";
import type { RegionOption } from "./options.server.ts";

/** Townships in an officer's region, by county. */
export async function readTowns(pool: Pool, actor: Actor): Promise<{ county: Name; towns: RegionOption[] }[]> {
  const prefix = scopePrefix(actor.regionCode ?? "-");
  const [rows] = await pool.query<RowDataPacket[]>("SELECT t.code, t.parentCode, t.name, t.pinyin FROM region t WHERE t.level = 'TOWN' AND t.code LIKE ? ORDER BY t.code", [`${prefix}%`]);
  const names = await regionNames(pool, rows.map((row) => (row.code as string).slice(0, 6)));
  const byCounty = new Map<string, RegionOption[]>();
  for (const row of rows) byCounty.set((row.code as string).slice(0, 6), [...(byCounty.get((row.code as string).slice(0, 6)) ?? []), optionOf(row)]);
  return [...byCounty].map(([code, towns]) => ({ county: names.get(code) ?? { zh: code, en: code }, towns }));
}

/** Townships, each with its villages after it. */
export async function readTownPlaces(pool: Pool, asked: readonly string[]): Promise<RegionOption[]> {
  const towns = asked.filter((town) => /^14\d{7}$/.test(town));
  if (towns.length === 0) return [];
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, parentCode, name, pinyin FROM region WHERE code IN (?) OR parentCode IN (?) ORDER BY code", [towns, towns]);
  return rows.map(optionOf);
}

const optionOf = (row: RowDataPacket): RegionOption => ({ code: row.code as string, parentCode: row.parentCode as string | null, name: { zh: row.name as string, en: row.pinyin as string } });

export interface AwardForm {
  project: Project;
  fundsFen: number;
  deepPoverty: boolean;
  contractors: { id: string; name: string }[];
  /** what may be negotiated today, row by row */
  rules: { deepPoor: PolicyParameter | null; smallWorks: PolicyParameter | null; localShare: PolicyParameter | null };
}

export async function readAwardForm(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, id: string): Promise<AwardForm | null> {
  const found = await findProjectFor(deps, actor, id, "MANAGE");
  if (!found) return null;
  const { project } = found;
  const [county, rows, policies] = await Promise.all([
    deps.db.county.findUnique({ where: { code: project.countyCode }, select: { deepPoverty: true } }),
    deps.pool.query<RowDataPacket[]>("SELECT id, name FROM employer WHERE status = 'APPROVED' AND regionCode LIKE ? AND source <> 'workfare-team' ORDER BY regionCode = ? DESC, name LIMIT 200", [`${cityOf(project.countyCode).slice(0, 4)}%`, project.countyCode]),
    loadPolicyParameters(deps.pool),
  ]);
  const at = { regionCode: project.countyCode, asOf: deps.clock.today() };
  return {
    project, fundsFen: totalFen(project.funds), deepPoverty: county?.deepPoverty ?? false, contractors: rows[0].map((row) => ({ id: row.id as string, name: row.name as string })),
    rules: {
      deepPoor: parameterInForce(policies, "workfare.negotiated.deep-poor", at), smallWorks: parameterInForce(policies, "workfare.negotiated.small-works.yuan", at),
      localShare: parameterInForce(policies, "workfare.team.local-share.pct", at),
    },
  };
}

export interface CrewView {
  project: Project;
  crew: (CrewMember & { village: Name; account: string | null; accountId: string | null; objection: ReturnType<typeof accountObjection>; open: boolean })[];
}

/** Everybody of a project's crew, those who left included, with how their account stands. */
export async function readCrewPage(deps: Pick<Deps, "db" | "pool" | "clock" | "crypto">, actor: Actor, id: string): Promise<CrewView | null> {
  const found = await findProjectFor(deps, actor, id, "CREW");
  if (!found) return null;
  const { project } = found;
  const crew = await loadCrew(deps.pool, id, { from: project.startsOn, until: addDays(project.endsOn, 1) });
  const [villages, accounts] = await Promise.all([regionNames(deps.pool, crew.map((one) => one.homeRegionCode)), loadBankAccounts(deps, deps.db, crew.map((one) => one.personId))]);
  const today = deps.clock.today();
  return {
    project,
    crew: crew.map((one) => {
      const account = accounts.get(one.personId) ?? null;
      return { ...one, village: villages.get(one.homeRegionCode) ?? { zh: "", en: "" }, account: account === null ? null : `${account.bankName} ${account.masked}`, accountId: account?.id ?? null, objection: accountObjection(account), open: one.untilOn === null || one.untilOn > today };
    }),
  };
}
