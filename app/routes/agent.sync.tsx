import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { nameDifferences } from "#app/data/read-models/known-person.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { LoadContext } from "#app/platform/load-context.ts";
import { registerPerson } from "#app/usecases/persons/register-person.server.ts";
import { type Locale, translator } from "../ui/i18n/translate.ts";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";
import { differenceWords, problemWords } from "../ui/views/registration-words.ts";

const batch = z.object({ entries: z.array(z.object({ key: z.uuid(), form: z.record(z.string().max(40), z.unknown()) })).min(1).max(20) });
const json = (body: object, status = 200) => Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** Takes what waited on a phone; each entry is answered by its key and never taken twice. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = context;
  const { locale } = preferencesFromRequest(request);
  if (actor === null) return json({ error: "sign-in" }, 401);
  if (actor.role !== "AGENT" && actor.role !== "OFFICER") return json({ error: "forbidden" }, 403);
  const sent = batch.safeParse(await request.json().catch(() => null));
  if (!sent.success) return json({ error: "bad-request" }, 400);
  const results = [];
  for (const { key, form } of sent.data.entries) results.push({ key, ...(await answer(context, actor, { ...form, entryKey: key }, locale)) });
  return json({ results });
}

async function answer({ deps }: LoadContext, actor: Actor, form: Record<string, unknown>, locale: Locale) {
  const result = await registerPerson(deps, { ...actor, purpose: "phone-queue" }, form);
  if (!result.ok) return { state: "refused", problems: problemWords(result.problems, locale) };
  const { value } = result;
  if (value.state === "registered") return { state: "registered", href: `/agent/entries/${value.registrationId}`, says: translator(locale)(`agent.outcome.${value.outcome}`) };
  return { state: "known", version: value.version, movedOn: value.movedOn, differences: differenceWords(await nameDifferences(deps.pool, value), locale) };
}

export function loader() {
  throw new Response(null, { status: 404 });
}
