import type { RowDataPacket } from "mysql2";
import { allows, type ConsentRow } from "#app/domain/person/consent.ts";
import type { Querier } from "#app/platform/database.server.ts";

export interface MessageReach {
  phoneEnc: string | null;
  phoneMasked: string;
  /** has a telephone and may be told by text message: what concerns their own job may be sent */
  reachable: boolean;
  /** has said yes to messages */
  wanted: boolean;
}

/** Whether persons can be told by text message, by the rule of `allows`. */
export async function messageReachOf(querier: Querier, personIds: readonly string[]): Promise<Map<string, MessageReach>> {
  if (personIds.length === 0) return new Map();
  const [[persons], [said]] = await Promise.all([
    querier.query<RowDataPacket[]>("SELECT id, phoneEnc, phoneMasked FROM person WHERE id IN (?)", [personIds]),
    querier.query<RowDataPacket[]>("SELECT personId, purpose, givenAt, withdrawnAt FROM consent WHERE personId IN (?) AND purpose IN ('SMS', 'SERVICE')", [personIds]),
  ]);
  const consents = new Map<string, ConsentRow[]>(personIds.map((id) => [id, []]));
  for (const row of said as (ConsentRow & { personId: string })[]) consents.get(row.personId)?.push(row);
  return new Map(persons.map((row) => {
    const rows = consents.get(row.id as string) ?? [];
    const [has, yes] = [row.phoneEnc !== null, rows.some((one) => one.purpose === "SMS" && one.withdrawnAt === null)];
    return [row.id as string, { phoneEnc: row.phoneEnc as string | null, phoneMasked: (row.phoneMasked as string | null) ?? "", reachable: has && allows(rows, "SMS"), wanted: has && yes }];
  }));
}
