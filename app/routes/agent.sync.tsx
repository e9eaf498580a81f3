import type { ActionFunctionArgs } from "@remix-run/node";
import { nameDifferences } from "#app/data/read-models/known-person.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { LoadContext } from "#app/platform/load-context.ts";
import { answerQueue } from "#app/platform/web/phone-queue.server.ts";
import { registerPerson } from "#app/usecases/persons/register-person.server.ts";
import { type Locale, translator } from "../ui/i18n/translate.ts";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";
import { differenceWords, problemWords } from "../ui/views/registration-words.ts";

/** Takes what waited on a phone; each entry is answered by its key and never taken twice. */
export function action({ request, context }: ActionFunctionArgs) {
  const { locale } = preferencesFromRequest(request);
  return answerQueue({ request, context }, { roles: ["AGENT", "OFFICER"], longestField: 40 }, (actor, key, form) => answer(context, actor, { ...form, entryKey: key }, locale));
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
