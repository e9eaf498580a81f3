import type { LoaderFunctionArgs } from "@remix-run/node";
import { takeRolls } from "#app/data/read-models/muster-pages.server.ts";
import { yuanText } from "#app/domain/money.ts";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";

const json = (body: object, status = 200) => Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** The open rolls that a phone takes along, to be sealed there. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = context;
  if (actor === null || actor.actingFor) return json({ error: "sign-in" }, 401);
  if (!["OFFICER", "ADMIN", "AGENT", "SEEKER"].includes(actor.role)) return json({ error: "forbidden" }, 403);
  const { locale } = preferencesFromRequest(request);
  const rolls = await takeRolls(context.deps, actor);
  return json({ rolls: rolls.map((roll) => ({ ...roll, people: roll.people.map(({ rateFen, village, ...one }) => ({ ...one, village: village[locale] || village.zh, rate: yuanText(rateFen) })) })) });
}
