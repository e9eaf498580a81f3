import type { RowDataPacket } from "mysql2";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { findProjectFor, type Project } from "#app/data/workfare/projects.server.ts";
import { loadDue } from "#app/data/workfare/sheets.server.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { tooFewLocal } from "#app/domain/workfare/award.ts";
import { type Floor, floorsOf, shareUp, totalFen } from "#app/domain/workfare/floor.ts";
import { forecastLabour, type LabourForecast, weekEnds } from "#app/domain/workfare/forecast.ts";
import { mayDo, type Part } from "#app/domain/workfare/roles.ts";
import type { PaySheetState } from "#app/domain/workfare/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";
import { IN_FORCE, loadFullWeeks, loadSpent } from "./workfare-list.server.ts";

export interface ProjectView {
  project: Project;
  part: Part;
  manages: boolean;
  pays: boolean;
  county: Name;
  places: Name[];
  floors: Floor[];
  fundsFen: number;
  floorFen: number;
  plannedFen: number;
  paidFen: number;
  forecast: LabourForecast;
  /** labour pay worked by the end of each week, so far */
  weeks: { until: Day; fen: number | null }[];
  ground: PolicyParameter | null;
  /** fewer local people in the special team than the rule asks for */
  tooFewLocal: boolean;
  crew: number;
  posts: { id: string; title: string; openings: number; filled: number; rateFen: number | null; open: boolean }[];
  rolls: RollLine[];
  sheets: SheetLine[];
  due: { persons: number; totalFen: number; overpaid: number; heldRolls: number[] };
  today: Day;
}

export interface RollLine {
  id: string;
  nr: number;
  fromOn: Day;
  untilOn: Day;
  closed: boolean;
  persons: number;
  quarters: number;
  payFen: number;
}

export interface SheetLine {
  id: string;
  nr: number;
  state: PaySheetState;
  totalFen: number;
  lines: number;
  paid: number;
  failed: number;
  publicUntil: Day | null;
}

/** A project as its officers see it; null for strangers. */
export async function readProjectPage(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, id: string): Promise<ProjectView | null> {
  const found = await findProjectFor(deps, actor, id, "LOOK");
  if (!found) return null;
  const { project, part } = found;
  const today = deps.clock.today();
  const [rules, spent, weekly, names, places, crew, posts, rolls, sheets, due, daily] = await Promise.all([
    loadPolicyParameters(deps.pool), loadSpent(deps.pool, [id]), loadFullWeeks(deps.pool, [id], today), regionNames(deps.pool, [project.countyCode]), regionPaths(deps.pool, project.places),
    loadCrew(deps.pool, id, { from: today, until: addDays(today, 1) }), readPosts(deps, id), readRolls(deps, id), readSheets(deps, id), loadDue(deps.db, id), readDaily(deps, id),
  ]);
  const floors = floorsOf(project.funds, project.kind, rules, { regionCode: project.countyCode, asOf: project.approvedOn });
  const fundsFen = totalFen(project.funds);
  const { award } = project;
  const floorFen = floors.reduce((sum, one) => sum + one.floorFen, 0);
  const { paidFen = 0, workedFen = 0 } = spent.get(id) ?? {};
  const forecast = forecastLabour({
    asOf: today, startsOn: project.startsOn, endsOn: project.endsOn, closed: project.closedOn !== null, floorFen, paidFen, owedFen: Math.max(0, workedFen - paidFen), progressPct: project.progressPct, fullWeekFen: weekly.get(id) ?? 0,
  });
  return {
    project, part, manages: mayDo(part, "MANAGE"), pays: mayDo(part, "PAY"), county: names.get(project.countyCode) ?? { zh: "", en: "" },
    places: project.places.map((code) => places.get(code) ?? { zh: code, en: code }), floors, fundsFen, floorFen, plannedFen: shareUp(fundsFen, project.labourSharePct), paidFen, forecast,
    weeks: weekEnds(project.startsOn, project.endsOn).map((until) => ({ until, fen: addDays(until, -7) >= today ? null : daily.filter((one) => one.day < until).reduce((sum, one) => sum + one.fen, 0) })),
    ground: rules.find((one) => one.id === award?.ruleId) ?? null, tooFewLocal: award !== null && tooFewLocal(award, rules, { regionCode: project.countyCode, asOf: award.awardedOn }) === true, crew: crew.length, posts, rolls, sheets,
    due: { persons: due.lines.length, totalFen: due.totalFen, overpaid: due.overpaid.length, heldRolls: due.heldRolls }, today,
  };
}

async function readPosts({ pool, clock }: Pick<Deps, "pool" | "clock">, projectId: string): Promise<ProjectView["posts"]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT id, title, openings, filled, IF(wagePeriod = 'DAY', wageMinFen, NULL) AS rateFen, status = 'PUBLISHED' AND validUntil > ? AS open FROM post WHERE workfareProjectId = ? ORDER BY id", [clock.today(), projectId]);
  return rows.map((row) => ({ id: row.id as string, title: row.title as string, openings: row.openings as number, filled: row.filled as number, rateFen: row.rateFen as number | null, open: Number(row.open) === 1 }));
}

export async function readRolls({ pool }: Pick<Deps, "pool">, projectId: string): Promise<RollLine[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT m.id, m.nr, m.fromOn, m.untilOn, m.closedAt IS NOT NULL AS closed, COALESCE(t.persons, 0) AS persons, COALESCE(t.quarters, 0) AS quarters, COALESCE(t.fen, 0) AS fen
       FROM muster_roll m LEFT JOIN (SELECT e.rollId, COUNT(DISTINCT IF(e.quarters > 0, e.personId, NULL)) AS persons, SUM(e.quarters) AS quarters, SUM(CEIL(e.rateFen * e.quarters / 4)) AS fen FROM ${IN_FORCE} GROUP BY e.rollId) t ON t.rollId = m.id
      WHERE m.projectId = ? ORDER BY m.fromOn DESC`, [[projectId], projectId]);
  return rows.map((row) => ({ id: row.id as string, nr: row.nr as number, fromOn: row.fromOn as Day, untilOn: row.untilOn as Day, closed: Number(row.closed) === 1, persons: Number(row.persons), quarters: Number(row.quarters), payFen: Number(row.fen) }));
}

async function readSheets({ pool }: Pick<Deps, "pool">, projectId: string): Promise<SheetLine[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT s.id, s.nr, s.state, s.totalFen, s.publicUntil, COUNT(l.id) AS lineCount, SUM(l.result = 'PAID') AS paid, SUM(l.result = 'FAILED') AS failed
       FROM pay_sheet s JOIN pay_line l ON l.sheetId = s.id WHERE s.projectId = ? GROUP BY s.id, s.nr, s.state, s.totalFen, s.publicUntil ORDER BY s.nr DESC`, [projectId]);
  return rows.map((row) => ({
    id: row.id as string, nr: row.nr as number, state: row.state as PaySheetState, totalFen: Number(row.totalFen), lines: Number(row.lineCount), paid: Number(row.paid), failed: Number(row.failed), publicUntil: row.publicUntil as Day | null,
  }));
}

async function readDaily({ pool }: Pick<Deps, "pool">, projectId: string): Promise<{ day: Day; fen: number }[]> {
  const [rows] = await pool.query<RowDataPacket[]>(`SELECT e.day, SUM(CEIL(e.rateFen * e.quarters / 4)) AS fen FROM ${IN_FORCE} GROUP BY e.day ORDER BY e.day`, [[projectId]]);
  return rows.map((row) => ({ day: row.day as Day, fen: Number(row.fen) }));
}
