import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { errorRate, type Finding, type Interval, type Stratum, wilson } from "#app/domain/target/sample.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export interface SampleLine {
  id: string;
  year: number;
  region: Name;
  drawnAt: Date;
  drawn: number;
  checked: number;
  wrong: number;
}

const SHOWN = 100;

/** The samples drawn in an officer's region, newest first. */
export async function readSamples({ pool }: Pick<Deps, "pool">, actor: Actor, most = SHOWN): Promise<SampleLine[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT s.id, s.year, s.regionCode, s.drawnAt, COUNT(d.nr) AS drawn, SUM(d.finding IN ('TRUE', 'FALSE')) AS checked, SUM(d.finding = 'FALSE') AS wrong
       FROM count_sample s LEFT JOIN count_draw d ON d.sampleId = s.id WHERE s.regionCode LIKE ? GROUP BY s.id, s.year, s.regionCode, s.drawnAt ORDER BY s.drawnAt DESC LIMIT ?`,
    [`${scopePrefix(actor.regionCode ?? "-")}%`, most]);
  const names = await regionNames(pool, rows.map((row) => row.regionCode as string));
  return rows.map((row) => ({
    id: row.id as string, year: row.year as number, region: names.get(row.regionCode as string) ?? { zh: "", en: "" }, drawnAt: row.drawnAt as Date,
    drawn: Number(row.drawn), checked: Number(row.checked ?? 0), wrong: Number(row.wrong ?? 0),
  }));
}

export interface DrawLine {
  nr: number;
  placementId: string;
  rung: number;
  finding: Finding;
  note: string | null;
  version: number;
  nameMasked: string;
  phoneMasked: string | null;
  home: Name;
  employerName: string | null;
  postTitle: string | null;
}

export interface SampleView {
  id: string;
  year: number;
  caliberCode: string;
  region: Name;
  seed: string;
  perRung: number;
  drawnAt: Date;
  rungs: (Stratum & { rung: number; drawn: number; unreached: number; interval: Interval | null })[];
  /** of everybody counted; null until every rung has been looked at */
  error: Interval | null;
  /** the same if all who could not be reached were wrong */
  worst: Interval | null;
  open: number;
  draws: DrawLine[];
}

/** A sample with what was found, for a bureau that acts for its region; null for everybody else. Each look is in the audit. */
export async function readSample(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, id: string): Promise<SampleView | null> {
  const sample = await deps.db.countSample.findUnique({ where: { id } });
  if (!sample || !actsForRegion(actor, sample.regionCode)) return null;
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT d.nr, d.placementId, d.rung, d.finding, d.note, d.version, n.nameMasked, n.phoneMasked, n.homeRegionCode, e.name AS employerName, p.title AS postTitle
       FROM count_draw d JOIN person n ON n.id = d.personId JOIN placement a ON a.id = d.placementId LEFT JOIN post p ON p.id = a.postId LEFT JOIN employer e ON e.id = p.employerId
      WHERE d.sampleId = ? ORDER BY d.nr`, [id]);
  await writeAudit(deps, actor, { action: "see-count-sample", subjectType: "countSample", subjectId: id, outcome: "ok" });
  const [names, homes] = await Promise.all([regionNames(deps.pool, [sample.regionCode]), regionPaths(deps.pool, rows.map((row) => (row.homeRegionCode as string).slice(0, 9)))]);
  const population = Object.entries(readJson(sample.population) as Record<string, number>).map(([rung, persons]) => ({ rung: Number(rung), persons }));
  const found = (rung: number, ...findings: Finding[]) => rows.filter((row) => row.rung === rung && findings.includes(row.finding as Finding)).length;
  const rungs = population.map(({ rung, persons }) => {
    const stratum = { population: persons, checked: found(rung, "TRUE", "FALSE"), wrong: found(rung, "FALSE") };
    return { ...stratum, rung, drawn: rows.filter((row) => row.rung === rung).length, unreached: found(rung, "UNREACHED"), interval: wilson(stratum.wrong, stratum.checked) };
  });
  return {
    id, year: sample.year, caliberCode: sample.caliberCode, region: names.get(sample.regionCode) ?? { zh: "", en: "" }, seed: sample.seed, perRung: sample.perRung, drawnAt: sample.drawnAt, rungs,
    error: errorRate(rungs), worst: errorRate(rungs.map((one) => ({ ...one, checked: one.checked + one.unreached, wrong: one.wrong + one.unreached }))),
    open: rows.filter((row) => row.finding === "OPEN").length,
    draws: rows.map((row) => ({
      nr: row.nr as number, placementId: row.placementId as string, rung: row.rung as number, finding: row.finding as Finding, note: row.note as string | null, version: row.version as number,
      nameMasked: row.nameMasked as string, phoneMasked: row.phoneMasked as string | null, home: homes.get((row.homeRegionCode as string).slice(0, 9)) ?? { zh: "", en: "" },
      employerName: row.employerName as string | null, postTitle: row.postTitle as string | null,
    })),
  };
}
