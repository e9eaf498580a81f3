import type { DrawLine, SampleView } from "#app/data/read-models/count-samples-page.server.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import { FINDINGS, type Interval } from "#app/domain/target/sample.ts";
import type { FormState } from "../components/form.tsx";
import { Stat, Table } from "../components/records.tsx";
import { useName, useT } from "../i18n/context.tsx";
import { formatCount, formatPercent } from "../i18n/format.ts";

/** What a sample shows of the number: the share of wrong counts with its limits, drawn and in figures. */
export function SampleResult({ view, file }: { view: SampleView; file: string }) {
  const t = useT();
  const rungName = (rung: number) => t(`terms.rung.${RUNGS[rung] ?? "NONE"}`);
  const limits = (one: Interval) => ({ low: formatPercent(one.low), high: formatPercent(one.high) });
  return (
    <>
      <div className="stats">
        <Stat small value={view.error ? formatPercent(view.error.share) : "—"} unit="" label={t("ledger.samples.error")} note={view.error ? t("ledger.samples.errorNote", limits(view.error)) : t("ledger.samples.errorWait")} />
        {view.worst && <Stat small value={formatPercent(view.worst.share)} unit="" label={t("ledger.samples.worst")} note={t("ledger.samples.worstNote", limits(view.worst))} />}
        <Stat small value={formatCount(view.open)} unit={t("board.person")} label={t("ledger.samples.left")} />
      </div>
      <figure className="figure section">
        <figcaption>{t("ledger.samples.chart")}</figcaption>
        <Table
          file={file}
          caption={t("ledger.samples.chart")}
          rows={view.rungs}
          rowKey={(one) => String(one.rung)}
          columns={[
            { key: "rung", head: t("ledger.samples.rung"), rowHead: true, cell: (one) => rungName(one.rung) },
            { key: "population", head: t("ledger.samples.population"), number: true, cell: (one) => formatCount(one.population) },
            { key: "drawn", head: t("ledger.samples.drawn"), number: true, cell: (one) => formatCount(one.drawn) },
            { key: "checked", head: t("ledger.samples.checked"), number: true, cell: (one) => formatCount(one.checked) },
            { key: "wrong", head: t("ledger.samples.wrong"), number: true, cell: (one) => formatCount(one.wrong) },
            { key: "unreached", head: t("ledger.samples.unreached"), number: true, cell: (one) => formatCount(one.unreached) },
            { key: "interval", head: t("ledger.samples.interval"), cell: (one) => (one.interval ? <><IntervalBar interval={one.interval} /><span className="num">{t("common.aside", { text: formatPercent(one.interval.share), aside: `${formatPercent(one.interval.low)}–${formatPercent(one.interval.high)}` })}</span></> : "—") },
          ]}
        />
      </figure>
    </>
  );
}

/** A share as a mark within its limits, on a scale from nothing to all. */
function IntervalBar({ interval }: { interval: Interval }) {
  const at = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <svg className="chart interval" height="14" aria-hidden="true">
      <line className="axis" x1="0" x2="100%" y1="7" y2="7" />
      <rect className="fan" x={at(interval.low)} width={at(Math.max(0.004, interval.high - interval.low))} y="2" height="10" />
      <line className="goal-line" x1={at(interval.share)} x2={at(interval.share)} y1="0" y2="14" />
    </svg>
  );
}

/** Everybody drawn, one form each: the finding, a note, and the number to call. */
export function DrawList({ draws, sent, phone }: { draws: readonly DrawLine[]; sent: FormState | null; phone: { nr: number; phone: string } | null }) {
  const t = useT();
  const name = useName();
  return (
    <ol className="stack">
      {draws.map((one) => {
        const again = sent && sent.problems.length > 0 && sent.values.nr === String(one.nr) ? sent.values : null;
        return (
          <li key={one.nr} id={`draw-${one.nr}`} className="post-card">
            <p><strong>{one.nr} · {one.nameMasked}</strong> · {name(one.home)} · {t(`terms.rung.${RUNGS[one.rung] ?? "NONE"}`)} · <a href={`/placements/${one.placementId}`} aria-label={`${one.nr} ${t("board.countyPage.ledger")}`}>{t("board.countyPage.ledger")}</a></p>
            <p className="who">{[one.postTitle, one.employerName].filter(Boolean).join(" · ") || "—"}</p>
            <form method="post" className="field-row">
              <input type="hidden" name="nr" value={one.nr} />
              <input type="hidden" name="version" value={one.version} />
              <div className="field">
                <label className="label" htmlFor={`finding-${one.nr}`}>{t("ledger.samples.finding")}</label>
                <select className="input" id={`finding-${one.nr}`} name="finding" defaultValue={String(again?.finding ?? one.finding)}>
                  {FINDINGS.map((finding) => <option key={finding} value={finding}>{t(`ledger.samples.findings.${finding}`)}</option>)}
                </select>
              </div>
              <div className="field">
                <label className="label" htmlFor={`note-${one.nr}`}>{t("ledger.samples.note")}</label>
                <input className="input" id={`note-${one.nr}`} name="note" maxLength={300} defaultValue={String(again?.note ?? one.note ?? "")} />
              </div>
              <div className="actions">
                <button className="button quiet" type="submit" name="intent" value="save" aria-label={`${t("ledger.samples.save")} ${one.nr}`}>{t("ledger.samples.save")}</button>
                {phone?.nr === one.nr ? <a className="button quiet" href={`tel:${phone.phone}`}>{t("ledger.samples.call", { phone: phone.phone })}</a> : one.phoneMasked !== null && <button className="button quiet" type="submit" name="intent" value="phone" aria-label={`${t("ledger.samples.phone")} ${one.nr} ${one.phoneMasked}`}>{t("ledger.samples.phone")}</button>}
              </div>
            </form>
          </li>
        );
      })}
    </ol>
  );
}
