import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAskedBoard } from "#app/data/read-models/board.server.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { csvText } from "../ui/csv.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

/** The county table as a file that Excel opens. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const board = found((await readAskedBoard(context.deps, query, publicRegion(context.actor))).board);
  const locale = localeFromRequest(request);
  const t = translator(locale);
  const head = [t("board.county"), "code", t("board.city"), t("board.countyGoal"), t("board.countyCounted"), t("board.lastYear"), t("board.change")];
  const rows = board.counties.map((one) => [one.name[locale], one.code, one.cityName[locale], one.goal, one.counted, one.lastYearSameDay, one.counted - one.lastYearSameDay]);
  return new Response(csvText([head, ...rows]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="board-${board.year}-${board.caliber.code}.csv"` },
  });
}
