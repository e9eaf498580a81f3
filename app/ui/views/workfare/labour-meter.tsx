import type { ProjectView } from "#app/data/read-models/workfare-project.server.ts";
import { addDays } from "#app/domain/dates.ts";
import type { ForecastState } from "#app/domain/workfare/forecast.ts";
import { Notice } from "../../components/page.tsx";
import { Stat, Table } from "../../components/records.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatDayShort, formatFen, formatPercent, formatYuan } from "../../i18n/format.ts";
import { policyValue } from "../../policy-value.ts";

const MARKS: Record<ForecastState, { tone: "pine" | "loess" | "danger" | undefined; mark: string }> = {
  EARLY: { tone: undefined, mark: "…" }, MET: { tone: "pine", mark: "✓" }, SAFE: { tone: undefined, mark: "→" }, AT_RISK: { tone: "loess", mark: "⚑" }, TOO_LATE: { tone: "danger", mark: "⚑" }, MISSED: { tone: "danger", mark: "✕" },
};

/** Where the labour pay of a project will end, as a word with a mark: never by colour alone. */
export function ForecastTag({ state }: { state: ForecastState }) {
  const t = useT();
  return <Tag tone={MARKS[state].tone}>{MARKS[state].mark} {t(`workfare.forecast.state.${state}`)}</Tag>;
}

/** The labour pay against its floor: what was paid and worked, where it will end, and what each week left needs; drawn, and as a table. */
export function LabourMeter({ view, files }: { view: ProjectView; files: { weeks: string; floors: string } }) {
  const t = useT();
  const { forecast, floorFen, fundsFen, paidFen, plannedFen } = view;
  const hasPace = forecast.byProgressFen !== null || forecast.byTimeFen !== null;
  const red = forecast.state === "AT_RISK" || forecast.state === "TOO_LATE" || forecast.state === "MISSED";
  return (
    <>
      {!red && <p className="tags"><ForecastTag state={forecast.state} /></p>}
      {red && (
        <Notice kind={forecast.state === "AT_RISK" ? "counted" : "danger"}>
          <p className="tags"><ForecastTag state={forecast.state} /></p>
          <p><strong>{t(`workfare.forecast.flag.${forecast.state as "AT_RISK"}`, { lacking: formatYuan(forecast.lackingFen), weeks: forecast.weeksLeft, needed: formatYuan(forecast.neededPerWeekFen), now: formatYuan(forecast.perWeekFen), most: formatYuan(forecast.mostFen) })}</strong></p>
          {forecast.state !== "MISSED" && <p>{t("workfare.forecast.todo")}</p>}
        </Notice>
      )}
      {plannedFen < floorFen && <Notice kind="counted"><p>{t("workfare.forecast.planBelow", { planned: formatYuan(plannedFen), floor: formatYuan(floorFen) })}</p></Notice>}
      <div className="stats notice-after">
        <Stat small value={formatYuan(forecast.spentFen)} unit={t("workfare.yuan")} label={t("workfare.forecast.spent")} note={t("workfare.forecast.spentNote", { share: formatPercent(fundsFen === 0 ? 0 : forecast.spentFen / fundsFen), paid: formatYuan(paidFen) })} />
        <Stat small value={formatYuan(floorFen)} unit={t("workfare.yuan")} label={t("workfare.forecast.floor")} note={t("workfare.forecast.floorNote", { share: formatPercent(fundsFen === 0 ? 0 : floorFen / fundsFen), planned: formatYuan(plannedFen) })} />
        <Stat small value={hasPace ? formatYuan(forecast.forecastFen) : "—"} unit={hasPace ? t("workfare.yuan") : ""} label={t("workfare.forecast.atEnd")} note={t("workfare.forecast.atEndNote", { byWorks: forecast.byProgressFen === null ? "—" : formatYuan(forecast.byProgressFen), byTime: forecast.byTimeFen === null ? "—" : formatYuan(forecast.byTimeFen) })} />
        <Stat small value={formatYuan(forecast.neededPerWeekFen)} unit={t("workfare.yuanWeek")} label={t("workfare.forecast.needed")} note={t("workfare.forecast.neededNote", { weeks: forecast.weeksLeft, now: formatYuan(forecast.perWeekFen) })} />
      </div>
      <div className="section"><LabourChart view={view} file={files.weeks} /></div>
      <FloorTable view={view} file={files.floors} />
    </>
  );
}

const HEIGHT = 240;
const TOP = 20;
const BOTTOM = 24;

