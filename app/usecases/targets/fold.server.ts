import { loadCalibers, type NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import { loadEventsOfPersons, type StoredEvent } from "#app/data/ledger/events.server.ts";
import { addToCounters, cellKey, type CounterCell, type CountRow, deleteCounts, insertCounts, readCounts } from "#app/data/ledger/target-counts.server.ts";
import { countPerson } from "#app/domain/target/caliber.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/**
 * Brings the counts of some persons in line with the ledger, for every caliber, in one transaction. Folding
 * twice changes nothing the second time; two folds of one person wait for each other on the person's row.
 */
export async function foldPersons(deps: Pick<Deps, "pool">, personIds: readonly string[]): Promise<{ changed: number }> {
  const ids = [...new Set(personIds)].sort();
  if (ids.length === 0) return { changed: 0 };
  const calibers = await loadCalibers(deps.pool);
  const connection = await deps.pool.getConnection();
  try {
    await connection.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    await connection.beginTransaction();
    await connection.query("SELECT id FROM person WHERE id IN (?) ORDER BY id FOR UPDATE", [ids]);
    const ledger = await loadEventsOfPersons(connection, ids);
    const before = await readCounts(connection, ids);
    const after = ids.flatMap((id) => countsOf(calibers, ledger.get(id)));
    const { gone, come } = difference(before, after);
    await deleteCounts(connection, gone);
    await insertCounts(connection, come);
    await addToCounters(connection, netCells(gone, come));
    await connection.commit();
    return { changed: gone.length + come.length };
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

/** All rows of target_count that one person's ledger gives. */
export function countsOf(calibers: readonly NamedCaliber[], placements: Map<string, StoredEvent[]> | undefined): CountRow[] {
  if (placements === undefined) return [];
  const histories = [...placements.values()];
  return calibers.flatMap((caliber) => countPerson(caliber, histories).map((counted) => ({ ...counted, caliberCode: caliber.code })));
}

/** The cells that change when some counts go and others come. */
export function netCells(gone: readonly CountRow[], come: readonly CountRow[]): CounterCell[] {
  const cells = new Map<string, CounterCell>();
  const add = (row: CountRow, persons: number) => {
    const key = cellKey(row);
    const cell = cells.get(key);
    if (cell) cell.persons += persons;
    else {
      const { year, caliberCode, countyCode, month, placeClass, stream } = row;
      cells.set(key, { year, caliberCode, countyCode, month, placeClass, stream, persons });
    }
  };
  for (const row of gone) add(row, -1);
  for (const row of come) add(row, 1);
  return [...cells.values()];
}

function difference(before: readonly CountRow[], after: readonly CountRow[]): { gone: CountRow[]; come: CountRow[] } {
  const known = new Map(before.map((row) => [identity(row), row]));
  const come = after.filter((row) => !known.delete(identity(row)));
  return { gone: [...known.values()], come };
}

export function identity(row: CountRow): string {
  return [row.year, row.caliberCode, row.personId, row.placementId, row.eventId, row.countedOn, row.countyCode, row.placeClass, row.stream, row.rung].join("|");
}
