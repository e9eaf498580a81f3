import type { ActionFunctionArgs } from "@remix-run/node";
import { answerQueue, queueReply } from "#app/platform/web/phone-queue.server.ts";
import { tickDispatch } from "#app/usecases/dispatches/tick.server.ts";
import { problemText } from "../ui/i18n/context.tsx";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

/** Takes ticks that a phone made, also those that waited for a signal; each is answered by its key. Sent twice they say nothing new. */
export function action({ request, params, context }: ActionFunctionArgs) {
  if (context.actor?.actingFor) return queueReply({ error: "sign-in" }, 401);
  const { locale } = preferencesFromRequest(request);
  const t = translator(locale);
  const { deps } = context;
  return answerQueue({ request, context }, { roles: ["OFFICER", "ADMIN", "AGENT"], longestField: 20 }, async (actor, _key, form) => {
    const result = await tickDispatch(deps, { ...actor, purpose: "phone-queue" }, { ...form, dispatchId: params.id });
    if (!result.ok) return { state: "refused", says: result.problems.map((one) => problemText(locale, one)).join(" ") };
    const { seatId, state, again } = result.value;
    const seat = await deps.db.dispatchSeat.findUniqueOrThrow({ where: { id: seatId }, select: { seat: true, person: { select: { nameMasked: true } } } });
    const label = t(`dispatch.seat.${state as "BOARDED"}`);
    return { state: again ? "again" : "done", seatId, label, says: t(again ? "dispatch.board.again" : "dispatch.board.done", { name: seat.person.nameMasked, seat: seat.seat ?? "", state: label }) };
  });
}

export function loader() {
  throw new Response(null, { status: 404 });
}
