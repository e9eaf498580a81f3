import type { ReactNode } from "react";
import type { TextKey } from "../../i18n/catalogue.ts";
import { useLocale } from "../../i18n/context.tsx";
import { type Params, translator } from "../../i18n/translate.ts";

export const zh = translator("zh");
const en = translator("en");

/** A text of the sheet: Chinese, as the offices take it; an English reader sees the meaning beside it on screen, not on paper. */
export function Printed({ text, params }: { text: TextKey; params?: Params }) {
  const locale = useLocale();
  return <>{zh(text, params)}{locale === "en" && <span className="gloss no-print" lang="en"> {en(text, params)}</span>}</>;
}

/** label, what stands in the cell, and over how many of the six columns the cell reaches */
export type Cell = readonly [label: TextKey, value: ReactNode, columns?: number];
/** A row by its height in lines; an odd one is for a signature or a longer text. */
export interface SheetRow {
  cells: readonly Cell[];
  tall?: "two" | "four";
}

/** An official form: title, ruled table of six columns, and what stands beneath. One sheet of A4. */
export function Sheet({ title, above, rows, children }: { title: TextKey; above?: ReactNode; rows: readonly SheetRow[]; children?: ReactNode }) {
  return (
    <article className="paper" lang="zh-CN" data-paper="">
      <h1><Printed text={title} /></h1>
      {above && <p className="above">{above}</p>}
      <table>
        <tbody>
          {rows.map(({ cells, tall }) => (
            <tr key={cells[0]![0]} className={tall}>
              {cells.flatMap(([label, value, columns = 1]) => [
                <th scope="row" key={`${label}-label`}><Printed text={label} /></th>,
                <td key={label} colSpan={columns}>{value}</td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </article>
  );
}

/** On a narrow screen a sheet keeps its shape and is moved sideways. */
export function SheetFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="paper-scroll" tabIndex={0} role="group" aria-label={label}>{children}</div>
  );
}

/** One box ticked of several, as on paper. */
export function Boxes({ options, ticked }: { options: readonly (readonly [string, string])[]; ticked: readonly string[] }) {
  return <>{options.map(([value, text]) => <span className="box" key={value}>{ticked.includes(value) ? zh("agent.paper.value.yes") : zh("agent.paper.value.no")} {text}</span>)}</>;
}

export function SignedPromise({ text }: { text: TextKey }) {
  return <><Printed text={text} /><span className="sign">{zh("agent.paper.value.signature")}<i /> {zh("agent.paper.value.date")}</span></>;
}

/** Where an office writes its opinion, seals and dates it. */
export function Opinion() {
  return <span className="sign opinion">{zh("agent.paper.value.handler")}<i /> {zh("agent.paper.value.seal")} {zh("agent.paper.value.date")}</span>;
}
