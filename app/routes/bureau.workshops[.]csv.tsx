import type { LoaderFunctionArgs } from "@remix-run/node";
import { readWorkshops } from "#app/data/read-models/workshop-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { csvText } from "../ui/csv.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

const MOST = 20_000;

/** The workshops of a region as a file that Excel opens. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { workshops } = await readWorkshops(context.deps, actor, 1, MOST);
  const locale = localeFromRequest(request);
  const t = translator(locale);
  const head = [t("workshops.name"), t("workshops.place"), t("workshops.product"), t("workshops.recognised"), t("workshops.page.to"), t("workshops.workers"), t("workshops.openPosts"), t("workshops.claimed"), t("workshops.closed")];
  const rows = workshops.map((one) => [one.name, one.place[locale] || one.place.zh, one.product ?? "", one.recognisedOn ?? "", one.validUntil ?? "", one.workers, one.openPosts, one.claimed, one.closedOn ?? ""]);
  return new Response(csvText([head, ...rows]), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": "attachment; filename=\"workshops.csv\"", "Cache-Control": "no-store" } });
}
