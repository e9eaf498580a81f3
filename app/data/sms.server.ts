import { smsNeedsConsent } from "#app/domain/person/consent.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { mayUse } from "./consents.server.ts";
import { emit } from "./outbox.server.ts";

export interface SmsToQueue {
  /** the same key is the same message: it goes out once */
  onceKey: string;
  personId: string | null;
  /** ciphertext of person.phone */
  phoneEnc: string;
  phoneMasked: string;
  purpose: string;
  text: string;
  /** ciphertext of sms.secret: what the channel puts in the place of `SECRET_MARK` */
  secretEnc?: string;
}

/**
 * Puts a message on its way in the transaction in which its reason happens. False when it is on its way already, and for an alert to somebody who
 * does not allow text messages.
 */
export async function queueSms(deps: Pick<Deps, "newId" | "clock">, tx: Tx, message: SmsToQueue): Promise<boolean> {
  if (message.personId !== null && smsNeedsConsent(message.purpose) && !(await mayUse(tx, message.personId, "SMS"))) return false;
  const id = deps.newId();
  const { count } = await tx.smsMessage.createMany({ data: [{ id, ...message, recordedAt: deps.clock.now() }], skipDuplicates: true });
  if (count === 1) await emit(deps, tx, [{ event: "sms.queued", subjectId: id }]);
  return count === 1;
}
