import type { LoaderFunctionArgs } from "@remix-run/node";
import { readStartupsForFile } from "#app/data/read-models/workshop-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { csvText } from "../ui/csv.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

/** The businesses of a region's returnees as a file that Excel opens, with masked names. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "AGENT", "ADMIN"]);
  const startups = await readStartupsForFile(context.deps, actor);
  const locale = localeFromRequest(request);
  const t = translator(locale);
  const head = (["name", "owner", "business", "place", "since", "until", "jobs", "isReturned", "aid"] as const).map((key) => t(`workshops.startup.${key}`));
  const rows = startups.map((one) => [one.name, one.nameMasked, one.business, one.place[locale] || one.place.zh, one.openedOn, one.closedOn ?? "", one.jobs, one.returned ? "✓" : "", one.claim === null ? "" : t(`claims.state.${one.claim}`)]);
  return new Response(csvText([head, ...rows]), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": "attachment; filename=\"startups.csv\"", "Cache-Control": "no-store" } });
}
