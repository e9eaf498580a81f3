const WIDTH = 460;
const HEIGHT = 92;
const FLOOR = 74;

/** How many contracts of a village end in each month: solid as it stands, dashed after they are spread, with the most as a line. The table beneath has the figures. */
export function EndsChart({ label, months, ends, levelled, most }: { label: string; months: readonly string[]; ends: readonly number[]; levelled: readonly number[]; most: number }) {
  const top = Math.max(most, 1, ...ends, ...levelled);
  const step = WIDTH / Math.max(1, months.length);
  const y = (value: number) => FLOOR - (value / top) * (FLOOR - 14);
  return (
    <figure className="figure">
      <figcaption>{label}</figcaption>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <svg className="month-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${label}: ${months.map((month, at) => `${month} ${ends[at]}`).join(", ")}`}>
        <line className="limit" x1="0" x2={WIDTH} y1={y(most)} y2={y(most)} />
        {months.map((month, at) => (
          <g key={month}>
            <rect className="now" x={at * step + 5} width={step - 16} y={y(ends[at]!)} height={FLOOR - y(ends[at]!)} />
            {levelled[at] !== ends[at] && <rect className="then" x={at * step + 3} width={step - 12} y={y(levelled[at]!)} height={FLOOR - y(levelled[at]!)} />}
            {ends[at]! > 0 && <text x={at * step + step / 2 - 3} y={y(ends[at]!) - 3} textAnchor="middle">{ends[at]}</text>}
            <text x={at * step + step / 2 - 3} y={HEIGHT - 6} textAnchor="middle">{month.slice(2)}</text>
          </g>
        ))}
      </svg>
      </div>
    </figure>
  );
}
