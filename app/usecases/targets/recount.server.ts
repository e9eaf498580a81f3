import { loadCalibers } from "#app/data/ledger/calibers.server.ts";
import { streamLedger } from "#app/data/ledger/events.server.ts";
import { cellKey, insertCounts, readCounters, streamCounts } from "#app/data/ledger/target-counts.server.ts";
import { findBrokenLink } from "#app/domain/placement/chain.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countsOf, identity, netCells } from "./fold.server.ts";

export interface Recount {
  persons: number;
  placements: number;
  events: number;
  /** placements whose hash chain is broken, at most 20 named */
  brokenChains: number;
  brokenPlacementIds: string[];
  /** counted person-years that the ledger gives and the table lacks, or the other way round */
  missingCounts: number;
  extraCounts: number;
  /** cells of the running counters that differ from the ledger */
  wrongCounters: number;
  /** |counter − recount| summed over cells: the drift that is watched */
  drift: number;
  /** placements whose head (sequence, hash) is not that of their last event */
  wrongHeads: number;
  differences: number;
}

/**
 * Counts everything anew from the ledger and compares it with what the running counters say, and checks
 * every hash chain on the way. Reads only. Memory grows with the number of counted person-years.
 */
export async function recountTargets(deps: Pick<Deps, "pool">, onProgress: (persons: number) => void = () => {}): Promise<Recount> {
  const calibers = await loadCalibers(deps.pool);
  const expected = new Map<string, number>();
  const expectedCells = new Map<string, number>();
  const heads = await readHeads(deps);
  const recount: Recount = {
    persons: 0, placements: 0, events: 0, brokenChains: 0, brokenPlacementIds: [], missingCounts: 0, extraCounts: 0,
    wrongCounters: 0, drift: 0, wrongHeads: 0, differences: 0,
  };
  for await (const batch of streamLedger(deps.pool)) {
    for (const placements of batch.values()) {
      recount.persons += 1;
      for (const [placementId, events] of placements) {
        recount.placements += 1;
        recount.events += events.length;
        if (findBrokenLink(events, sha256)) {
          recount.brokenChains += 1;
          if (recount.brokenPlacementIds.length < 20) recount.brokenPlacementIds.push(placementId);
        }
        const last = events[events.length - 1]!;
        if (heads.get(placementId) !== `${last.seq}|${last.hash}`) recount.wrongHeads += 1;
        heads.delete(placementId);
      }
      const counts = countsOf(calibers, placements);
      for (const row of counts) expected.set(identity(row), 1);
      for (const cell of netCells([], counts)) expectedCells.set(cellKey(cell), (expectedCells.get(cellKey(cell)) ?? 0) + cell.persons);
    }
    onProgress(recount.persons);
  }
  for (const head of heads.values()) if (head !== "0|") recount.wrongHeads += 1;
  for await (const rows of streamCounts(deps.pool)) {
    for (const row of rows) if (!expected.delete(identity(row))) recount.extraCounts += 1;
  }
  recount.missingCounts = expected.size;
  for (const cell of await readCounters(deps.pool)) {
    const key = cellKey(cell);
    const off = Math.abs(cell.persons - (expectedCells.get(key) ?? 0));
    if (off > 0) recount.wrongCounters += 1;
    recount.drift += off;
    expectedCells.delete(key);
  }
  for (const persons of expectedCells.values()) {
    recount.wrongCounters += 1;
    recount.drift += persons;
  }
  recount.differences = recount.brokenChains + recount.missingCounts + recount.extraCounts + recount.wrongCounters + recount.wrongHeads;
  return recount;
}

async function readHeads(deps: Pick<Deps, "pool">): Promise<Map<string, string>> {
  const [rows] = await deps.pool.query("SELECT id, lastSeq, lastHash FROM placement");
  return new Map((rows as { id: string; lastSeq: number; lastHash: string }[]).map((row) => [row.id, `${row.lastSeq}|${row.lastHash}`]));
}

/** Drops the counts and makes them anew from the ledger, in one transaction: readers see the old or the new. */
export async function rebuildTargets(deps: Pick<Deps, "pool">, onProgress: (persons: number) => void = () => {}): Promise<{ counted: number }> {
  const calibers = await loadCalibers(deps.pool);
  const connection = await deps.pool.getConnection();
  let counted = 0;
  let persons = 0;
  try {
    await connection.beginTransaction();
    await connection.query("DELETE FROM target_count");
    await connection.query("DELETE FROM target_counter");
    for await (const batch of streamLedger(deps.pool)) {
      const rows = [...batch.values()].flatMap((placements) => countsOf(calibers, placements));
      for (let from = 0; from < rows.length; from += 2_000) await insertCounts(connection, rows.slice(from, from + 2_000));
      counted += rows.length;
      persons += batch.size;
      onProgress(persons);
    }
    await connection.query(
      `INSERT INTO target_counter (year, caliberCode, countyCode, month, placeClass, stream, persons)
       SELECT year, caliberCode, countyCode, MONTH(countedOn), placeClass, stream, COUNT(*) FROM target_count
        GROUP BY year, caliberCode, countyCode, MONTH(countedOn), placeClass, stream`);
    await connection.commit();
    return { counted };
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
