import { fullText } from "#app/data/sms.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/**
 * Hands queued messages to the channel. A message is marked after the channel has taken it: a worker killed in between hands it
 * over again under the same id. Throws what the channel throws; the message stays queued.
 */
export async function sendQueuedSms(deps: Pick<Deps, "db" | "crypto" | "clock" | "sms">, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const message = await deps.db.smsMessage.findUnique({ where: { id } });
    if (message?.state !== "QUEUED") continue;
    await deps.sms.send({ id, phone: deps.crypto.decrypt("person.phone", message.phoneEnc), text: fullText(deps, message) });
    await deps.db.smsMessage.updateMany({ where: { id, state: "QUEUED" }, data: { state: "SENT", sentAt: deps.clock.now(), ...(deps.sms.stays ? {} : { secretEnc: null }) } });
  }
}
