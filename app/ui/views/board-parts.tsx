import type { BoardCounty, BoardView } from "#app/data/read-models/board.server.ts";
import { BarAgainstGoal } from "../charts/bar-against-goal.tsx";
import { Notice } from "../components/page.tsx";
import { Stat, Table } from "../components/records.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatCount, formatDay, formatPercent } from "../i18n/format.ts";

/** The one number of the page: how many, of how many, by which rule, and whether that is fast or slow. */
export function Headline({ board, people }: { board: BoardView; /** the page that opens the number down to its people */ people?: string }) {
  const t = useT();
  const locale = useLocale();
  const caliber = locale === "zh" ? board.caliber.nameZh : board.caliber.nameEn;
  const share = board.shownGoal > 0 ? board.counted / board.shownGoal : 0;
  const lead = board.seasonShare === null ? null : (share - board.seasonShare) * 100;
  return (
    <section className="stack">
      <div className="columns main-aside">
        <div className="stack">
          <Stat value={formatCount(board.counted)} unit={t("board.person")} label={t("board.counted")} note={`${t("board.asOf", { day: formatDay(board.today, locale) })} · ${t("board.caliber", { name: caliber })}${t("common.inBrackets", { text: board.official ? t("board.official") : t("board.otherCaliber") })}`} />
          {people !== undefined && <p><a href={people}>{t("board.openPeople")}</a></p>}
          {board.shownGoal > 0 && <BarAgainstGoal counted={board.counted} goal={board.shownGoal} yearShare={board.yearShare} seasonShare={board.seasonShare} />}
        </div>
        <div className="stats">
          <Stat small value={board.goal > 0 ? formatCount(board.goal) : "—"} unit={board.goal > 0 ? t("board.person") : ""} label={t("board.goal")} note={board.goal === 0 ? t("board.noGoal") : board.sampleRatio === null ? undefined : t("board.sampleGoal", { ratio: formatCount(1 / board.sampleRatio), shown: formatCount(board.shownGoal) })} />
          {board.shownGoal > 0 && <Stat small value={formatPercent(share)} unit="" label={t("board.countyShare")} note={lead === null ? undefined : Math.abs(lead) < 0.05 ? t("board.level") : lead > 0 ? t("board.ahead", { points: lead.toFixed(1) }) : t("board.behind", { points: (-lead).toFixed(1) })} />}
          {board.forecast && <Stat small value={formatCount(board.forecast.middle)} unit={t("board.person")} label={t("ledger.forecast.label")} note={t("ledger.forecast.note", { low: formatCount(board.forecast.low), high: formatCount(board.forecast.high), years: board.forecast.years })} />}
        </div>
      </div>
      <nav className="chips" aria-label={t("ledger.links.label")}>
        {(["calibers", "difference", "months", "samples", "wall"] as const).map((one) => <a key={one} href={`/board/${one}?year=${board.year}`}>{t(`ledger.links.${one}`)}</a>)}
      </nav>
      {board.goal > 0 && (board.sampleRatio !== null || board.carriedOn) && (
        <Notice kind="counted">
          {board.carriedOn && <p>{t("board.carriedOn", { article: board.article ? t("policy.article", { n: board.article }) : "" })}</p>}
          {board.sampleRatio !== null && <p>{t("board.sample", { ratio: formatCount(1 / board.sampleRatio), goal: formatCount(board.goal), shown: formatCount(board.shownGoal) })}</p>}
        </Notice>
      )}
    </section>
  );
}

export function citiesOf(counties: readonly BoardCounty[]) {
  return [...new Set(counties.map((county) => county.cityCode))].map((code) => {
    const own = counties.filter((county) => county.cityCode === code);
    return { code, name: own[0]?.cityName ?? null, goal: own.reduce((sum, one) => sum + one.goal, 0), counted: own.reduce((sum, one) => sum + one.counted, 0) };
  });
}

