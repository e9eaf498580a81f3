import type { RowDataPacket } from "mysql2";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { floorsOf, totalFen } from "#app/domain/workfare/floor.ts";
import { forecastLabour, type ForecastState } from "#app/domain/workfare/forecast.ts";
import type { FundLine, WorkfareClass } from "#app/domain/workfare/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface ProjectLine {
  id: string;
  name: string;
  county: Name;
  kind: WorkfareClass;
  startsOn: Day;
  endsOn: Day;
  closedOn: Day | null;
  awarded: boolean;
  fundsFen: number;
  floorFen: number;
  spentFen: number;
  paidFen: number;
  forecastFen: number;
  state: ForecastState;
  openRolls: number;
  waitingSheets: number;
}

const MOST = 200;

/** The workfare projects in an officer's region with where their labour pay stands: those in danger first, then by the day the works end. */
export async function readProjects({ pool, clock }: Pick<Deps, "pool" | "clock">, actor: Actor): Promise<ProjectLine[]> {
  const prefix = scopePrefix(actor.regionCode ?? "-");
  const where = prefix.length <= 6 ? "f.countyCode LIKE ?" : "f.id IN (SELECT w.projectId FROM workfare_place w WHERE w.regionCode LIKE ? OR ? LIKE CONCAT(w.regionCode, '%'))";
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT f.*, COALESCE(f.approvedOn, f.startsOn) AS ruledOn, EXISTS (SELECT 1 FROM workfare_award a WHERE a.projectId = f.id) AS awarded,
            (SELECT COUNT(*) FROM muster_roll r WHERE r.projectId = f.id AND r.closedAt IS NULL) AS openRolls,
            (SELECT COUNT(*) FROM pay_sheet s WHERE s.projectId = f.id AND s.state <> 'DONE') AS waitingSheets
       FROM workfare_project f WHERE ${where} ORDER BY f.closedOn IS NOT NULL, f.endsOn, f.id LIMIT ${MOST}`, prefix.length <= 6 ? [`${prefix}%`] : [`${prefix}%`, prefix]);
  const ids = rows.map((row) => row.id as string);
  const today = clock.today();
  const [funds, spent, weekly, rules, names] = await Promise.all([
    loadFunds(pool, ids), loadSpent(pool, ids), loadFullWeeks(pool, ids, today), loadPolicyParameters(pool), regionNames(pool, rows.map((row) => row.countyCode as string)),
  ]);
  const lines = rows.map((row): ProjectLine => {
    const id = row.id as string;
    const ofProject = funds.get(id) ?? [];
    const floorFen = floorsOf(ofProject, row.kind as WorkfareClass, rules, { regionCode: row.countyCode as string, asOf: row.ruledOn as Day }).reduce((sum, one) => sum + one.floorFen, 0);
    const { paidFen = 0, workedFen = 0 } = spent.get(id) ?? {};
    const forecast = forecastLabour({
      asOf: today, startsOn: row.startsOn as Day, endsOn: row.endsOn as Day, closed: row.closedOn !== null, floorFen, paidFen, owedFen: Math.max(0, workedFen - paidFen),
      progressPct: row.progressPct as number | null, fullWeekFen: weekly.get(id) ?? 0,
    });
    return {
      id, name: row.name as string, county: names.get(row.countyCode as string) ?? { zh: "", en: "" }, kind: row.kind as WorkfareClass, startsOn: row.startsOn as Day, endsOn: row.endsOn as Day,
      closedOn: row.closedOn as Day | null, awarded: Number(row.awarded) === 1, fundsFen: totalFen(ofProject), floorFen, spentFen: forecast.spentFen, paidFen, forecastFen: forecast.forecastFen,
      state: forecast.state, openRolls: Number(row.openRolls), waitingSheets: Number(row.waitingSheets),
    };
  });
  const danger = (one: ProjectLine) => Number(one.awarded && (one.state === "TOO_LATE" || one.state === "AT_RISK"));
  return lines.sort((a, b) => danger(b) - danger(a) || Number(b.awarded) - Number(a.awarded));
}

async function loadFunds(pool: Querier, ids: readonly string[]) {
  const funds = new Map<string, { line: FundLine; amountFen: number }[]>();
  if (ids.length === 0) return funds;
  const [rows] = await pool.query<RowDataPacket[]>("SELECT projectId, line, amountFen FROM workfare_fund WHERE projectId IN (?) ORDER BY line", [ids]);
  for (const row of rows) funds.set(row.projectId as string, [...(funds.get(row.projectId as string) ?? []), { line: row.line as FundLine, amountFen: Number(row.amountFen) }]);
  return funds;
}

/** The words in force, `e`, of the rolls of some projects: of each person and day the newest row. */
export const IN_FORCE = `muster_entry e JOIN muster_roll r ON r.id = e.rollId
  JOIN (SELECT rollId, personId, day, MAX(seq) AS seq FROM muster_entry WHERE kind = 'DAY' AND rollId IN (SELECT id FROM muster_roll WHERE projectId IN (?)) GROUP BY rollId, personId, day) last
    ON last.rollId = e.rollId AND last.seq = e.seq`;

/** What rolls say was worked, and what reached the workers' accounts, in fen. */
export async function loadSpent(pool: Querier, ids: readonly string[]): Promise<Map<string, { workedFen: number; paidFen: number }>> {
  const spent = new Map<string, { workedFen: number; paidFen: number }>();
  if (ids.length === 0) return spent;
  const [[worked], [paid]] = await Promise.all([
    pool.query<RowDataPacket[]>(`SELECT r.projectId, SUM(CEIL(e.rateFen * e.quarters / 4)) AS fen FROM ${IN_FORCE} GROUP BY r.projectId`, [ids]),
    pool.query<RowDataPacket[]>("SELECT s.projectId, SUM(l.payFen) AS fen FROM pay_line l JOIN pay_sheet s ON s.id = l.sheetId WHERE l.result = 'PAID' AND s.projectId IN (?) GROUP BY s.projectId", [ids]),
  ]);
  for (const id of ids) spent.set(id, { workedFen: 0, paidFen: 0 });
  for (const row of worked) spent.get(row.projectId as string)!.workedFen = Number(row.fen);
  for (const row of paid) spent.get(row.projectId as string)!.paidFen = Number(row.fen);
  return spent;
}

const WORKING_DAYS_A_WEEK = 6;

/** What the crew of today would earn in a week of six full days, each at the pay of their post or of the project. */
export async function loadFullWeeks(pool: Querier, ids: readonly string[], today: Day): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT c.projectId, SUM(COALESCE(c.rateFen, f.dayRateFen, 0)) AS fen FROM (
       SELECT u.projectId, u.personId, MAX(u.rateFen) AS rateFen FROM (
         SELECT m.projectId, m.personId, NULL AS rateFen FROM workfare_member m WHERE m.projectId IN (?) AND m.fromOn <= ? AND (m.untilOn IS NULL OR m.untilOn > ?)
         UNION ALL
         SELECT p.workfareProjectId, a.personId, IF(p.wagePeriod = 'DAY', p.wageMinFen, NULL) FROM post p JOIN placement a ON a.postId = p.id AND a.activeKey IS NOT NULL
          WHERE p.workfareProjectId IN (?) AND EXISTS (SELECT 1 FROM placement_event v WHERE v.placementId = a.id AND v.kind = 'ACCEPTED' AND v.happenedOn <= ?)
       ) u JOIN person n ON n.id = u.personId AND n.deletedAt IS NULL GROUP BY u.projectId, u.personId
     ) c JOIN workfare_project f ON f.id = c.projectId GROUP BY c.projectId`, [ids, today, today, ids, today]);
  return new Map(rows.map((row) => [row.projectId as string, Number(row.fen) * WORKING_DAYS_A_WEEK]));
}
