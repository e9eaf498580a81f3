import { Table } from "../components/records.tsx";
import { useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";

const HEIGHT = 180;
const FOOT = 26;
const HEAD = 20;

/** How many proposals reached each hundred of the score, with the figures beneath. */
export function ScoreBands({ scores, file }: { scores: readonly number[]; file?: string }) {
  const t = useT();
  const most = Math.max(1, ...scores);
  const band = (index: number) => `${index * 100}–${index === 9 ? 1000 : index * 100 + 99}`;
  return (
    <figure className="figure">
      <svg className="chart" height={HEIGHT} role="img" aria-label={scores.map((count, index) => `${band(index)}: ${count}`).join(", ")}>
        {scores.map((count, index) => {
          const height = (count / most) * (HEIGHT - FOOT - HEAD);
          return (
            <g key={index}>
              <rect className="fill" x={`${index * 10 + 1}%`} width="8%" y={HEIGHT - FOOT - height} height={height} />
              {count > 0 && <text x={`${index * 10 + 5}%`} y={HEIGHT - FOOT - height - 5} textAnchor="middle">{formatCount(count)}</text>}
              <text x={`${index * 10 + 5}%`} y={HEIGHT - 8} textAnchor="middle">{index * 100}</text>
            </g>
          );
        })}
        <line className="base" x1="0" x2="100%" y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      </svg>
      <Table file={file} dense rows={scores.map((count, index) => ({ count, index }))} rowKey={(row) => String(row.index)} columns={[
        { key: "band", head: t("runs.page.band"), rowHead: true, cell: (row) => band(row.index) },
        { key: "count", head: t("runs.page.matches"), number: true, cell: (row) => formatCount(row.count) },
      ]} />
    </figure>
  );
}
