import type { Forecast } from "#app/domain/target/forecast.ts";
import { Table } from "../components/records.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatCount, formatMonth } from "../i18n/format.ts";

interface PaceChartProps {
  /** persons by month; the last year is this year */
  years: { year: number; persons: number[] }[];
  goal: number;
  /** how much of this year has gone by, 0–1; its line ends there */
  yearShare: number;
  /** where earlier seasons let the year end */
  forecast?: Forecast | null;
  file?: string;
}

const HEIGHT = 280;
const TOP = 24;
const BOTTOM = 28;

/** This year's running total beside earlier years and an even pace to the goal, with the figures beneath. */
export function PaceChart({ years, goal, yearShare, forecast = null, file }: PaceChartProps) {
  const t = useT();
  const locale = useLocale();
  const { lines, monthsGone } = paceOf(years, yearShare);
  const thisYear = lines[lines.length - 1];
  if (!thisYear) return null;
  const most = Math.max(goal, forecast?.high ?? 0, ...lines.flatMap((line) => line.totals), 1);
  const step = niceStep(most / 3);
  const top = Math.ceil(most / step) * step;
  const y = (value: number) => (1 - value / top) * 100;
  const path = (totals: number[], until: number) =>
    ["0,100", ...totals.slice(0, Math.ceil(until)).map((total, index) => `${((Math.min(index + 1, until) / 12) * 100).toFixed(2)},${y(total).toFixed(2)}`)].join(" ");
  const plotHeight = HEIGHT - TOP - BOTTOM;
  return (
    <figure className="figure">
      <figcaption>{t("board.paceSays")}</figcaption>
      <ul className="legend">
        {[...lines].reverse().map((line) => <li key={line.year}><LineSample look={line.look} />{line.year}</li>)}
        <li><LineSample look="need" />{t("board.needed")}</li>
        {forecast && <li><svg className="chart" aria-hidden="true"><rect className="fan" width="100%" height="100%" /></svg>{t("ledger.forecast.legend")}</li>}
      </ul>
      <svg className="chart" height={HEIGHT} role="img" aria-label={t("board.paceSays")}>
        {Array.from({ length: top / step + 1 }, (_, index) => index * step).map((value) => {
          const at = TOP + (y(value) / 100) * plotHeight;
          return (
            <g key={value}>
              <line className={value === 0 ? "base" : "axis"} x1="0" x2="100%" y1={at} y2={at} />
              {value > 0 && <text x="0" y={at - 5}>{formatCount(value)}</text>}
            </g>
          );
        })}
        <svg x="0" y={TOP} width="100%" height={plotHeight} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
          <polyline className="line need" points={`0,100 100,${y(goal).toFixed(2)}`} />
          {forecast && <polygon className="fan" points={`${(yearShare * 100).toFixed(2)},${y(thisYear.totals[11] ?? 0).toFixed(2)} 100,${y(forecast.high).toFixed(2)} 100,${y(forecast.low).toFixed(2)}`} />}
          {lines.map((line) => <polyline key={line.year} className={`line ${line.look}`} points={path(line.totals, line === thisYear ? yearShare * 12 : 12)} />)}
        </svg>
        {Array.from({ length: 12 }, (_, index) => (
          <text key={index} x={`${((index + 0.5) / 12) * 100}%`} y={HEIGHT - 8} textAnchor="middle">{index % 3 === 0 || locale === "zh" ? (locale === "zh" ? index + 1 : formatMonth(index + 1, locale)) : ""}</text>
        ))}
      </svg>
      <Table
        file={file}
        dense
        caption={t("board.cumulative")}
        rows={Array.from({ length: 12 }, (_, month) => month)}
        rowKey={(month) => String(month)}
        columns={[
          { key: "month", head: t("board.month"), rowHead: true, cell: (month) => formatMonth(month + 1, locale) },
          ...[...lines].reverse().map((line) => ({
            key: String(line.year), head: String(line.year), number: true,
            cell: (month: number) => (line === thisYear && month >= monthsGone ? "—" : formatCount(line.totals[month] ?? 0)),
          })),
          { key: "need", head: t("board.needed"), number: true, cell: (month) => formatCount((goal * (month + 1)) / 12) },
        ]}
      />
    </figure>
  );
}

function LineSample({ look }: { look: string }) {
  return <svg className="chart" aria-hidden="true"><line className={`line ${look}`} x1="0" x2="100%" y1="50%" y2="50%" /></svg>;
}

/** Each year's running total by month, and how many months of the last of them have begun. */
export function paceOf(years: PaceChartProps["years"], yearShare: number) {
  return {
    lines: years.map(({ year, persons }, index) => ({ year, totals: runningTotals(persons), look: ["y3", "y2", "y1", "now"][index + 4 - years.length] ?? "y3" })),
    monthsGone: Math.min(12, Math.max(1, Math.ceil(yearShare * 12))),
  };
}

function runningTotals(persons: readonly number[]): number[] {
  let sum = 0;
  return persons.map((one) => (sum += one));
}

/** 1, 2 or 5 times a power of ten, at least 1. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
