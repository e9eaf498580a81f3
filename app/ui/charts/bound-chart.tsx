import type { RunMoment } from "#app/domain/matching/run-result.ts";
import { Table } from "../components/records.tsx";
import { useT } from "../i18n/context.tsx";
import { formatCount, formatLimit } from "../i18n/format.ts";
import { niceStep } from "./pace-chart.tsx";

const HEIGHT = 300;
const TOP = 44;
const BOTTOM = 28;
const ROWS_SHOWN = 16;

/** Points reached and the bound proved by then, over the seconds of a run; its phases are numbered along the top. */
export function BoundChart({ history, phaseName, file }: { history: readonly RunMoment[]; phaseName(phase: string): string; file?: string }) {
  const t = useT();
  const figures = history.flatMap((one) => [one.value, one.bound]).filter((one): one is number => one !== null);
  if (figures.length < 2) return null;
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const step = niceStep((high - low) / 3);
  const [from, to] = [Math.floor(low / step) * step, Math.max(Math.ceil(high / step), Math.floor(low / step) + 1) * step];
  const last = Math.max(1e-3, ...history.map((one) => one.seconds));
  const plotHeight = HEIGHT - TOP - BOTTOM;
  const x = (seconds: number) => (seconds / last) * 100;
  const y = (value: number) => (1 - (value - from) / (to - from)) * 100;
  const points = (line: readonly Point[]) => line.map((one) => `${x(one.seconds).toFixed(3)},${y(one.points).toFixed(3)}`).join(" ");
  const phases = phaseStarts(history);
  return (
    <figure className="figure">
      <figcaption>{t("runs.page.historySays")}</figcaption>
      <ul className="legend">
        <li><svg className="chart" aria-hidden="true"><line className="line y1" x1="0" x2="100%" y1="50%" y2="50%" /></svg>{t("runs.page.bound")}</li>
        <li><svg className="chart" aria-hidden="true"><line className="line now" x1="0" x2="100%" y1="50%" y2="50%" /></svg>{t("runs.page.value")}</li>
        {phases.map((one, index) => <li key={one.seconds + one.phase}><span className="num">{index + 1}</span>{phaseName(one.phase)}</li>)}
      </ul>
      <svg className="chart" height={HEIGHT} role="img" aria-label={t("runs.page.historyTitle")}>
        {Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step).map((value) => {
          const at = TOP + (y(value) / 100) * plotHeight;
          return (
            <g key={value}>
              <line className={value === from ? "base" : "axis"} x1="0" x2="100%" y1={at} y2={at} />
              <text x="0" y={at - 5}>{formatCount(value)}</text>
            </g>
          );
        })}
        {phases.map((one, index) => (
          <g key={one.seconds + one.phase}>
            <line className="phase-mark" x1={`${x(one.seconds)}%`} x2={`${x(one.seconds)}%`} y1="20" y2={HEIGHT - BOTTOM} />
            {roomFor(phases, index, last) && <text x={`${x(one.seconds)}%`} y="14" textAnchor={x(one.seconds) > 95 ? "end" : "start"}>{index + 1}</text>}
          </g>
        ))}
        <svg x="0" y={TOP} width="100%" height={plotHeight} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
          {boundLines(history).map((line, index) => <polyline key={index} className="line y1" points={points(line)} />)}
          <polyline className="line now" points={points(history.flatMap(({ seconds, value }) => (value === null ? [] : [{ seconds, points: value }])))} />
        </svg>
        <text x="0" y={HEIGHT - 8}>0</text>
        <text x="100%" y={HEIGHT - 8} textAnchor="end">{t("runs.secondsValue", { n: last.toFixed(1) })}</text>
      </svg>
      <Table
        file={file}
        dense
        rows={thinned(history, ROWS_SHOWN).map((one, index) => ({ ...one, index }))}
        rowKey={(one) => String(one.index)}
        columns={[
          { key: "seconds", head: t("runs.seconds"), rowHead: true, cell: (one) => t("runs.secondsValue", { n: one.seconds.toFixed(1) }) },
          { key: "phase", head: t("runs.page.phase"), cell: (one) => phaseName(one.phase) },
          { key: "value", head: t("runs.page.value"), number: true, cell: (one) => (one.value === null ? "—" : formatCount(one.value)) },
          { key: "bound", head: t("runs.page.bound"), number: true, cell: (one) => (one.bound === null ? "—" : formatCount(one.bound)) },
          { key: "gap", head: t("runs.page.gap"), number: true, cell: (one) => (one.value && one.bound !== null ? formatLimit(((one.bound - one.value) / one.value) * 100) : "—") },
        ]}
      />
    </figure>
  );
}

interface Point {
  seconds: number;
  points: number;
}

/**
 * The bound as lines, one for each phase that proved any: what bounds one phase does not bound what the next one adds, so a line
 * ends where its phase does. The last line stands for the whole and begins where the one before it ended.
 */
export function boundLines(history: readonly RunMoment[]): Point[][] {
  const starts = phaseStarts(history);
  const lines = starts.flatMap((start, index) => {
    const next = starts[index + 1];
    const proved = history.slice(history.indexOf(start), next && history.indexOf(next)).flatMap(({ seconds, bound }) => (bound === null ? [] : [{ seconds, points: bound }]));
    const end = proved.at(-1);
    return end === undefined ? [] : [next ? [...proved, { seconds: next.seconds, points: end.points }] : proved];
  });
  const [before, last] = lines.slice(-2);
  if (before && last) last.unshift({ seconds: before.at(-1)!.seconds, points: last[0]!.points });
  return lines;
}

/** The moments at which a phase begins. */
export function phaseStarts(history: readonly RunMoment[]): RunMoment[] {
  return history.filter((one, index) => index === 0 || history[index - 1]!.phase !== one.phase);
}

/** At most `most` moments, evenly picked, the first and the last among them. */
export function thinned<T>(history: readonly T[], most: number): T[] {
  if (history.length <= most) return [...history];
  return Array.from({ length: most }, (_, index) => history[Math.round((index * (history.length - 1)) / (most - 1))]!);
}

/** Numbers of phases that begin almost together would lie on each other: the first of them is enough. */
function roomFor(phases: readonly RunMoment[], index: number, last: number): boolean {
  return index === 0 || (phases[index]!.seconds - phases[index - 1]!.seconds) / last > 0.03;
}
