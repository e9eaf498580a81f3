import type { RowDataPacket } from "mysql2/promise";
import type { Querier } from "#app/platform/database.server.ts";

export interface OutboxState {
  /** events without deliveries yet, and deliveries that are neither done nor given up */
  pending: number;
  /** given up after repeated failure: somebody has to look at them */
  quarantined: number;
}

export async function readOutboxState(querier: Querier): Promise<OutboxState> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM outbox_event WHERE expandedAt IS NULL) AS unexpanded,
            (SELECT COUNT(*) FROM outbox_delivery WHERE doneAt IS NULL AND quarantinedAt IS NULL) AS undone,
            (SELECT COUNT(*) FROM outbox_delivery WHERE quarantinedAt IS NOT NULL) AS quarantined`);
  const row = rows[0];
  return { pending: Number(row?.unexpanded ?? 0) + Number(row?.undone ?? 0), quarantined: Number(row?.quarantined ?? 0) };
}
