import { useT } from "../i18n/context.tsx";
import { formatCount, formatDayShort } from "../i18n/format.ts";
import { Pattern, patternId } from "./patterns.tsx";

const WIDTH = 760;
const EDGE = 14;
const HEIGHT = 150;
const FLOOR = 126;
const TOP = 16;

interface DayStackProps {
  id: string;
  label: string;
  series: readonly { key: string; label: string }[];
  days: readonly { day: string; values: readonly number[]; href: string }[];
}

/** A bar for each day, made of parts that pattern as well as colour tells apart. A day leads to its list. */
export function DayStack({ id, label, series, days }: DayStackProps) {
  const t = useT();
  const total = ({ values }: { values: readonly number[] }) => values.reduce((sum, one) => sum + one, 0);
  const top = Math.max(1, ...days.map(total));
  const step = (WIDTH - 2 * EDGE) / days.length;
  const x = (at: number) => EDGE + at * step;
  const height = (value: number) => (value / top) * (FLOOR - TOP);
  return (
    <figure className="figure day-stack">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
        <svg className="day-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label={label}>
          <defs>{series.map((one, at) => <Pattern key={one.key} id={patternId(id, at)} index={at} />)}</defs>
          {days.map((one, at) => {
            const all = total(one);
            let y = FLOOR;
            const words = `${formatDayShort(one.day)} ${series.map((part, nth) => `${part.label} ${formatCount(one.values[nth] ?? 0)}`).join(", ")}`;
            const parts = one.values.map((value, nth) => {
              y -= height(value);
              return value > 0 && <rect key={nth} className="seg-edge" x={x(at) + 2} width={step - 4} y={y} height={height(value)} fill={`url(#${patternId(id, nth)})`} />;
            });
            return (
              <g key={one.day}>
                {all === 0 ? <line className="rest" x1={x(at) + 2} x2={x(at + 1) - 2} y1={FLOOR} y2={FLOOR} /> : <a href={one.href} aria-label={words}><title>{words}</title><rect className="hit" x={x(at)} width={step} y={0} height={FLOOR} />{parts}<text x={x(at) + step / 2} y={y - 3} textAnchor="middle">{formatCount(all)}</text></a>}
                {(days.length - 1 - at) % 5 === 0 ? <text x={x(at) + step / 2} y={HEIGHT - 6} textAnchor="middle">{one.day.slice(5).replace("-", "/")}</text> : null}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption>
        {series.map((one, at) => <span key={one.key} className="day-stack-key"><svg className="swatch" aria-hidden="true" width="30" height="14"><defs><Pattern id={`${patternId(id, at)}l`} index={at} /></defs><rect width="100%" height="100%" fill={`url(#${patternId(id, at)}l)`} /></svg>{one.label} {formatCount(days.reduce((sum, day) => sum + (day.values[at] ?? 0), 0))}</span>)}
        <span className="soft">{t("common.total")} {formatCount(days.reduce((sum, one) => sum + total(one), 0))}</span>
      </figcaption>
    </figure>
  );
}
