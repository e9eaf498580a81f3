import { Table } from "../components/records.tsx";
import { useT } from "../i18n/context.tsx";
import { formatCount, formatPercent } from "../i18n/format.ts";
import { BandPattern, Pattern, patternId } from "./patterns.tsx";

export interface Part {
  key: string;
  label: string;
  value: number;
  /** the band that stands for the same on a map beside it */
  band?: number;
}

function Fill({ id, part, index }: { id: string; part: Part; index: number }) {
  return part.band === undefined ? <Pattern id={id} index={index} /> : <BandPattern id={id} band={part.band} />;
}

/** Parts of a whole in one bar, told apart by pattern as well as by colour; the table beneath is its legend. */
export function StackedBar({ id, head, parts, unit, file }: { id: string; head: string; parts: readonly Part[]; unit: string; file?: string }) {
  const t = useT();
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.value, 0));
  const percent = (value: number) => (total > 0 ? (value / total) * 100 : 0);
  return (
    <figure className="figure">
      <svg className="chart" height="40" role="img" aria-label={[head, ...parts.map((part) => `${part.label} ${formatCount(part.value)}`)].join(", ")}>
        <defs>{parts.map((part, index) => <Fill key={part.key} id={patternId(id, index)} part={part} index={index} />)}</defs>
        {total === 0 && <rect className="track" width="100%" height="40" />}
        {parts.map((part, index) => part.value > 0 && <rect key={part.key} className="seg-edge" x={`${percent(starts[index] ?? 0)}%`} width={`${percent(part.value)}%`} height="40" fill={`url(#${patternId(id, index)})`} />)}
      </svg>
      <Table
        file={file}
        rows={parts.map((part, index) => ({ ...part, index }))}
        rowKey={(part) => part.key}
        columns={[
          { key: "part", head, rowHead: true, cell: (part) => <><svg className="swatch" aria-hidden="true" width="30" height="14"><defs><Fill id={`${patternId(id, part.index)}l`} part={part} index={part.index} /></defs><rect width="100%" height="100%" fill={`url(#${patternId(id, part.index)}l)`} /></svg>{part.label}</> },
          { key: "value", head: unit, number: true, cell: (part) => formatCount(part.value) },
          { key: "share", head: t("common.share"), number: true, cell: (part) => formatPercent(percent(part.value) / 100) },
        ]}
        foot={<tr><th scope="row">{t("common.total")}</th><td className="n">{formatCount(total)}</td><td className="n">100%</td></tr>}
      />
    </figure>
  );
}
