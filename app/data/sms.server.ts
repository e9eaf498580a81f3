import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { emit } from "./outbox.server.ts";

/** Where a message's secret comes in. */
const SECRET_PLACE = "{secret}";

export interface SmsToQueue {
  /** the same key is the same message: it goes out once */
  onceKey: string;
  personId: string | null;
  /** ciphertext of person.phone */
  phoneEnc: string;
  phoneMasked: string;
  purpose: string;
  text: string;
  /** ciphertext of what takes the place of {secret} when it is sent: the table never holds it in the clear */
  secretEnc?: string;
}

/** Puts a message on its way in the transaction in which its reason happens. False when it is on its way already. */
export async function queueSms(deps: Pick<Deps, "newId" | "clock">, tx: Tx, message: SmsToQueue): Promise<boolean> {
  const id = deps.newId();
  const { count } = await tx.smsMessage.createMany({ data: [{ id, ...message, recordedAt: deps.clock.now() }], skipDuplicates: true });
  if (count === 1) await emit(deps, tx, [{ event: "sms.queued", subjectId: id }]);
  return count === 1;
}

/** A message's words as they are sent. */
export function fullText({ crypto }: Pick<Deps, "crypto">, message: { text: string; secretEnc: string | null }): string {
  return message.secretEnc === null ? message.text : message.text.replace(SECRET_PLACE, crypto.decrypt("sms.secret", message.secretEnc));
}
