import type { ActionFunctionArgs } from "@remix-run/node";
import { answerQueue, queueReply } from "#app/platform/web/phone-queue.server.ts";
import { countAtFair } from "#app/usecases/fairs/count-at-fair.server.ts";
import { problemText } from "../ui/i18n/context.tsx";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";

/** Takes counts that a phone made, also those that waited for a signal; each is known by its key, and sent twice it is one. */
export function action({ request, params, context }: ActionFunctionArgs) {
  if (context.actor?.actingFor) return queueReply({ error: "sign-in" }, 401);
  const { locale } = preferencesFromRequest(request);
  return answerQueue({ request, context }, { roles: ["OFFICER", "ADMIN"], longestField: 20 }, async (actor, key, form) => {
    const result = await countAtFair(context.deps, { ...actor, purpose: "phone-queue" }, { ...form, entryKey: key, fairId: params.id });
    if (!result.ok) return { state: "refused", says: result.problems.map((one) => problemText(locale, one)).join(" ") };
    return { state: result.value.again ? "again" : "done", place: result.value.boothId ?? "", count: result.value.count };
  });
}

export function loader() {
  throw new Response(null, { status: 404 });
}
