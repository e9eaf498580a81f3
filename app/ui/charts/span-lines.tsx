import { type Day, daysBetween } from "#app/domain/dates.ts";

export interface Span {
  key: string;
  from: Day;
  /** null: still going on */
  to: Day | null;
  look: "past" | "now" | "future";
  /** stands on the bar where there is room */
  text?: string;
}

export interface SpanMark {
  key: string;
  on: Day;
  /** hollow: dealt with */
  hollow: boolean;
}

export interface SpanLine {
  key: string;
  label: string;
  note?: string;
  spans: readonly Span[];
  marks?: readonly SpanMark[];
  /** what the line says, for whoever does not see it */
  says: string;
}

const HEIGHT = 30;
const WIDE_PERCENT = 14;

/** Stretches of time, a line each on one scale, with the years below and today as a dashed line. Its figures stand in the table beneath. */
export function SpanLines({ lines, from, to, today, label }: { lines: readonly SpanLine[]; from: Day; to: Day; today: Day; label: string }) {
  const whole = Math.max(1, daysBetween(from, to));
  const at = (day: Day) => Math.min(100, Math.max(0, (daysBetween(from, day) / whole) * 100));
  const percent = (value: number) => `${value.toFixed(2)}%`;
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, n) => Number(from.slice(0, 4)) + n);
  const every = Math.ceil(years.length / 6);
  return (
    <div className="span-lines" role="group" aria-label={label}>
      {lines.map((line) => (
        <div key={line.key}>
          <div className="span-head"><strong>{line.label}</strong>{line.note && <span className="soft">{line.note}</span>}</div>
          <svg className="chart span-line" height={HEIGHT} role="img" aria-label={line.says}>
            <line className="axis" x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} />
            {line.spans.map((span) => {
              const [x, width] = [at(span.from), Math.max(0.4, at(span.to ?? to) - at(span.from))];
              return (
                <g key={span.key}>
                  <rect className={span.look} x={percent(x)} width={percent(width)} y="4" height={HEIGHT - 8} />
                  {x > 0 && <line className="edge" x1={percent(x)} x2={percent(x)} y1="4" y2={HEIGHT - 4} />}
                  {span.text && width > WIDE_PERCENT && <svg x={percent(x)} width={percent(Math.min(width, 100 - x))} height={HEIGHT} overflow="hidden"><text className="on-bar" x="6" y={HEIGHT / 2}>{span.text}</text></svg>}
                </g>
              );
            })}
            {(line.marks ?? []).map((mark) => <text key={mark.key} className="mark" x={percent(at(mark.on))} y={HEIGHT / 2}>{mark.hollow ? "◇" : "◆"}</text>)}
            <line className="today" x1={percent(at(today))} x2={percent(at(today))} y1="0" y2={HEIGHT} />
          </svg>
        </div>
      ))}
      <svg className="chart span-line" height="18" aria-hidden="true">
        {years.filter((_, n) => n % every === 0).map((year) => <text key={year} className="tick" x={percent(Math.min(94, at(`${year}-01-01`)))} y="13">{year}</text>)}
      </svg>
    </div>
  );
}
