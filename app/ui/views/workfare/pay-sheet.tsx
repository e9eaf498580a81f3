import type { SheetLineView, SheetView } from "#app/data/read-models/pay-sheet-page.server.ts";
import { Button, Field, type FormState } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatDay, formatDays, formatDayShort, formatFen } from "../../i18n/format.ts";
import { quarterText } from "./roll-lines.ts";

/** What may be done with a sheet now, one thing at a time. */
export function SheetActs({ view, form, today }: { view: SheetView; form: FormState; today: string }) {
  const t = useT();
  const locale = useLocale();
  const { sheet } = view;
  const version = <input type="hidden" name="version" value={sheet.version} />;
  if (sheet.state === "DRAFT") {
    return (
      <>
        <p className="soft">{t(view.own ? "workfare.pay.otherApproves" : "workfare.pay.approveSays")}</p>
        <form method="post" className="actions notice-after">{version}{!view.own && <Button name="intent" value="approve">{t("workfare.pay.approve")}</Button>}<Button kind="danger" name="intent" value="discard">{t("workfare.pay.discard")}</Button></form>
      </>
    );
  }
  const waiting = view.lines.filter((one) => (one.result === "WAITING" || one.result === "FAILED") && one.objection === null);
  const sent = view.lines.filter((one) => one.result === "SENT");
  const purpose = (text: string): FormState => ({ values: { purpose: text }, problems: [] });
  const bank = `/bureau/paysheets/${sheet.id}/bank`;
  return (
    <>
      {view.publicity === "runs" && <p className="soft">{t("workfare.pay.afterPublicity", { day: formatDay(sheet.publicUntil ?? "", locale) })}</p>}
      {view.publicity === "over" && waiting.length > 0 && (
        <form method="post" action={bank}>{version}
          <p className="soft">{t("workfare.pay.fileSays", { count: waiting.length, n: waiting.length, yuan: formatFen(waiting.reduce((sum, one) => sum + one.payFen, 0)) })}</p>
          <Field form={purpose(t("workfare.pay.purposeIs", { nr: sheet.nr }))} name="purpose" label={t("workfare.pay.purpose")} hint={t("workfare.pay.purposeSays")} maxLength={100} required />
          <p className="actions notice-after"><Button name="kind" value="xlsx">{t("workfare.pay.xlsx")}</Button><Button kind="quiet" name="kind" value="csv">{t("workfare.pay.csv")}</Button></p>
        </form>
      )}
      {[...new Set(sent.flatMap((one) => one.fileNr ?? []))].map((nr) => (
        <form method="post" action={bank} className="notice-after" key={nr}>
          <input type="hidden" name="fileNr" value={nr} />
          <p className="soft">{t("workfare.pay.lost", { nr })}</p>
          <Field form={purpose(t("workfare.pay.purposeAgain", { nr }))} id={`purpose-${nr}`} name="purpose" label={t("workfare.pay.purpose")} maxLength={100} required />
          <p className="actions"><Button kind="quiet" name="kind" value="xlsx">{t("workfare.pay.againXlsx", { nr })}</Button><Button kind="quiet" name="kind" value="csv">{t("workfare.pay.againCsv", { nr })}</Button></p>
        </form>
      ))}
      {sent.length > 0 && (
        <form method="post" className="field-row notice-after">
          {version}<input type="hidden" name="result" value="ALL_PAID" />
          <Field form={{ ...form, values: { paidOn: today, ...form.values } }} name="paidOn" type="date" label={t("workfare.pay.paidOn")} />
          <div className="field"><Button name="intent" value="result">{t("workfare.pay.allPaid", { count: sent.length, n: sent.length })}</Button></div>
        </form>
      )}
    </>
  );
}

const TONES = { WAITING: undefined, SENT: "loess", PAID: "pine", FAILED: "danger" } as const;

