import { fillSecret } from "#app/domain/notice/secret.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { withinLimit } from "#app/platform/within-limit.ts";

/** A provider that doesn't take a message by then is asked again later. */
const CHANNEL_LIMIT_MS = 15_000;

/** The last message to somebody who has withdrawn: once it is out, the number goes too. */
export const FAREWELL = "person-deleted";

/**
 * Hands queued messages to the channel. A message is marked after the channel has taken it: a worker killed in between hands it
 * over again under the same id. A secret in it is forgotten once it is sent, but where a demonstration's page shows it. Throws what the channel throws; the message stays queued.
 */
export async function sendQueuedSms(deps: Pick<Deps, "db" | "crypto" | "clock" | "sms" | "env">, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const message = await deps.db.smsMessage.findUnique({ where: { id } });
    if (message?.state !== "QUEUED") continue;
    await withinLimit(deps.sms.send({ id, phone: deps.crypto.decrypt("person.phone", message.phoneEnc), text: fillSecret(message.text, message.secretEnc && deps.crypto.decrypt("sms.secret", message.secretEnc)) }), CHANNEL_LIMIT_MS);
    const secret = deps.env.APP_MODE === "demo" ? {} : { secretEnc: null };
    const farewell = message.purpose === FAREWELL ? { phoneEnc: "", phoneMasked: "" } : {};
    await deps.db.smsMessage.updateMany({ where: { id, state: "QUEUED" }, data: { state: "SENT", sentAt: deps.clock.now(), ...secret, ...farewell } });
  }
}
