import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { categoryOfRoster } from "#app/data/person-status.ts";
import { findRoster, openPieces, rostersOf } from "#app/data/rosters.server.ts";
import type { DifferenceLine } from "#app/domain/import/differences.ts";
import { PERSON_FIELD_NAMES, type PersonField } from "#app/domain/import/person-columns.ts";
import { overlaps } from "#app/domain/region/codes.ts";
import { maskCell, ROSTER_WORK } from "#app/domain/roster/roster.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

const SHOWN_ROSTERS = 100;
const SHOWN_DIFFERENCES = 50;

/** The rosters of an officer's region, newest first. */
export async function readRosters(deps: Pick<Deps, "db" | "pool">, actor: Actor, most = SHOWN_ROSTERS) {
  const rows = await deps.db.roster.findMany({ where: rostersOf(actor), orderBy: { uploadedAt: "desc" }, take: most });
  const names = await regionNames(deps.pool, rows.map((row) => row.regionCode));
  return rows.map((row) => {
    const summary = (row.result ?? row.checked) as unknown as ImportSummary | null;
    return {
      id: row.id, fileName: row.fileName, state: row.state, region: names.get(row.regionCode) ?? null, uploadedAt: row.uploadedAt,
      rows: summary?.rows ?? row.rowsDone, imported: summary?.imported ?? 0, updated: summary?.updated ?? 0, rejected: summary?.rejected ?? 0,
    };
  });
}

/** Resettlement sites in an officer's region, for the choice beside the file. */
export async function readSites(deps: Pick<Deps, "db" | "pool">, actor: Actor): Promise<{ id: string; name: string; county: Name | null }[]> {
  const { regionCode } = actor;
  if (regionCode === null) return [];
  const rows = await deps.db.resettlementSite.findMany({ orderBy: [{ countyCode: "asc" }, { name: "asc" }] });
  const mine = rows.filter((row) => overlaps(row.countyCode, regionCode));
  const names = await regionNames(deps.pool, mine.map((row) => row.countyCode));
  return mine.map(({ id, name, countyCode }) => ({ id, name, county: names.get(countyCode) ?? null }));
}

