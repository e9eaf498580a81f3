import type { RowDataPacket } from "mysql2";
import type { Querier } from "#app/platform/database.server.ts";

export interface Reach {
  phoneEnc: string | null;
  phoneMasked: string;
  /** has a telephone and has not withdrawn from messages: what concerns their own job may be sent */
  reachable: boolean;
  /** has said yes to messages */
  wanted: boolean;
}

/** Whether persons can be told by text message. */
export async function reachOf(querier: Querier, personIds: readonly string[]): Promise<Map<string, Reach>> {
  if (personIds.length === 0) return new Map();
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT n.id, n.phoneEnc, n.phoneMasked, COUNT(c.id) AS said, COALESCE(SUM(c.withdrawnAt IS NULL), 0) AS stands
       FROM person n LEFT JOIN consent c ON c.personId = n.id AND c.purpose = 'SMS' WHERE n.id IN (?) GROUP BY n.id, n.phoneEnc, n.phoneMasked`, [personIds]);
  return new Map(rows.map((row) => {
    const [has, said, stands] = [row.phoneEnc !== null, Number(row.said) > 0, Number(row.said) > 0 && Number(row.stands) > 0];
    return [row.id as string, { phoneEnc: row.phoneEnc as string | null, phoneMasked: (row.phoneMasked as string | null) ?? "", reachable: has && (stands || !said), wanted: has && stands }];
  }));
}
