import { dirname } from "node:path";
import { categoryOfRoster } from "#app/data/person-status.ts";
import { dropPieces, keepPieces, loadColumnMemory, openPieces } from "#app/data/rosters.server.ts";
import { columnsAt } from "#app/domain/import/columns.ts";
import type { DifferenceLine, Differing, DifferingField } from "#app/domain/import/differences.ts";
import { personColumns, type PersonField } from "#app/domain/import/person-columns.ts";
import { guessMapping, MOST_ROSTER_COLUMNS, ROSTER_WORK } from "#app/domain/roster/roster.ts";
import type { Actor } from "#app/platform/actor.ts";
import { withLock } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openTable } from "#app/platform/tables/open-table.server.ts";
import { openLines, piecesOf } from "#app/platform/tables/lines.server.ts";
import { TableError } from "#app/platform/tables/table.ts";
import { withUploadedFile } from "#app/platform/tables/uploaded-file.server.ts";
import { maskName } from "#app/domain/person/masks.ts";
import type { PersonItem } from "../imports/person-batch.server.ts";
import { PEOPLE_AT_ONCE, PersonPlan } from "../imports/person-plan.server.ts";
import { runImport } from "../imports/run-import.server.ts";
import { watchRoster } from "./watch-roster.server.ts";

const SAMPLE_ROWS = 8;
const REPORTS = ["REJECTS", "NOTES", "DIFFERENCES"] as const;

/** Does what a roster waits for: reads its header, weighs its rows, or takes them. Killed and called again it goes on; nobody comes in twice. */
export async function runRoster(deps: Deps, rosterId: string): Promise<void> {
  await withLock(deps.pool, `roster:${rosterId}`, async () => {
    const roster = await deps.db.roster.findUnique({ where: { id: rosterId }, include: { site: true } });
    if (!roster || !ROSTER_WORK.includes(roster.state)) return;
    if (roster.cancelRequestedAt !== null) return finish(deps, rosterId, { state: "CANCELLED" });
    await withUploadedFile(openPieces(deps, rosterId, "SOURCE"), (path) => (roster.state === "READING" ? readHeader(deps, roster, path) : goThrough(deps, roster, path)));
  });
}

type RosterRow = NonNullable<Awaited<ReturnType<Deps["db"]["roster"]["findUnique"]>>> & { site: { name: string; countyCode: string } | null };

async function readHeader(deps: Deps, roster: RosterRow, path: string): Promise<void> {
  const { id, regionCode } = roster;
  try {
    const table = await openTable(path, { headerScore: personColumns.score });
    if (table.header.length > MOST_ROSTER_COLUMNS) throw new TableError("too-wide");
    const rows: string[][] = [];
    for await (const row of table.rows) if (rows.push(row.cells) >= SAMPLE_ROWS) break;
    await dropPieces(deps.db, id, ["SAMPLE"]);
    await keepPieces(deps, id, "SAMPLE", [Buffer.from(JSON.stringify(rows))]);
    const mapping = guessMapping(table.header, await loadColumnMemory(deps, regionCode));
    await deps.db.roster.update({ where: { id }, data: { state: "MAPPING", header: table.header.map((name) => name.slice(0, 80)), mapping, version: { increment: 1 } } });
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    await finish(deps, id, { state: "FAILED", problem: `import-file-${error.fault}` });
  }
}

/** Weighs every row (CHECKING) or takes it (TAKING); what was refused, left out and different stays to be looked at. */
async function goThrough(deps: Deps, roster: RosterRow, path: string): Promise<void> {
  const { id } = roster;
  const dry = roster.state === "CHECKING";
  const actor: Actor = { userId: roster.uploadedBy, role: "OFFICER", regionCode: roster.regionCode, personId: null, employerId: null, purpose: "roster" };
  const keep = new Set((dry ? [] : (roster.keepFields ?? [])) as DifferingField[]);
  const source = `roster-${id.slice(-8)}`;
  const plan = new PersonPlan(deps, { source, actor, keep, category: categoryOfRoster(deps, roster), site: roster.site });
  const differences = openLines(`${dirname(path)}/differences`);
  const watch = watchRoster(deps, id);
  try {
    const result = await runImport<PersonField, PersonItem>(deps, actor, plan, {
      path, source, rejectsPath: `${path}.rejects.csv`, batchSize: PEOPLE_AT_ONCE, dry, signal: watch.signal, onProgress: watch.onProgress,
      columnsOf: (header) => columnsAt(header, roster.mapping as Partial<Record<PersonField, number>>),
      onDifferences: (line, item, found) => differences.add(`${JSON.stringify(lineOf(line, item, found))}\n`),
    });
    await differences.close();
    if (!result.ok) return await finish(deps, id, { state: "FAILED", problem: result.problems[0]?.code ?? "invalid" });
    const files = { REJECTS: `${path}.rejects.csv`, NOTES: `${path}.notes.csv`, DIFFERENCES: differences.path };
    await dropPieces(deps.db, id, REPORTS);
    for (const kind of REPORTS) await keepPieces(deps, id, kind, piecesOf(files[kind]));
    const summary = { ...result.value, rejectsFile: null, notesFile: null };
    if (summary.stopped) return await finish(deps, id, { state: "CANCELLED", ...(dry ? {} : { result: summary as object }) });
    if (dry) await deps.db.roster.update({ where: { id }, data: { state: "CHECKED", checked: summary as object, version: { increment: 1 } } });
    else await finish(deps, id, { state: "DONE", result: summary as object });
  } finally {
    await watch.end();
    await differences.close();
  }
}

function lineOf(line: number, { draft }: PersonItem, differences: readonly Differing<PersonField>[]): DifferenceLine {
  return { line, nameMasked: maskName(draft.name), differences };
}

async function finish(deps: Deps, id: string, data: { state: "DONE" | "FAILED" | "CANCELLED"; problem?: string; result?: object }): Promise<void> {
  await deps.db.roster.update({ where: { id }, data: { ...data, finishedAt: deps.clock.now(), version: { increment: 1 } } });
}
