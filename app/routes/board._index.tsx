import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAskedBoard } from "#app/data/read-models/board.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { isWithin, SHANXI } from "#app/domain/region/codes.ts";
import { actsForRegion, publicRegion } from "#app/platform/permissions.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { PaceChart } from "../ui/charts/pace-chart.tsx";
import { StackedBar } from "../ui/charts/stacked-bar.tsx";
import { TileCartogram } from "../ui/charts/tile-cartogram.tsx";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CityTable, COUNTY_SORTS, type CountySort, CountyTable, Headline } from "../ui/views/board-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "board.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps, actor } = context;
  const query = new URL(request.url).searchParams;
  const scope = actor?.regionCode ? publicRegion(actor) : null;
  const [{ board, regionCode }, options] = await Promise.all([
    readAskedBoard(deps, query, scope),
    scope === null ? null : readRegionOptions(deps.pool),
  ]);
  const within = <T extends { code: string }>(all: T[]) => all.filter((one) => isWithin(one.code, scope ?? SHANXI));
  const by: CountySort = COUNTY_SORTS.find((one) => one === query.get("sort")) ?? "share";
  return {
    board: found(board), regionCode, scope, opens: actor !== null && actsForRegion(actor, regionCode), regions: options ? { cities: within(options.cities), counties: within(options.counties) } : null,
    sort: { by, descending: query.has("sort") ? query.get("dir") === "desc" : true },
  };
}

export default function Board() {
  const { board, regionCode, scope, opens, regions, sort } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const query = (more: Record<string, string>) => new URLSearchParams({ year: String(board.year), caliber: board.caliber.code, ...(scope !== null && regionCode !== scope ? { region: regionCode } : {}), ...more }).toString();
  const region = regionCode === SHANXI ? null : regionCode.endsWith("00") ? name(board.counties[0]?.cityName) : name(board.counties[0]?.name);
  // whoever answers for one county has no table of counties to follow: the number itself leads to its people
  const own = opens && board.counties.length === 1 ? board.counties[0] : undefined;
  const goals = board.counties.reduce((sum, one) => sum + one.goal, 0);
  const form = emptyForm({ year: String(board.year), caliber: board.caliber.code, region: regionCode });
  return (
    <>
      <PageHead title={region ? t("board.headingRegion", { region, year: board.year }) : t("board.heading", { year: board.year })} />
      <Headline board={board} people={own && `/board/counties/${own.code}?${query({})}`} />
      <form action="/board" className="section">
        <div className="section-head"><h2>{t("board.choose")}</h2></div>
        <div className="field-row">
          <Select form={form} name="year" short label={t("board.year")} options={[...board.years].reverse().map((year) => ({ value: String(year), text: String(year) }))} />
          <Select form={form} name="caliber" label={t("board.caliber", { name: "" }).replace(/[：:]\s*$/, "")} options={board.calibers.map((one) => ({ value: one.code, text: locale === "zh" ? one.nameZh : one.nameEn }))} />
          {regions && <Select form={form} name="region" label={t("board.region")} options={[...(scope === SHANXI ? [{ value: SHANXI, text: t("board.wholeProvince") }] : []), ...regions.cities.map((one) => ({ value: one.code, text: name(one.name) })), ...groupCounties(regions.cities, regions.counties, name), ...(regions.cities.length === 0 ? regions.counties.map((one) => ({ value: one.code, text: name(one.name) })) : [])]} />}
        </div>
        <p className="notice-after"><Button kind="quiet">{t("board.show")}</Button></p>
      </form>
      <Section title={t("board.pace")}><PaceChart years={board.months} goal={board.shownGoal} yearShare={board.yearShare} forecast={board.forecast} file={tableFile("board-months", query({}))} /></Section>
      <div className="columns two section">
        <section>
          <div className="section-head"><h2>{t("board.byPlace")}</h2></div>
          <StackedBar file={tableFile("board-places", query({}))} id="place" head={t("board.byPlace")} unit={t("board.persons")} parts={board.byPlaceClass.map((one) => ({ key: one.placeClass, label: t(`terms.placeClass.${one.placeClass}`), value: one.persons }))} />
        </section>
        <section>
          <div className="section-head"><h2>{t("board.byStream")}</h2></div>
          <StackedBar file={tableFile("board-streams", query({}))} id="stream" head={t("board.byStream")} unit={t("board.persons")} parts={board.byStream.map((one) => ({ key: one.stream, label: t(`terms.stream.${one.stream}`), value: one.persons }))} />
        </section>
      </div>
      {board.counties.length > 1 && (
        <>
          <Section title={t("board.map")}>
            <div className="columns map-aside">
              <TileCartogram values={board.counties.map((one) => ({ code: one.code, name: one.name, share: one.goal > 0 ? one.counted / one.goal : null, href: `/board/counties/${one.code}?${query({})}` }))} />
              {new Set(board.counties.map((one) => one.cityCode)).size > 1 && <CityTable counties={board.counties} file={tableFile("board-cities", query({}))} />}
            </div>
          </Section>
          <Section title={t("board.counties")} says={t("board.sortSays")} id="counties">
            <CountyTable counties={board.counties} file={tableFile("board-counties", query({ sort: sort.by, dir: sort.descending ? "desc" : "asc" }))} sort={sort} query={`?${query({})}`} href={(by, descending) => `?${query({ sort: by, dir: descending ? "desc" : "asc" })}#counties`} />
            {goals !== board.shownGoal && board.sampleRatio !== null && <p className="soft">{t("board.rounded", { sum: formatCount(goals), shown: formatCount(board.shownGoal) })}</p>}
            <p className="notice-after"><a href={`/board.csv?${query({})}`} download>{t("board.download")}</a></p>
          </Section>
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
