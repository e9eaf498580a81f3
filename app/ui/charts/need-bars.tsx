import { Pattern, patternId } from "./patterns.tsx";

export interface NeedBar {
  key: string;
  label: string;
  href: string;
  /** the expected placements as they are read */
  text: string;
  openings: number;
  picked: number;
  expected: number;
  people: number;
}

/**
 * Courses beneath each other: openings left (outlined), those counted on (striped) and the placements expected of them (solid) on one scale, the people one
 * certificate short as a thin bar on a scale of their own. The table beneath has the figures.
 */
export function NeedBars({ id, label, bars, words }: { id: string; label: string; bars: readonly NeedBar[]; words: { openings: string; picked: string; expected: string; people: string } }) {
  const most = Math.max(1, ...bars.map((bar) => bar.openings));
  const crowd = Math.max(1, ...bars.map((bar) => bar.people));
  const share = (value: number, of: number) => `${(value / of) * 100}%`;
  const fill = (index: number) => `url(#${patternId(id, index)})`;
  return (
    <figure className="figure need-bars">
      <svg className="visually-hidden" aria-hidden="true"><defs>{[0, 1, 2].map((index) => <Pattern key={index} id={patternId(id, index)} index={index} />)}</defs></svg>
      <ul className="legend" aria-hidden="true">
        <li><svg><rect className="need-open" width="100%" height="100%" /></svg>{words.openings}</li>
        <li><svg><rect width="100%" height="100%" fill={fill(1)} /></svg>{words.picked}</li>
        <li><svg><rect width="100%" height="100%" fill={fill(0)} /></svg>{words.expected}</li>
        <li><svg><rect y="35%" width="100%" height="30%" fill={fill(2)} /></svg>{words.people}</li>
      </ul>
      <ul className="bars" aria-label={label}>
        {bars.map((bar) => (
          <li key={bar.key}>
            <span className="bar-label"><a href={bar.href}>{bar.label}</a><span className="num">{bar.text}</span></span>
            <svg className="chart" height="22" role="img" aria-label={`${words.openings} ${bar.openings}, ${words.picked} ${bar.picked}, ${words.expected} ${bar.text}, ${words.people} ${bar.people}`}>
              <rect className="need-open" width={share(bar.openings, most)} height="13" />
              <rect width={share(bar.picked, most)} height="13" fill={fill(1)} />
              <rect width={share(bar.expected, most)} height="13" fill={fill(0)} />
              <rect y="16" width={share(bar.people, crowd)} height="5" fill={fill(2)} />
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}
