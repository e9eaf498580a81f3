import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { RowDataPacket } from "mysql2";
import type { ImportProgress } from "#app/domain/import/summary.ts";
import { systemActor } from "#app/platform/actor.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices } from "#tests/setup/services.ts";
import { type Suite, timed } from "../suites.ts";
import { loadTables, TABLES, unloadTables } from "./bulk-load.ts";
import { writeRoster } from "./roster-file.ts";

/**
 * A roster of `--rows` people through the import that the product uses, into a database of its own; then the very rows that came
 * of it by the database's own bulk load into a second database with the same tables, keys and references, on the same machine.
 */
export const benchImport: Suite = async (deps, { rows = 100_000, seed }, onProgress) => {
  const from = deps.env as unknown as Record<string, string>;
  const folder = await mkdtemp(join(tmpdir(), "jgt-bench-"));
  const services = await openTestServices({ from });
  const beside = await openTestServices({ from });
  try {
    for (const each of [services, beside]) await loadReference(each);
    const path = join(folder, "roster.csv");
    const { wrong } = await writeRoster(services.pool, path, rows, seed);
    const memory = watchMemory();
    const { ms, value } = await timed(() => importPersons(services, systemActor("bench"), { path, source: "bench", rejectsPath: join(folder, "rejects.csv"), onProgress: ({ rows: done }: ImportProgress) => onProgress("import", done, rows) }));
    const peakRssMb = memory.end();
    if (!value.ok) throw new Error(JSON.stringify(value.problems));
    const summary = value.value;
    onProgress("unload", 0, 1);
    const files = await unloadTables(services.source.DATABASE_URL!, folder);
    const bulk = await timed(() => loadTables(beside.pool, files));
    onProgress("unload", 1, 1);
    const [counts, same] = [await countsOf(services.pool), await countsOf(beside.pool)];
    const perSecond = (time: number) => Math.round(rows / (time / 1_000));
    return {
      rows, rowsPerSecond: perSecond(ms), bulkLoadRowsPerSecond: perSecond(bulk.ms), ratio: Math.round((bulk.ms / ms) * 1_000) / 1_000, peakRssMb, rejected: summary.rejected,
      seconds: Math.round(ms / 100) / 10, bulkSeconds: Math.round(bulk.ms / 100) / 10, imported: summary.imported, tables: counts, load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
      ok: summary.rejected === wrong && summary.imported === rows - wrong && counts.person === rows - wrong && JSON.stringify(counts) === JSON.stringify(same),
    };
  } finally {
    await services.close();
    await beside.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function countsOf(pool: Pool): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) counts[table] = Number((await pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`))[0][0]!.n);
  return counts;
}

/** The most memory that the process held between now and `end`, threads included. */
function watchMemory(): { end(): number } {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 100);
  return {
    end() {
      clearInterval(timer);
      look();
      return Math.round(most / 2 ** 20);
    },
  };
}