/** A line for each worker: days × rate, their own account, and what the bank said. */
export function PayLines({ view, form, today, file }: { view: SheetView; form: FormState; today: string; file: string }) {
  const t = useT();
  const name = useName();
  return (
    <Table
      file={file} cards dense caption={t("workfare.pay.lines")} rows={view.lines} rowKey={(one) => one.id}
      columns={[
        { key: "nr", head: t("workfare.crew.nr"), number: true, cell: (one) => one.nr },
        { key: "name", head: t("workfare.crew.name"), rowHead: true, cell: (one) => <span>{one.nameMasked}{one.disputed && <> <Tag tone="danger">⚑ {t("workfare.pay.disputed")}</Tag></>}</span> },
        { key: "village", head: t("workfare.crew.village"), cell: (one) => name(one.village) },
        { key: "days", head: t("workfare.pay.days"), cell: (one) => <DaysOf line={one} /> },
        { key: "pay", head: t("workfare.pay.pay"), number: true, cell: (one) => formatFen(one.payFen) },
        { key: "account", head: t("workfare.pay.account"), cell: (one) => <span>{one.account === null ? "" : `${one.bankName} ${one.account}`}{one.objection && <> <Tag tone="danger">⚑ {t(`workfare.objection.${one.objection}`)}{one.sharedWith.length > 0 && ` ${one.sharedWith.join(t("common.listed"))}`}</Tag></>}</span> },
        { key: "result", head: t("workfare.pay.result"), cell: (one) => <ResultOf line={one} form={form} today={today} settles={view.sheet.state !== "DRAFT"} /> },
      ]}
      foot={<tr><td /><th scope="row">{t("workfare.pay.total")}</th><td /><td data-label={t("workfare.pay.days")}>{formatDays(view.lines.reduce((sum, one) => sum + one.quarters, 0))}</td><td className="n" data-label={t("workfare.pay.pay")}>{formatFen(view.lines.reduce((sum, one) => sum + one.payFen, 0))}</td><td /><td /></tr>}
    />
  );
}

function DaysOf({ line }: { line: SheetLineView }) {
  const t = useT();
  return (
    <Fold summary={<span className="nowrap">{t("workfare.pay.daysValue", { days: formatDays(line.quarters) })}</span>}>
      <ul className="num">{line.days.map((one) => <li key={one.day}>{formatDayShort(one.day)} {quarterText(one.quarters)} × {formatFen(one.rateFen)} = {formatFen(one.payFen)}</li>)}</ul>
    </Fold>
  );
}

function ResultOf({ line, form, today, settles }: { line: SheetLineView; form: FormState; today: string; settles: boolean }) {
  const t = useT();
  const again = form.values.lineId === line.id ? form.values : {};
  const about = <><input type="hidden" name="lineId" value={line.id} /><input type="hidden" name="lineVersion" value={line.version} /><input type="hidden" name="paidOn" value={today} /></>;
  return (
    <>
      <Tag tone={TONES[line.result]}>{line.result === "PAID" ? "✓ " : line.result === "FAILED" ? "✕ " : ""}{t(`workfare.results.${line.result}`)}{line.resultOn && ` ${formatDayShort(line.resultOn)}`}</Tag>
      {line.resultReason && <span className="soft"> {line.resultReason}</span>}
      {settles && line.result === "SENT" && (
        <form method="post" className="cell-form">{about}<button className="button small" type="submit" name="result" value="PAID" aria-label={`${t("workfare.pay.isPaid")} ${line.nr}`}>{t("workfare.pay.isPaid")}</button></form>
      )}
      {settles && (line.result === "SENT" || line.result === "PAID") && (
        <Fold summary={t(line.result === "SENT" ? "workfare.pay.isFailed" : "workfare.pay.cameBack")} open={form.values.lineId === line.id}>
          <form method="post" className="cell-form">
            {about}
            <input className="input" id={`reason-${line.id}`} name="reason" maxLength={200} defaultValue={String(again.reason ?? "")} placeholder={t("workfare.pay.failedWhy")} aria-label={`${t("workfare.pay.failedWhy")} ${line.nr}`} />
            <button className="button small danger" type="submit" name="result" value="FAILED" aria-label={`${t("workfare.pay.isFailed")} ${line.nr}`}>{t("workfare.pay.isFailed")}</button>
          </form>
        </Fold>
      )}
    </>
  );
}
