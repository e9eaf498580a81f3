import type { LoaderFunctionArgs } from "@remix-run/node";
import { readClaimsForFile } from "#app/data/read-models/claims-pages.server.ts";
import { claimFilter } from "#app/platform/web/claim-query.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { csvText } from "../ui/csv.ts";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

/** The list of claims as a file that Excel opens: masked names, yuan with two decimals. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const claims = await readClaimsForFile(context.deps, actor, claimFilter(new URL(request.url).searchParams));
  const locale = localeFromRequest(request);
  const t = translator(locale);
  const head = (["benefit", "year", "person", "workshop", "home", "amount", "paid", "document", "state", "applied", "decided", "reason"] as const).map((key) => t(`claims.list.${key}`));
  const rows = claims.map((one) => [
    t(`claims.benefit.${one.benefit}`), one.year, one.nameMasked, one.workshop ?? "", one.home[locale] || one.home.zh, (one.amountFen / 100).toFixed(2), one.paidFen === null ? "" : (one.paidFen / 100).toFixed(2),
    one.documentNumber ?? "", t(`claims.state.${one.state}`), formatDayShort(one.appliedAt), one.decidedAt === null ? "" : formatDayShort(one.decidedAt), one.reason ?? "",
  ]);
  return new Response(csvText([head, ...rows]), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": "attachment; filename=\"claims.csv\"", "Cache-Control": "no-store" } });
}
