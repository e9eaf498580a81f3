import { createSession, SESSION_COOKIE } from "#app/platform/sessions.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Action } from "#tests/e2e/bad-input/action.ts";
import { ACTIONS } from "#tests/e2e/bad-input/actions.ts";
import { ENDPOINTS } from "#tests/e2e/bad-input/endpoints.ts";
import type { Known } from "#tests/e2e/bad-input/known.ts";
import { PAGES } from "#tests/e2e/every-page.ts";
import type { SqlTarget } from "./sqlmap.ts";

/** Who the scanners come as; `county` is an officer. */
export const ROLES = ["nobody", "seeker", "employer", "county", "agent", "operator", "admin"] as const;
export type AttackRole = (typeof ROLES)[number];

/** Accounts that the lists of pages and forms know beside these: each is scanned by whoever of the roles is most like it. */
const SCANNED_BY: Record<string, AttackRole> = { welder: "seeker", worker: "seeker", household: "nobody", proved: "nobody", awaited: "nobody", city: "county", province: "county", town: "county" };
const roleOf = (as: string | undefined): AttackRole => (as === undefined ? "nobody" : (SCANNED_BY[as] ?? (as as AttackRole)));

/** Logging out ends the session, deleting ends the person. */
const LEFT_OUT = new Set(["logout", "me.privacy.delete"]);

/** Opens a session of the demo account, its second factor shown where one is asked for; null for nobody. */
export async function sessionsOf(deps: Pick<Deps, "db" | "clock" | "crypto">, role: AttackRole): Promise<(() => Promise<string>) | null> {
  if (role === "nobody") return null;
  const { id, role: kind } = await deps.db.user.findUniqueOrThrow({ where: { username: role } });
  const guarded = kind === "OFFICER" || kind === "ADMIN";
  if (guarded) await deps.db.secondFactor.upsert({ where: { userId: id }, create: { userId: id, secretEnc: new Uint8Array(48), confirmedAt: deps.clock.now(), recordedAt: deps.clock.now() }, update: {} });
  return async () => `${SESSION_COOKIE}=${(await createSession(deps, id, "attack", { factorShown: guarded })).token}`;
}

/** Every page of a role that a test holds to exist, as a place to begin crawling. */
export async function startsOf(role: AttackRole, known: Known): Promise<string[]> {
  const own = PAGES.filter((page) => roleOf(page.as) === role && page.status === undefined && !LEFT_OUT.has(page.route) && page.route !== "login_.code");
  const paths = await Promise.all(own.map(async ({ path }) => (typeof path === "string" ? path : path(known, "zh"))));
  return [...new Set(paths)];
}

const filled = (fields: readonly string[]) => new URLSearchParams(fields.map((field) => [field, "1"])).toString();
const ID = /\/[0-7][0-9A-HJKMNP-TV-Z]{25}(?=\/|\?|$)/;

/** What of a form is lawful where the list knows it, and a one for every other field. */
function formOf(action: Action, known: Known): string {
  const lawful = action.replay?.(known) ?? {};
  const form = new URLSearchParams(action.fields.filter((field) => field !== action.file).map((field) => [field, "1"]));
  for (const [name, value] of Object.entries(lawful)) form.set(name, value);
  return form.toString();
}

/** Every address with a query, every form and every place of an id of a role, as the lists have them that a test holds to be complete. */
export async function sqlTargetsOf(role: AttackRole, known: Known): Promise<SqlTarget[]> {
  const queries = ENDPOINTS.filter(({ as }) => roleOf(as) === role).map(({ path, query }): SqlTarget => ({ method: "GET", path: `${path}?${filled(query)}` }));
  const forms = ACTIONS.filter((action) => roleOf(action.as ?? action.proved?.replace(/.*/, "proved")) === role && !LEFT_OUT.has(action.route) && action.fields.length > 0)
    .map((action): SqlTarget => ({ method: "POST", path: action.path(known), body: formOf(action, known) }));
  const ids = [...new Map((await startsOf(role, known)).filter((path) => ID.test(path)).map((path) => [path.replace(ID, "/:id"), path])).values()].map((path): SqlTarget => ({ method: "GET", path: path.replace(ID, (id) => `${id}*`) }));
  return inTurns(queries, forms, ids);
}

/** One of each list after the other, so that a short time sees some of all. */
function inTurns<T>(...lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => (at < list.length ? [list[at]!] : []))).flat();
}
