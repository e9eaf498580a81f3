import type { LoaderFunctionArgs } from "@remix-run/node";
import { readWatchForFile } from "#app/data/read-models/watch-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { csvText } from "../ui/csv.ts";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

/** All cases of a region as a file that Excel opens, with masked names. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const cases = await readWatchForFile(context.deps, actor);
  const locale = localeFromRequest(request);
  const t = translator(locale);
  const head = [t("watch.kinds"), t("watch.person"), t("watch.place"), t("watch.since"), t("watch.opened"), t("watch.due"), t("watch.late"), t("watch.owner"), t("watch.result"), t("watch.closedAt")];
  const rows = cases.map((one) => [
    t(`watch.kind.${one.kind}`), one.nameMasked, one.place[locale] || one.place.zh, one.since, formatDayShort(one.openedAt), one.dueOn, one.overdue ? "✓" : "", one.owner ?? "", one.result ? t(`watch.results.${one.result}`) : "",
    one.closedAt === null ? "" : formatDayShort(one.closedAt),
  ]);
  return new Response(csvText([head, ...rows]), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": "attachment; filename=\"watch.csv\"", "Cache-Control": "no-store" } });
}