/** Labour pay week by week with the floor as a line, and the forecast to the end of the works; the figures beneath. */
function LabourChart({ view: { weeks, floorFen, plannedFen, forecast, project, today }, file }: { view: ProjectView; file: string }) {
  const t = useT();
  const hasPace = forecast.byProgressFen !== null || forecast.byTimeFen !== null;
  const most = Math.max(1, floorFen, plannedFen, forecast.forecastFen, forecast.spentFen) * 1.08;
  const y = (fen: number) => (1 - fen / most) * 100;
  const length = Math.max(1, weeks.length);
  const told = weeks.filter((one) => one.fen !== null);
  const span = Math.max(1, Date.parse(project.endsOn) - Date.parse(project.startsOn));
  const now = Math.min(1, Math.max(0, (Date.parse(today) - Date.parse(project.startsOn)) / span));
  const xOf = (at: number) => ((at + 1) / length) * 100;
  const line = ["0,100", ...told.map((one, at) => `${Math.min(xOf(at), now * 100).toFixed(2)},${y(one.fen ?? 0).toFixed(2)}`)].join(" ");
  const plot = HEIGHT - TOP - BOTTOM;
  const at = (fen: number) => TOP + (y(fen) / 100) * plot;
  return (
    <figure className="figure">
      <figcaption>{t("workfare.chart.says")}</figcaption>
      <ul className="legend">
        <li><Sample look="now" />{t("workfare.chart.worked")}</li>
        <li><Sample look="need" />{t("workfare.chart.floor")} {formatYuan(floorFen)}</li>
        {hasPace && <li><Sample look="y2" />{t("workfare.chart.forecast")} {formatYuan(forecast.forecastFen)}</li>}
      </ul>
      <svg className="chart" height={HEIGHT} role="img" aria-label={t("workfare.chart.label", { spent: formatYuan(forecast.spentFen), floor: formatYuan(floorFen), forecast: formatYuan(forecast.forecastFen) })}>
        <line className="base" x1="0" x2="100%" y1={TOP + plot} y2={TOP + plot} />
        <text x="0" y={at(floorFen) - 5}>{formatYuan(floorFen)}</text>
        <svg x="0" y={TOP} width="100%" height={plot} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
          <polyline className="line need" points={`0,${y(floorFen).toFixed(2)} 100,${y(floorFen).toFixed(2)}`} />
          {hasPace && <polyline className="line y2" points={`${(now * 100).toFixed(2)},${y(forecast.spentFen).toFixed(2)} 100,${y(forecast.forecastFen).toFixed(2)}`} />}
          <polyline className="line now" points={line} />
        </svg>
        <text x="0" y={HEIGHT - 6}>{formatDayShort(project.startsOn)}</text>
        <text x="100%" y={HEIGHT - 6} textAnchor="end">{formatDayShort(addDays(project.endsOn, -1))}</text>
      </svg>
      <details className="fold">
        <summary>{t("workfare.chart.table")}</summary>
        <Table
          file={file} dense caption={t("workfare.chart.table")} rows={weeks.map((one, nth) => ({ ...one, nth }))} rowKey={(one) => one.until}
          columns={[
            { key: "week", head: t("workfare.chart.week"), rowHead: true, cell: (one) => formatDayShort(addDays(one.until, -1)) },
            { key: "fen", head: t("workfare.chart.worked"), number: true, cell: (one) => (one.fen === null ? "—" : formatFen(one.fen)) },
            { key: "more", head: t("workfare.chart.inWeek"), number: true, cell: (one) => (one.fen === null ? "—" : formatFen(one.fen - (weeks[one.nth - 1]?.fen ?? 0))) },
            { key: "share", head: t("workfare.chart.ofFloor"), number: true, cell: (one) => (one.fen === null || floorFen === 0 ? "—" : formatPercent(one.fen / floorFen)) },
          ]}
        />
      </details>
    </figure>
  );
}

function Sample({ look }: { look: string }) {
  return <svg className="chart" aria-hidden="true"><line className={`line ${look}`} x1="0" x2="100%" y1="50%" y2="50%" /></svg>;
}

/** The floor of each fund line with the document that sets it. */
function FloorTable({ view: { floors, floorFen, fundsFen }, file }: { view: ProjectView; file: string }) {
  const t = useT();
  return (
    <Table
      file={file} cards caption={t("workfare.floors.caption")} rows={floors} rowKey={(one) => one.line}
      columns={[
        { key: "line", head: t("workfare.floors.line"), rowHead: true, cell: (one) => t(`terms.fundLine.${one.line}`) },
        { key: "amount", head: t("workfare.floors.amount"), number: true, cell: (one) => formatFen(one.amountFen) },
        { key: "pct", head: t("workfare.floors.pct"), number: true, cell: (one) => (one.rule ? policyValue(one.rule, "zh") : "—") },
        { key: "floor", head: t("workfare.floors.floor"), number: true, cell: (one) => (one.pct === null ? "—" : formatFen(one.floorFen)) },
        { key: "rule", head: t("workfare.floors.rule"), cell: (one) => (one.rule === null ? t("workfare.floors.noRule") : `${one.rule.documentNumber ?? (one.rule.article ? t("workfare.floors.article", { n: one.rule.article }) : "")} ${one.rule.source}${t("workfare.floors.since", { day: formatDayShort(one.rule.validFrom) })}${one.rule.certainty === "MEMORY" ? t("workfare.floors.memory") : ""}`) },
      ]}
      foot={<tr><th scope="row">{t("workfare.floors.total")}</th><td className="n" data-label={t("workfare.floors.amount")}>{formatFen(fundsFen)}</td><td className="n" data-label={t("workfare.floors.pct")}>{fundsFen > 0 ? formatPercent(floorFen / fundsFen) : "—"}</td><td className="n" data-label={t("workfare.floors.floor")}>{formatFen(floorFen)}</td><td /></tr>}
    />
  );
}
