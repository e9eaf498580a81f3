import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { type CountyEffect, sumEffects } from "#app/domain/policy/simulation.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export interface SimulationView {
  id: string;
  draftId: string | null;
  key: string;
  ruleArea: Name | null;
  value: unknown;
  unit: string;
  region: Name;
  year: number;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED";
  done: number;
  total: number;
  error: string | null;
  requestedAt: Date;
  sums: Omit<CountyEffect, "countyCode">;
  counties: (CountyEffect & { name: Name })[];
  /** masked, those whose amount changes most first */
  people: { personId: string; nameMasked: string; home: Name; beforeFen: number; afterFen: number }[];
  county: string | null;
  page: number;
  pages: number;
}

const PAGE_SIZE = 50;

/** A simulation with who gains and who loses, for the bureau whose people it looked at; the look at people is in the audit. */
export async function readSimulationPage(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, id: string, asked: { county: string | null; page: number; size?: number }): Promise<SimulationView | null> {
  if (!ID_PATTERN.test(id)) return null;
  const { size = PAGE_SIZE } = asked;
  const row = await deps.db.ruleSimulation.findUnique({ where: { id } });
  if (!row || !actsForRegion(actor, row.regionCode)) return null;
  const counties = row.result === null ? [] : (readJson(row.result) as { counties: CountyEffect[] }).counties;
  const county = counties.some((one) => one.countyCode === asked.county) ? asked.county : null;
  const [where, params] = county === null ? ["simulationId = ?", [id]] : ["simulationId = ? AND countyCode = ?", [id, county]];
  const [[[count]], [people], rules] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM rule_simulation_person WHERE ${where}`, params),
    deps.pool.query<RowDataPacket[]>(
      `SELECT s.personId, s.beforeFen, s.afterFen, n.nameMasked, n.homeRegionCode FROM rule_simulation_person s JOIN person n ON n.id = s.personId
        WHERE s.${where.replace(" AND ", " AND s.")} ORDER BY ABS(s.afterFen - s.beforeFen) DESC, s.personId LIMIT ? OFFSET ?`, [...params, size, (asked.page - 1) * size]),
    loadPolicyParameters(deps.pool),
  ]);
  if (people.length > 0) await writeAudit(deps, actor, { action: "see-simulated-people", subjectType: "ruleSimulation", subjectId: id, outcome: "ok" });
  const [names, homes] = await Promise.all([regionNames(deps.pool, [row.regionCode, row.ruleRegion, ...counties.map((one) => one.countyCode)]), regionPaths(deps.pool, people.map((one) => (one.homeRegionCode as string).slice(0, 9)))]);
  return {
    id, draftId: row.draftId, key: row.key, ruleArea: names.get(row.ruleRegion) ?? null, value: readJson(row.value), unit: rules.find((rule) => rule.key === row.key)?.unit ?? "",
    region: names.get(row.regionCode) ?? { zh: "", en: "" }, year: row.year, status: row.status, done: row.progressDone, total: row.progressTotal, error: row.error, requestedAt: row.requestedAt,
    sums: sumEffects(counties), counties: counties.map((one) => ({ ...one, name: names.get(one.countyCode) ?? { zh: one.countyCode, en: one.countyCode } })),
    people: people.map((one) => ({
      personId: one.personId as string, nameMasked: one.nameMasked as string, home: homes.get((one.homeRegionCode as string).slice(0, 9)) ?? { zh: "", en: "" }, beforeFen: one.beforeFen as number, afterFen: one.afterFen as number,
    })),
    county, page: asked.page, pages: Math.max(1, Math.ceil(Number(count?.n ?? 0) / size)),
  };
}
