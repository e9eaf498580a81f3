import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { Querier } from "#app/platform/database.server.ts";

/** Of a row `r` of workshop_recognition: the first day on which it no longer holds, revoked before its time or not. */
export const HELD_UNTIL = `LEAST(r.validUntil, COALESCE((SELECT MIN(v.revokedOn) FROM workshop_revocation v WHERE v.workshopId = r.workshopId AND v.revokedOn > r.recognisedOn), r.validUntil))`;

export interface Recognition {
  id: string;
  recognisedOn: Day;
  validUntil: Day;
  /** half-open: not this day any more */
  heldUntil: Day;
  documentNumber: string;
  workers: number;
  liftedWorkers: number;
  /** why it ended before its time */
  revokedFor: string | null;
}

/** The recognitions of a workshop, newest first, each with the day on which it ended or will end. */
export async function loadRecognitions(pool: Querier, workshopId: string): Promise<Recognition[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT h.*, w.reason AS revokedFor FROM (
       SELECT r.id, r.workshopId, r.recognisedOn, r.validUntil, r.documentNumber, r.workers, r.liftedWorkers, ${HELD_UNTIL} AS heldUntil FROM workshop_recognition r WHERE r.workshopId = ?) h
       LEFT JOIN workshop_revocation w ON w.workshopId = h.workshopId AND w.revokedOn = h.heldUntil AND h.heldUntil < h.validUntil ORDER BY h.recognisedOn DESC`, [workshopId]);
  return rows.map(({ workshopId: _of, ...row }) => row as Recognition);
}
