import { redirect } from "@remix-run/node";
import { mayOpenWhileActing } from "#app/domain/account/delegation.ts";
import type { Result } from "#app/domain/result.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "../actor.ts";
import type { LoadContext } from "../load-context.ts";
import { BUREAU_ROLES } from "../permissions.ts";
import { hasTooManyFields, noteTyped } from "./typed-form.server.ts";

/**
 * The signed-in actor in one of the roles. A guest is sent to sign in and comes back; another role is refused. Whoever acts for
 * somebody comes as that person, to the pages a helper needs and while the consent stands; elsewhere they are told so.
 */
export function requireActor(context: Pick<LoadContext, "actor" | "signedOut">, request: Request, roles: readonly Role[]): Actor {
  const { actor } = context;
  if (actor === null) throw toSignIn(context, request);
  if (actor.actingFor?.over) throw redirect("/acting?notice=over");
  if (actor.actingFor && !mayOpenWhileActing(new URL(request.url).pathname.replace(/\.data$/, ""))) throw redirect("/acting?notice=closed");
  if (!roles.includes(actor.role) || isNowhere(actor, roles)) throw new Response(null, { status: 403 });
  return actor;
}

/** Somebody of a bureau whose region was never named sees no region, on no page that is for bureaus. */
function isNowhere(actor: Actor, roles: readonly Role[]): boolean {
  return actor.regionCode === null && (BUREAU_ROLES as readonly Role[]).includes(actor.role) && !roles.includes("EMPLOYER");
}

/** The signed-in user as themselves, whoever they act for at the moment. */
export function requireSelf(context: Pick<LoadContext, "self" | "signedOut">, request: Request, roles: readonly Role[]): Actor {
  if (context.self === null) throw toSignIn(context, request);
  if (!roles.includes(context.self.role)) throw new Response(null, { status: 403 });
  return context.self;
}

/** Whose session ended while they typed is not led away from it: the page of a 401 keeps it. */
function toSignIn({ signedOut }: Pick<LoadContext, "signedOut">, request: Request): Response {
  if (signedOut && request.method === "POST") return new Response(null, { status: 401 });
  const { pathname, search } = new URL(request.url);
  return redirect(`/login?${new URLSearchParams({ to: pathname + search })}`);
}

/** What was asked for, or the page that says there is no such thing. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Response(null, { status: 404 });
  return value;
}

/**
 * The page of a record that is not there for who asks isn't there either: a use case says `not-found`, or finds fault with the field that
 * names the record, whose id nobody types.
 */
export function orNotFound(result: Result<unknown>, ...recordFields: string[]): void {
  if (!result.ok && result.problems.some(({ code, field }) => code === "not-found" || (field !== undefined && recordFields.includes(field)))) throw new Response(null, { status: 404 });
}

/** Only paths of this product, in letters that a header may hold: never another site's address. Browsers leave out tabs and the like, so that `/<tab>/evil.example` would lead there. */
export function ownPath(path: string | null, otherwise: string): string {
  return path !== null && /^\/(?![/\\])\P{C}*$/u.test(path) ? path.replace(/[^\x21-\x7e]+/g, encodeURIComponent) : otherwise;
}

/** The next page of several, carrying on where the visitor wanted to go when the first of them came in between. */
export function onward(path: string, request: Request): string {
  const to = ownPath(new URL(request.url).searchParams.get("to"), "");
  return to === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ to })}`;
}

/** The fields of a form. What is no form, breaks off in the middle or has more fields than any page of ours is refused before anything is done with it. */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null);
  if (form === null || hasTooManyFields(form)) throw new Response(null, { status: 400 });
  noteTyped(form);
  return form;
}

/** What a form sent, as the form shows it again: a name that came several times is a list. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of form) {
    const values = all.get(name) ?? [];
    if (typeof value === "string") values.push(value);
    all.set(name, values);
  }
  return Object.fromEntries([...all].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? "")]));
}
