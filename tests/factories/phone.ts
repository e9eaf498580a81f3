import { fillSecret } from "#app/domain/notice/secret.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { systemActor } from "#app/platform/actor.ts";
import { redeemPhoneCode } from "#app/usecases/accounts/redeem-phone-code.server.ts";
import { requestPhoneCode } from "#app/usecases/accounts/request-phone-code.server.ts";

export const self = systemActor("test");

/** The newest text message to a telephone, as its owner reads it. */
export async function newestSms({ db, crypto }: Pick<Deps, "db" | "crypto">, phone: string): Promise<string> {
  const all = await db.smsMessage.findMany({ orderBy: [{ recordedAt: "desc" }, { id: "desc" }] });
  const message = all.find((one) => crypto.decrypt("person.phone", one.phoneEnc) === phone);
  if (!message) throw new Error("no message to that telephone");
  return fillSecret(message.text, message.secretEnc && crypto.decrypt("sms.secret", message.secretEnc));
}

export async function newestCode(deps: Pick<Deps, "db" | "crypto">, phone: string): Promise<string> {
  return /\d{6}/.exec((await newestSms(deps, phone)).replace(/\d{4}年/g, ""))![0];
}

export async function askFor(deps: Deps, phone: string, purpose: "SIGN_IN" | "REGISTER" = "SIGN_IN"): Promise<string> {
  const asked = await requestPhoneCode(deps, self, { phone, purpose });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  return asked.value.ticket;
}

/** Somebody proves a telephone to register with it; gives the proof. */
export async function prove(deps: Deps, phone: string): Promise<string> {
  const ticket = await askFor(deps, phone, "REGISTER");
  const redeemed = await redeemPhoneCode(deps, self, { ticket, code: await newestCode(deps, phone) });
  if (!redeemed.ok || redeemed.value.proof === null) throw new Error(JSON.stringify(redeemed));
  return redeemed.value.proof;
}
