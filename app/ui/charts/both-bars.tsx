import { formatCount, formatPercent } from "../i18n/format.ts";
import { Pattern, patternId } from "./patterns.tsx";

export interface BothBar {
  key: string;
  label: string;
  whole: number;
  /** the narrower count, drawn solid */
  narrow: number;
  /** the wider count; what it adds is drawn striped behind the narrower one */
  wide: number;
}

/** A share counted in two ways, both on one bar for each row, on the common scale of 0 to 100 %. */
export function BothBars({ id, bars, narrow, wide }: { id: string; bars: readonly BothBar[]; narrow: string; wide: string }) {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  const swatch = (index: number) => <svg className="swatch" aria-hidden="true" width="30" height="14"><rect width="100%" height="100%" fill={`url(#${patternId(id, index)})`} /></svg>;
  return (
    <figure className="figure">
      <svg className="visually-hidden" aria-hidden="true" width="0" height="0"><defs><Pattern id={patternId(id, 0)} index={0} /><Pattern id={patternId(id, 1)} index={1} /></defs></svg>
      <ul className="legend"><li>{swatch(0)}{narrow}</li><li>{swatch(1)}{wide}</li></ul>
      <ul className="bars">
        {bars.map((bar) => {
          const [low, high] = [share(bar.narrow, bar.whole), share(bar.wide, bar.whole)];
          return (
            <li key={bar.key}>
              <span className="bar-label"><span>{bar.label}</span><span className="num">{formatPercent(low)} · {formatPercent(high)}</span></span>
              <svg className="chart" height="18" role="img" aria-label={`${bar.label}, ${narrow} ${formatCount(bar.narrow)} ${formatPercent(low)}, ${wide} ${formatCount(bar.wide)} ${formatPercent(high)}`}>
                <rect className="track" width="100%" height="18" />
                <rect className="seg-edge" width={percent(high)} height="18" fill={`url(#${patternId(id, 1)})`} />
                <rect className="seg-edge" width={percent(low)} height="18" fill={`url(#${patternId(id, 0)})`} />
              </svg>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
