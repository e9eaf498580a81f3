import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { queueSms } from "./sms.server.ts";

export interface ReceiptNote {
  personId: string;
  /** a key of the catalogue: `persons.receipt.<act>` */
  act: string;
  subjectId?: string;
  /** what the text message says; none is sent where the person has no telephone, and the slip is printed instead */
  sms: string;
}

/** Tells a person, in the transaction in which it happens, what somebody did for them. Gives the receipt's id. */
export async function giveReceipt(deps: Pick<Deps, "newId" | "clock">, tx: Tx, actor: Actor, note: ReceiptNote): Promise<string> {
  const id = deps.newId();
  const person = await tx.person.findUniqueOrThrow({ where: { id: note.personId }, select: { phoneEnc: true, phoneMasked: true } });
  const { phoneEnc, phoneMasked } = person;
  await tx.receipt.create({
    data: { id, personId: note.personId, byUserId: actor.userId, byRole: actor.role, act: note.act, subjectId: note.subjectId ?? null, bySms: phoneEnc !== null, recordedAt: deps.clock.now() },
  });
  if (phoneEnc !== null) await queueSms(deps, tx, { onceKey: `receipt:${id}`, personId: note.personId, phoneEnc, phoneMasked: phoneMasked ?? "", purpose: "receipt", text: note.sms });
  return id;
}
