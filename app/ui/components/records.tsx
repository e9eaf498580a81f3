import type { ReactNode } from "react";
import { useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { TableFileLink } from "./table-file-link.tsx";

export interface Column<Row> {
  key: string;
  head: string;
  /** numbers stand right */
  number?: boolean;
  cell(row: Row): ReactNode;
  /** the row's own name, read out with each cell */
  rowHead?: boolean;
  sortable?: boolean;
}

interface TableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  caption?: string;
  dense?: boolean;
  tall?: boolean;
  /** on a phone each row becomes a block with its labels */
  cards?: boolean;
  sort?: { by: string; descending: boolean; href(by: string, descending: boolean): string };
  foot?: ReactNode;
  /** where officers find it as a workbook (`tableFile`) */
  file?: string;
}

export function Table<Row>({ columns, rows, rowKey, caption, dense, tall, cards, sort, foot, file }: TableProps<Row>) {
  const t = useT();
  const table = (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className={tall ? "table-scroll tall" : "table-scroll"} tabIndex={0} role="group" aria-label={caption ?? columns[0]?.head}>
      <table className={["table", dense && "dense", cards && "cards"].filter(Boolean).join(" ")}>
        {caption && <caption className={tall || cards ? "visually-hidden" : undefined}>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => {
              const sorted = sort?.by === column.key;
              const next = sorted ? !sort.descending : Boolean(column.number);
              return (
                <th key={column.key} scope="col" className={column.number ? "n" : undefined} aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}>
                  {sort && column.sortable ? (
                    <a href={sort.href(column.key, next)} title={t("common.table.sortBy", { column: column.head })}>{column.head}<span aria-hidden="true">{sorted ? (sort.descending ? "↓" : "↑") : "↕"}</span></a>
                  ) : (
                    column.head
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHead ? (
                  <th key={column.key} scope="row">{column.cell(row)}</th>
                ) : (
                  <td key={column.key} className={column.number ? "n" : undefined} data-label={cards ? column.head : undefined}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
  return file === undefined ? table : <div className="filed">{table}<TableFileLink file={file} of={caption ?? columns[0]?.head ?? ""} /></div>;
}

export function Stat({ value, unit, label, note, small }: { value: string; unit: string; label: string; note?: ReactNode; small?: boolean }) {
  return (
    <div className={small ? "stat small" : "stat"}>
      <span className="stat-label">{label}</span>
      <span className="figure-number">{value}<span className="unit">{unit}</span></span>
      {note && <span className="stat-note">{note}</span>}
    </div>
  );
}

/** Progress that says how many of how many; never a bare spinner. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className="progress-line">
      <ProgressShare share={share} label={`${label} ${done} / ${total}`} />
      <div className="progress-text"><span>{label}</span>{total > 0 && <span>{formatCount(done)} / {formatCount(total)}</span>}</div>
    </div>
  );
}

/** A share of a track, 0–1; without a label it only repeats what stands beside it. */
export function ProgressShare({ share, label }: { share: number; label?: string }) {
  return (
    <svg className="chart bar" {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}>
      <rect className="track" width="100%" height="100%" />
      <rect className="fill" width={`${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`} height="100%" />
    </svg>
  );
}
