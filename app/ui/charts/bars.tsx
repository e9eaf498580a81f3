import { ProgressShare } from "../components/records.tsx";

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** the value as it is read */
  text: string;
}

/** Values side by side on one scale, each with its name and figure, so that colour says nothing on its own. */
export function Bars({ label, bars, most }: { label: string; bars: readonly Bar[]; most?: number }) {
  const top = most ?? Math.max(1e-9, ...bars.map((bar) => bar.value));
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="bar-label"><span>{bar.label}</span><span className="num">{bar.text}</span></span>
          <ProgressShare share={bar.value / top} />
        </li>
      ))}
    </ul>
  );
}
