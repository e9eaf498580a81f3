import type { RowDataPacket } from "mysql2";
import { type HelpRow, openHelp } from "#app/data/person-status.ts";
import { type Day, monthOf, yearOf } from "#app/domain/dates.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import { FIGURE_VIEWS, type FigureView, type TrainingFigure } from "#app/domain/training/count.ts";
import { type Help, HELPS } from "#app/domain/training/enrolment.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type Querier, streamRows } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { sharedWork } from "#app/platform/shared-work.ts";
import { loadRuleBook } from "../training/classes.server.ts";
import { type Name, regionNames } from "./names.server.ts";

/** Finished trainings of a region in [from, to), from the events alone; what was taken back is none. */
const FINISHED = `FROM training_event e LEFT JOIN training_event x ON x.reversesId = e.id
  WHERE x.id IS NULL AND e.kind IN ('PASSED', 'FAILED') AND e.happenedOn >= ? AND e.happenedOn < ? AND e.countyCode LIKE ?`;
const FIGURE = "COUNT(DISTINCT e.enrolmentId) AS times, COUNT(DISTINCT e.personId) AS persons, COUNT(DISTINCT IF(e.kind = 'PASSED', e.enrolmentId, NULL)) AS passed";
const figureOf = (row: RowDataPacket | undefined): TrainingFigure => ({ times: Number(row?.times ?? 0), persons: Number(row?.persons ?? 0), passed: Number(row?.passed ?? 0) });

/** Person-times and persons of a region's classes in [from, to). */
export async function readTrainingFigure(querier: Querier, regionCode: string, from: Day, to: Day): Promise<TrainingFigure> {
  const [[row]] = await querier.query<RowDataPacket[]>(`SELECT ${FIGURE} ${FINISHED}`, [from, to, `${scopePrefix(regionCode)}%`]);
  return figureOf(row);
}

const GROUPS: Readonly<Record<Exclude<FigureView, "help">, string>> = { county: "e.countyCode", month: "MONTH(e.happenedOn)" };

type KeyedFigure = TrainingFigure & { key: string };

async function figuresBy(querier: Querier, by: Exclude<FigureView, "help">, asked: unknown[]): Promise<KeyedFigure[]> {
  const [rows] = await querier.query<RowDataPacket[]>(`SELECT ${GROUPS[by]} AS k, ${FIGURE} ${FINISHED} GROUP BY ${GROUPS[by]} ORDER BY k`, asked);
  return rows.map((row) => ({ key: String(row.k), ...figureOf(row) }));
}

/** Under which heading somebody stood is ciphertext, so that the events are told apart here, one by one. */
async function figuresByHelp(deps: Pick<Deps, "pool" | "crypto">, asked: readonly unknown[]): Promise<KeyedFigure[]> {
  const found = new Map<Help, { times: Set<string>; persons: Set<string>; passed: Set<string> }>();
  for await (const row of streamRows<RowDataPacket & HelpRow & { id: string; enrolmentId: string; personId: string; kind: string }>(deps.pool, `SELECT e.id, e.enrolmentId, e.personId, e.kind, e.help, e.helpEnc ${FINISHED}`, [...asked])) {
    const help = openHelp(deps, row.id, row);
    let one = found.get(help);
    if (!one) found.set(help, (one = { times: new Set(), persons: new Set(), passed: new Set() }));
    one.times.add(row.enrolmentId);
    one.persons.add(row.personId);
    if (row.kind === "PASSED") one.passed.add(row.enrolmentId);
  }
  return [...found].map(([key, { times, persons, passed }]) => ({ key, times: times.size, persons: persons.size, passed: passed.size }));
}

export interface FigureRow extends TrainingFigure {
  key: string;
  /** a county's; months and categories are named by the page */
  name: Name | null;
}

/** The year's trainings against the province's goal, and the officer's region by county, month or category. */
export async function readTrainingFigures(deps: Pick<Deps, "pool" | "clock" | "crypto">, actor: Actor, asked: { year: string | null; by: string | null }) {
  const { pool, clock } = deps;
  const today = clock.today();
  const year = asked.year !== null && /^20[2-4]\d$/.test(asked.year) ? Math.min(Number(asked.year), yearOf(today)) : yearOf(today);
  const by: FigureView = FIGURE_VIEWS.find((one) => one === asked.by) ?? "county";
  const scope = workRegion(actor);
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
  const within = [from, to, `${scopePrefix(scope)}%`];
  const [province, own, figures, rules] = await Promise.all([
    readTrainingFigure(pool, SHANXI, from, to), readTrainingFigure(pool, scope, from, to),
    by === "help" ? sharedWork(pool, `training by help ${within.join(" ")}`, () => figuresByHelp(deps, within)) : figuresBy(pool, by, within), loadRuleBook(pool),
  ]);
  const goal = rules.find("target.training.year", { regionCode: SHANXI, asOf: year === yearOf(today) ? today : `${year}-12-31` });
  const names = by === "county" ? await regionNames(pool, figures.map((one) => one.key)) : new Map<string, Name>();
  const found = new Map(figures.map(({ key, ...figure }) => [key, figure]));
  const none: TrainingFigure = { times: 0, persons: 0, passed: 0 };
  const keys = by === "county" ? [...found.keys()] : by === "help" ? [...HELPS] : Array.from({ length: year === yearOf(today) ? monthOf(today) : 12 }, (_, at) => String(at + 1));
  const lines: FigureRow[] = keys.map((key) => ({ key, name: names.get(key) ?? null, ...(found.get(key) ?? none) }));
  if (by === "county") lines.sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1));
  return { year, years: yearOf(today), by, scope, wide: scope === SHANXI, province, own, rows: lines, goal: typeof goal?.value === "number" ? { value: goal.value, key: goal.key, certainty: goal.certainty } : null };
}

