import type { ResultSetHeader } from "mysql2";
import { addDays, toDate } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { sealCapacity } from "./person-status.ts";
import { HOLDINGS } from "./holdings.ts";

/** What stands where a name stood. */
export const NAME_GONE = "—";

/** For so long an event may still be reported for a day gone by; until then the index of the resident ID lets a person count once. */
export const INDEX_KEPT_DAYS = 400;
const FAREWELL_KEPT_DAYS = 7;

/**
 * Takes everything of a person out of the database but what `HOLDINGS` says stays, in the caller's transaction, and leaves a stub: no name, no number, no
 * telephone, the county and the year of birth alone.
 */
export async function erasePerson(deps: Pick<Deps, "clock" | "crypto">, tx: Tx, person: { id: string; birthDate: Date; homeCountyCode: string }): Promise<void> {
  const now = deps.clock.now();
  for (const { table, of, withdrawal, alsoDelete } of HOLDINGS) {
    if (withdrawal === "delete") await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE ${of}`, person.id);
    else if ("set" in withdrawal) await tx.$executeRawUnsafe(`UPDATE ${table} SET ${withdrawal.set} WHERE ${of}`, person.id);
    if (alsoDelete !== undefined) await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE ${of} AND ${alsoDelete}`, person.id);
  }
  await forgetTelephone(deps, tx, person.id);
  await tx.consent.updateMany({ where: { personId: person.id, withdrawnAt: null }, data: { withdrawnAt: now, openKey: null } });
  await tx.person.update({
    where: { id: person.id },
    data: {
      nameEnc: deps.crypto.encrypt("person.name", NAME_GONE), nameMasked: NAME_GONE, idNumberEnc: deps.crypto.encrypt("person.idNumber", ""), idNumberMasked: "",
      phoneEnc: null, phoneIndex: null, phoneMasked: null, birthDate: toDate(`${person.birthDate.toISOString().slice(0, 4)}-01-01`), education: "NONE", labourCapacity: null, labourCapacityEnc: sealCapacity(deps, person.id, "NONE"),
      homeRegionCode: person.homeCountyCode, householdId: null, canLeave: true, experienceMonths: 0, source: "withdrawn", updatedAt: now, deletedAt: now,
    },
  });
}

/** What is kept under a telephone number alone: codes, the messages that carried them, and what others were to be asked by it. */
async function forgetTelephone({ crypto }: Pick<Deps, "crypto">, tx: Tx, personId: string): Promise<void> {
  const { phoneEnc, phoneMasked } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { phoneEnc: true, phoneMasked: true } });
  if (phoneEnc === null || phoneMasked === null) return;
  const phone = crypto.decrypt("person.phone", phoneEnc);
  const indexes = crypto.blindIndexes("person.phone", phone);
  await tx.phoneCode.deleteMany({ where: { phoneIndex: { in: indexes } } });
  await tx.delegation.deleteMany({ where: { helperPhoneIndex: { in: indexes } } });
  const messages = await tx.smsMessage.findMany({ where: { personId: null, phoneMasked }, select: { id: true, phoneEnc: true } });
  await tx.smsMessage.deleteMany({ where: { id: { in: messages.filter((one) => one.phoneEnc !== "" && crypto.decrypt("person.phone", one.phoneEnc) === phone).map((one) => one.id) } } });
}

/** Removes the last traces: the index of a resident ID once nothing can be counted twice any more, and the number of a farewell that was never sent. */
export async function forgetWithdrawn({ pool, clock }: Pick<Deps, "pool" | "clock">): Promise<number> {
  const today = clock.today();
  const [people] = await pool.query<ResultSetHeader>(
    "UPDATE person SET idNumberIndex = CONCAT('gone:', id) WHERE deletedAt < ? AND idNumberIndex NOT LIKE 'gone:%'", [toDate(addDays(today, -INDEX_KEPT_DAYS))]);
  const [messages] = await pool.query<ResultSetHeader>(
    "UPDATE sms_message SET phoneEnc = '', phoneMasked = '', state = 'FAILED' WHERE purpose = 'person-deleted' AND state = 'QUEUED' AND recordedAt < ?", [toDate(addDays(today, -FAREWELL_KEPT_DAYS))]);
  return people.affectedRows + messages.affectedRows;
}
