import { redirect } from "@remix-run/node";
import { mayOpenWhileActing } from "#app/domain/account/delegation.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "../actor.ts";
import type { LoadContext } from "../load-context.ts";
import { BUREAU_ROLES } from "../permissions.ts";
import { noteTyped } from "./typed-form.server.ts";

/**
 * The signed-in actor in one of the roles. A guest is sent to sign in and comes back; another role is refused. Whoever acts for
 * somebody comes as that person, to the pages a helper needs and while the consent stands; elsewhere they are told so.
 */
export function requireActor(context: Pick<LoadContext, "actor">, request: Request, roles: readonly Role[]): Actor {
  const { actor } = context;
  if (actor === null) throw toSignIn(request);
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
export function requireSelf(context: Pick<LoadContext, "self">, request: Request, roles: readonly Role[]): Actor {
  if (context.self === null) throw toSignIn(request);
  if (!roles.includes(context.self.role)) throw new Response(null, { status: 403 });
  return context.self;
}

function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(`/login?${new URLSearchParams({ to: pathname + search })}`);
}

/** What was asked for, or the page that says there is no such thing. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Response(null, { status: 404 });
  return value;
}

/** Only paths of this product: never another site's address. */
export function ownPath(path: string | null, otherwise: string): string {
  return path !== null && /^\/(?![/\\])/.test(path) && !/[\r\n]/.test(path) ? path : otherwise;
}

/** The next page of several, carrying on where the visitor wanted to go when the first of them came in between. */
export function onward(path: string, request: Request): string {
  const to = ownPath(new URL(request.url).searchParams.get("to"), "");
  return to === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ to })}`;
}

/** The fields of a form. What is no form, or breaks off in the middle, is refused before anything is done with it. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    const form = await request.formData();
    noteTyped(form);
    return form;
  } catch {
    throw new Response(null, { status: 400 });
  }
}

/** What a form sent, as the form shows it again: a name that came several times is a list. */
export function formValues(form: FormData): Record<string, string | string[]> {
  // from entries: a field named __proto__ is a field like any other
  return Object.fromEntries([...new Set(form.keys())].map((name) => {
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    return [name, all.length > 1 ? all : (all[0] ?? "")];
  }));
}