/** The same sites with the households and people on record at each. */
export async function readSiteCounts(deps: Pick<Deps, "db" | "pool">, actor: Actor): Promise<{ id: string; name: string; county: Name | null; households: number; people: number }[]> {
  const sites = await readSites(deps, actor);
  if (sites.length === 0) return [];
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT h.resettlementSiteId AS id, COUNT(DISTINCT h.id) AS households, COUNT(p.id) AS people
       FROM household h LEFT JOIN person p ON p.householdId = h.id AND p.deletedAt IS NULL WHERE h.resettlementSiteId IN (?) GROUP BY h.resettlementSiteId`, [sites.map(({ id }) => id)]);
  const counts = new Map(rows.map((row) => [row.id as string, { households: Number(row.households), people: Number(row.people) }]));
  return sites.map((site) => ({ ...site, ...(counts.get(site.id) ?? { households: 0, people: 0 }) }));
}

/** One roster as its page shows it: cells and differences masked. Null for a stranger's as for none. */
export async function readRosterPage(deps: Pick<Deps, "db" | "pool" | "crypto">, actor: Actor, id: string) {
  const roster = await findRoster(deps, actor, id);
  if (!roster) return null;
  const header = (roster.header ?? []) as string[];
  const mapping = (roster.mapping ?? {}) as Partial<Record<PersonField, number>>;
  const fieldAt = new Map(Object.entries(mapping).map(([field, place]) => [place, field as PersonField]));
  const working = ROSTER_WORK.includes(roster.state);
  // a page that waits for a worker is asked for every other second and shows neither
  const sample = working ? [] : await readSample(deps, id);
  const differences = working ? [] : await firstDifferences(deps, id);
  const by = roster.uploadedBy === null ? null : await deps.db.user.findUnique({ where: { id: roster.uploadedBy }, select: { displayName: true } });
  const reports = await deps.db.rosterPart.findMany({ where: { rosterId: id, seq: 0 }, select: { kind: true } });
  return {
    id, version: roster.version, state: roster.state, fileName: roster.fileName, mb: Math.max(0.1, Math.round(Number(roster.byteCount) / 104_857.6) / 10), category: categoryOfRoster(deps, roster), site: roster.site?.name ?? null,
    region: (await regionPaths(deps.pool, [roster.regionCode])).get(roster.regionCode) ?? null, uploadedAt: roster.uploadedAt, by: by?.displayName ?? null,
    working, stopping: roster.cancelRequestedAt !== null && working, problem: roster.problem,
    progress: { done: Number(roster.progressDone), total: Number(roster.progressTotal), rows: roster.rowsDone },
    columns: header.map((name, place) => ({ name, field: fieldAt.get(place) ?? "", cells: sample.slice(0, 3).map((row) => maskCell(fieldAt.get(place) ?? null, row[place] ?? "")) })),
    fields: Object.entries(PERSON_FIELD_NAMES).map(([field, name]) => ({ field, name })),
    checked: roster.checked as unknown as ImportSummary | null, result: roster.result as unknown as ImportSummary | null,
    differences,
    reports: reports.map(({ kind }) => kind).filter((kind) => kind === "REJECTS" || kind === "NOTES" || kind === "DIFFERENCES"),
  };
}

async function readSample(deps: Pick<Deps, "db" | "crypto">, id: string): Promise<string[][]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openPieces(deps, id, "SAMPLE")) pieces.push(piece);
  return pieces.length === 0 ? [] : (JSON.parse(Buffer.concat(pieces).toString("utf8")) as string[][]);
}

/** The first lines of the differences; the rest stands in the file. */
async function firstDifferences(deps: Pick<Deps, "db" | "pool" | "crypto">, id: string): Promise<ShownDifferenceLine[]> {
  for await (const lines of differencesIn(deps, openPieces(deps, id, "DIFFERENCES"))) return lines.slice(0, SHOWN_DIFFERENCES);
  return [];
}

const REPORT_KINDS = { rejects: "REJECTS", notes: "NOTES", differences: "DIFFERENCES" } as const;
export type RosterReportKind = keyof typeof REPORT_KINDS;

/** A report on a roster as text, piece by piece; fetching it is in the audit. Null where there is none, or it is a stranger's. */
export async function openRosterReport(deps: Deps, actor: Actor, id: string, kind: string): Promise<{ fileName: string; kind: RosterReportKind; pieces: AsyncGenerator<Uint8Array> } | null> {
  if (!Object.hasOwn(REPORT_KINDS, kind)) return null;
  const stored = REPORT_KINDS[kind as RosterReportKind];
  const roster = await findRoster(deps, actor, id);
  if (!roster || !(await deps.db.rosterPart.findUnique({ where: { rosterId_kind_seq: { rosterId: id, kind: stored, seq: 0 } }, select: { seq: true } }))) return null;
  await writeAudit(deps, { ...actor, purpose: "form:roster-report" }, { action: "fetch-roster-report", subjectType: "roster", subjectId: id, outcome: "ok" });
  return { fileName: roster.fileName, kind: kind as RosterReportKind, pieces: openPieces(deps, id, stored) };
}

/** Differences from their pieces, some hundred at a time, with the names of the places in them. */
export async function* differencesIn({ pool }: Pick<Deps, "pool">, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ShownDifferenceLine[]> {
  const decoder = new TextDecoder();
  let rest = "";
  const shown = async (lines: string[]) => {
    const parsed = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as DifferenceLine);
    return withPlaces(pool, parsed);
  };
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (let from = 0; from < lines.length; from += 500) yield await shown(lines.slice(from, from + 500));
  }
  if (rest !== "") yield await shown([rest]);
}

export interface ShownDifferenceLine extends Omit<DifferenceLine, "differences"> {
  differences: (DifferenceLine["differences"][number] & { beforePlace?: Name | null; afterPlace?: Name | null })[];
}

async function withPlaces(pool: Deps["pool"], lines: readonly DifferenceLine[]): Promise<ShownDifferenceLine[]> {
  const homes = await regionPaths(pool, lines.flatMap((one) => one.differences.flatMap((each) => (each.field === "home" ? [each.before, each.after] : []))));
  return lines.map((one) => ({
    ...one, differences: one.differences.map((each) => (each.field === "home" ? { ...each, beforePlace: homes.get(each.before) ?? null, afterPlace: homes.get(each.after) ?? null } : each)),
  }));
}
