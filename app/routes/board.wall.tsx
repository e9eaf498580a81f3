import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readBoard } from "#app/data/read-models/board.server.ts";
import { isWithin, SHANXI } from "#app/domain/region/codes.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { BarAgainstGoal } from "../ui/charts/bar-against-goal.tsx";
import { TileCartogram } from "../ui/charts/tile-cartogram.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CityTable } from "../ui/views/board-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.wall.title");

const REFRESH_MS = 60_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const scope = publicRegion(context.actor);
  const asked = query.get("region") ?? "";
  const regionCode = /^14\d{4}$/.test(asked) && isWithin(asked, scope) ? asked : scope;
  return { regionCode, board: found(await readBoard(context.deps, { year: yearIn(query, context.deps.clock.today()), regionCode })), now: context.deps.clock.now().toISOString() };
}

/** One screen for a hall: the number, its goal, the counties; nothing to press. */
export default function Wall() {
  const { regionCode, board, now } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const region = regionCode === SHANXI ? null : name(regionCode.endsWith("00") ? board.counties[0]?.cityName : board.counties[0]?.name);
  const locale = useLocale();
  return (
    <div className="wall" data-live="running" data-live-ms={REFRESH_MS}>
      <h1>{region ? t("board.headingRegion", { region, year: board.year }) : t("ledger.wall.heading", { year: board.year })}</h1>
      <div className="columns main-aside">
        <div className="stack">
          <Stat value={formatCount(board.counted)} unit={t("board.person")} label={t("board.counted")} note={locale === "zh" ? board.caliber.nameZh : board.caliber.nameEn} />
          {board.shownGoal > 0 && <BarAgainstGoal counted={board.counted} goal={board.shownGoal} yearShare={board.yearShare} seasonShare={board.seasonShare} />}
          {board.forecast && <Stat small value={formatCount(board.forecast.middle)} unit={t("board.person")} label={t("ledger.forecast.label")} note={t("ledger.forecast.note", { low: formatCount(board.forecast.low), high: formatCount(board.forecast.high), years: board.forecast.years })} />}
          {new Set(board.counties.map((one) => one.cityCode)).size > 1 && <CityTable counties={board.counties} />}
        </div>
        <TileCartogram values={board.counties.map((one) => ({ code: one.code, name: one.name, share: one.goal > 0 ? one.counted / one.goal : null, href: `/board/counties/${one.code}?year=${board.year}` }))} />
      </div>
      <p className="soft">{t("ledger.wall.refreshed", { time: formatInstant(now, locale) })} · <a href={`/board?year=${board.year}`}>{t("ledger.wall.back")}</a></p>
      <script type="module" src="/enhance/live.js" />
    </div>
  );
}

export const ErrorBoundary = PageError;
