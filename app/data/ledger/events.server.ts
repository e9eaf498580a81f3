import type { RowDataPacket } from "mysql2";
import type { EvidenceKind, PlacementEvent, PlacementEventKind, PlacementSnapshot } from "#app/domain/placement/types.ts";
import type { Role } from "#app/domain/terms.ts";
import { type Pool, type Querier, readJson } from "#app/platform/database.server.ts";

export type StoredEvent = PlacementEvent & { hash: string };

const COLUMNS = `id, placementId, seq, personId, kind, happenedOn, recordedAt, saidByRole, saidByUserId, evidence, evidenceRef,
  reversesId, reason, snapshot, hash`;

/** All events of the named persons, by person and placement, each placement in sequence order. */
export async function loadEventsOfPersons(pool: Querier, personIds: readonly string[]): Promise<Map<string, Map<string, StoredEvent[]>>> {
  if (personIds.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT ${COLUMNS} FROM placement_event WHERE personId IN (?) ORDER BY personId, placementId, seq`, [personIds]);
  return groupByPerson(rows);
}

export async function loadEventsOfPlacement(pool: Querier, placementId: string): Promise<StoredEvent[]> {
  const [rows] = await pool.query<RowDataPacket[]>(`SELECT ${COLUMNS} FROM placement_event WHERE placementId = ? ORDER BY seq`, [placementId]);
  return rows.map(toEvent);
}

/** The whole ledger, a batch of persons at a time, in bounded memory. */
export async function* streamLedger(pool: Pool, batchSize = 5_000): AsyncGenerator<Map<string, Map<string, StoredEvent[]>>> {
  let after = "";
  for (;;) {
    const [ids] = await pool.query<RowDataPacket[]>(
      "SELECT DISTINCT personId FROM placement_event WHERE personId > ? ORDER BY personId LIMIT ?", [after, batchSize]);
    if (ids.length === 0) return;
    const last = String(ids[ids.length - 1]!.personId);
    const [rows] = await pool.query<RowDataPacket[]>(
      `SELECT ${COLUMNS} FROM placement_event WHERE personId > ? AND personId <= ? ORDER BY personId, placementId, seq`, [after, last]);
    yield groupByPerson(rows);
    after = last;
  }
}

function groupByPerson(rows: RowDataPacket[]): Map<string, Map<string, StoredEvent[]>> {
  const persons = new Map<string, Map<string, StoredEvent[]>>();
  for (const row of rows) {
    const event = toEvent(row);
    let placements = persons.get(event.personId);
    if (!placements) persons.set(event.personId, (placements = new Map()));
    const events = placements.get(event.placementId);
    if (events) events.push(event);
    else placements.set(event.placementId, [event]);
  }
  return persons;
}

function toEvent(row: RowDataPacket): StoredEvent {
  return {
    id: row.id as string,
    placementId: row.placementId as string,
    seq: row.seq as number,
    personId: row.personId as string,
    kind: row.kind as PlacementEventKind,
    happenedOn: row.happenedOn as string,
    recordedAt: (row.recordedAt as Date).toISOString(),
    saidByRole: row.saidByRole as Role,
    saidByUserId: row.saidByUserId as string | null,
    evidence: row.evidence as EvidenceKind,
    evidenceRef: row.evidenceRef as string | null,
    reversesId: row.reversesId as string | null,
    reason: row.reason as string | null,
    snapshot: readJson(row.snapshot) as PlacementSnapshot,
    hash: row.hash as string,
  };
}
