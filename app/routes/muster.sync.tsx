import type { ActionFunctionArgs } from "@remix-run/node";
import { dayKey, type DayConflict } from "#app/domain/workfare/roll.ts";
import { yuanText } from "#app/domain/money.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { LoadContext } from "#app/platform/load-context.ts";
import { answerQueue, queueReply } from "#app/platform/web/phone-queue.server.ts";
import { enterDays } from "#app/usecases/workfare/enter-days.server.ts";
import { problemText } from "../ui/i18n/context.tsx";
import { type Locale, translator } from "../ui/i18n/translate.ts";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";
import { linesOf, quarterText } from "../ui/views/workfare/roll-lines.ts";

/** Takes sheets that waited on a phone; each is answered by its key and never taken twice. Whoever acts for somebody signs in as themselves first. */
export function action({ request, context }: ActionFunctionArgs) {
  if (context.actor?.actingFor) return queueReply({ error: "sign-in" }, 401);
  const { locale } = preferencesFromRequest(request);
  return answerQueue({ request, context }, { roles: ["OFFICER", "ADMIN", "AGENT", "SEEKER"], longestField: 60 }, (actor, key, form) => answer(context, actor, key, form, locale));
}

async function answer({ deps }: LoadContext, actor: Actor, key: string, form: Record<string, unknown>, locale: Locale) {
  const take = form.take === undefined ? null : [form.take].flat().map(String);
  const result = await enterDays(deps, { ...actor, purpose: "phone-queue" }, {
    rollId: form.rollId, seen: form.seen, entryKey: key, way: "PHONE", lines: linesOf(form), decided: take === null ? null : { shown: form.version, take },
  });
  const t = translator(locale);
  if (!result.ok) return { state: "refused", problems: result.problems.map((one) => ({ field: null, text: problemText(locale, one) })) };
  if (result.value.state === "saved") return { state: "registered", href: `/muster/${result.value.rollId}`, says: t("workfare.phone.sent", { name: String(form.name ?? "").slice(0, 120) }) };
  const { seq, movedOn, conflicts } = result.value;
  const names = new Map((await deps.db.person.findMany({ where: { id: { in: conflicts.map((one) => one.change.personId) } }, select: { id: true, nameMasked: true } })).map((one) => [one.id, one.nameMasked]));
  return { state: "known", version: String(seq), movedOn, differences: conflicts.map((one) => difference(one, names.get(one.change.personId) ?? "")) };
}

function difference({ change, stored }: DayConflict, name: string) {
  const word = (quarters: number, rateFen: number) => `${quarterText(quarters)} × ${yuanText(rateFen)}`;
  return { field: dayKey(change.personId, change.day), label: `${name} ${change.day}`, stored: word(stored.quarters, stored.rateFen), typed: word(change.quarters, change.rateFen) };
}

export function loader() {
  throw new Response(null, { status: 404 });
}
