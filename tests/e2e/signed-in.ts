import { baseUrl } from "#tests/setup/browser.ts";

/** The cookies of somebody who signed in with name and password, from an address of their own so that nobody's throttle is another's. */
export async function signedInCookie(username: string, password: string, address: string): Promise<string> {
  const reply = await fetch(`${baseUrl()}/login`, { method: "POST", redirect: "manual", headers: { origin: baseUrl(), "x-forwarded-for": address }, body: new URLSearchParams({ username, password }) });
  if (reply.status !== 302) throw new Error(`${username} can't sign in: ${reply.status}`);
  return reply.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
}
