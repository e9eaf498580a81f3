import { sha256 } from "#app/platform/crypto.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { baseUrl } from "#tests/setup/browser.ts";

let visitors = 0;
const send = (path: string, form: Record<string, string>, cookie = "") =>
  fetch(baseUrl() + path, { method: "POST", redirect: "manual", body: new URLSearchParams(form), headers: { origin: baseUrl(), "x-forwarded-for": `198.18.3.${(visitors += 1) % 250}`, ...(cookie && { cookie }) } });

/** The address where the code sent to a telephone is typed. */
export async function askedCode(phone: string, purpose: "REGISTER" | "SIGN_IN"): Promise<string> {
  const reply = await send(purpose === "REGISTER" ? "/register" : "/login", { phone });
  const to = reply.headers.get("location");
  if (!to) throw new Error(`no code for ${purpose}: ${reply.status}`);
  return to;
}

/** The cookie of a browser that has proved a telephone, by the code out of the message. */
export async function provedPhone(deps: Deps, phone: string, purpose: "REGISTER" | "SIGN_IN"): Promise<string> {
  const to = await askedCode(phone, purpose);
  const ticket = new URL(to, baseUrl()).searchParams.get("t")!;
  const { secretEnc } = await deps.db.smsMessage.findUniqueOrThrow({ where: { onceKey: `code:${sha256(ticket)}` } });
  const reply = await send(to, { code: deps.crypto.decrypt("sms.secret", secretEnc!) });
  return reply.headers.getSetCookie().find((one) => one.startsWith("jgt_phone="))!.split(";")[0]!;
}

/** The same cookie, once its browser has said who they are: the last step of registering is left. */
export async function saidWho(cookie: string, idNumber: string): Promise<string> {
  const reply = await send("/register/who", { name: "张三", idNumber, education: "JUNIOR", countyCode: "141124" }, cookie);
  if (reply.headers.get("location") !== "/register/home") throw new Error(`not taken: ${reply.status}`);
  return cookie;
}