/** The counties summed by city, beside the map. */
export function CityTable({ counties, file }: { counties: readonly BoardCounty[]; file?: string }) {
  const t = useT();
  const name = useName();
  return (
    <Table
      file={file}
      rows={citiesOf(counties)}
      rowKey={(city) => city.code}
      caption={t("board.byCity")}
      columns={[
        { key: "city", head: t("board.city"), rowHead: true, cell: (city) => name(city.name) },
        { key: "goal", head: t("board.countyGoal"), number: true, cell: (city) => (city.goal > 0 ? formatCount(city.goal) : "—") },
        { key: "counted", head: t("board.countyCounted"), number: true, cell: (city) => formatCount(city.counted) },
        { key: "share", head: t("board.countyShare"), number: true, cell: (city) => (city.goal > 0 ? formatPercent(city.counted / city.goal) : "—") },
      ]}
    />
  );
}

export const COUNTY_SORTS = ["name", "city", "goal", "counted", "share", "lastYear", "change"] as const;
export type CountySort = (typeof COUNTY_SORTS)[number];

function shareOf(county: BoardCounty): number {
  return county.goal > 0 ? county.counted / county.goal : -1;
}

export function sortCounties(counties: readonly BoardCounty[], by: CountySort, descending: boolean): BoardCounty[] {
  const value: Record<CountySort, (county: BoardCounty) => string | number> = {
    name: (county) => county.name.en, city: (county) => county.cityCode, goal: (county) => county.goal, counted: (county) => county.counted,
    share: shareOf, lastYear: (county) => county.lastYearSameDay, change: (county) => county.counted - county.lastYearSameDay,
  };
  const of = value[by];
  const direction = descending ? -1 : 1;
  return [...counties].sort((a, b) => {
    const [x, y] = [of(a), of(b)];
    return x < y ? -direction : x > y ? direction : a.code < b.code ? -1 : 1;
  });
}

export function CountyTable({ counties, sort, href, query, file }: { counties: readonly BoardCounty[]; sort: { by: CountySort; descending: boolean }; href(by: string, descending: boolean): string; query: string; file: string }) {
  const t = useT();
  const name = useName();
  const signed = (value: number) => (value > 0 ? `+${formatCount(value)}` : formatCount(value));
  const sum = (of: (county: BoardCounty) => number) => counties.reduce((total, county) => total + of(county), 0);
  const [goal, counted, before] = [sum((one) => one.goal), sum((one) => one.counted), sum((one) => one.lastYearSameDay)];
  return (
    <Table
      dense
      tall
      file={file}
      caption={t("board.counties")}
      rows={sortCounties(counties, sort.by, sort.descending)}
      rowKey={(county) => county.code}
      sort={{ ...sort, href }}
      columns={[
        { key: "name", head: t("board.county"), rowHead: true, sortable: true, cell: (county) => <a href={`/board/counties/${county.code}${query}`}>{name(county.name)}</a> },
        { key: "city", head: t("board.city"), sortable: true, cell: (county) => name(county.cityName) },
        { key: "lifted", head: t("board.lifted"), cell: (county) => (county.povertyLifted ? <Tag>{county.deepPoverty ? t("board.countyPage.deep") : t("board.lifted")}</Tag> : "—") },
        { key: "class", head: t("board.class"), cell: (county) => (county.countyClass ? t(`terms.countyClass.${county.countyClass}`) : t("board.classUnset")) },
        { key: "goal", head: t("board.countyGoal"), number: true, sortable: true, cell: (county) => (county.goal > 0 ? formatCount(county.goal) : "—") },
        { key: "counted", head: t("board.countyCounted"), number: true, sortable: true, cell: (county) => formatCount(county.counted) },
        { key: "share", head: t("board.countyShare"), number: true, sortable: true, cell: (county) => (county.goal > 0 ? formatPercent(county.counted / county.goal) : "—") },
        { key: "lastYear", head: t("board.lastYear"), number: true, sortable: true, cell: (county) => formatCount(county.lastYearSameDay) },
        { key: "change", head: t("board.change"), number: true, sortable: true, cell: (county) => signed(county.counted - county.lastYearSameDay) },
      ]}
      foot={<tr><th scope="row">{t("common.total")}</th><td /><td /><td /><td className="n">{formatCount(goal)}</td><td className="n">{formatCount(counted)}</td><td className="n">{goal > 0 ? formatPercent(counted / goal) : "—"}</td><td className="n">{formatCount(before)}</td><td className="n">{signed(counted - before)}</td></tr>}
    />
  );
}
