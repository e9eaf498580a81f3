import type { SheetLineView, SheetView } from "#app/data/read-models/welfare-sheets.server.ts";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { Tag } from "../../components/tag.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatFen } from "../../i18n/format.ts";
import { failText } from "./words.ts";

/** The lines of a sheet; `forBoard` is what hangs out in the village: no result, nothing to click. */
export function SheetLines({ sheet, forBoard }: { sheet: Pick<SheetView, "id" | "lines" | "totalFen">; forBoard?: boolean }) {
  const t = useT();
  const name = useName();
  const why = (one: SheetLineView) => one.reasons.map((reason) => t(`welfare.sheets.reason.${reason}`)).join(t("common.listed"));
  const result = (one: SheetLineView) => (
    <>
      {one.result === "FAILED" ? <Tag tone="danger">{t("welfare.case.result.FAILED")}</Tag> : one.amountFen === 0 ? "—" : t(`welfare.case.result.${one.result}`)}
      {one.failReason && ` ${failText(t, one.failReason)}`}{one.fault && one.result === "PENDING" && one.amountFen > 0 && <> <Tag tone="danger">{t(`welfare.sheets.account.${one.fault}`)}</Tag></>}
    </>
  );
  return (
    <Table
      cards={!forBoard} dense caption={t("welfare.sheets.list")} file={forBoard ? undefined : tableFile("welfare-sheet-lines", { sheet: sheet.id })} rows={sheet.lines} rowKey={(one) => String(one.nr)}
      columns={[
        { key: "nr", head: t("welfare.sheets.line"), number: true, cell: (one) => one.nr },
        { key: "name", head: t("welfare.sheets.name"), rowHead: true, cell: (one) => (forBoard ? one.nameMasked : <a className="row-link" href={`/bureau/welfare/cases/${one.caseId}`} aria-label={`${one.nr} ${one.nameMasked}`}>{one.nameMasked}</a>) },
        { key: "village", head: t("welfare.sheets.village"), cell: (one) => name(one.village) },
        { key: "post", head: t("welfare.sheets.post"), cell: (one) => one.title },
        { key: "month", head: t("welfare.sheets.forMonth"), cell: (one) => <>{one.month}{one.supplement && <> <Tag tone="loess">{t("welfare.sheets.supplement")}</Tag></>}</> },
        { key: "days", head: t("welfare.sheets.days"), number: true, cell: (one) => one.days },
        ...(forBoard ? [] : [{ key: "due", head: t("welfare.sheets.due"), number: true, cell: (one: SheetLineView) => formatFen(one.dueFen) }, { key: "before", head: t("welfare.sheets.before"), number: true, cell: (one: SheetLineView) => formatFen(one.beforeFen) }]),
        { key: "amount", head: t("welfare.sheets.amount"), number: true, cell: (one) => formatFen(one.amountFen) },
        { key: "why", head: t("welfare.sheets.why"), cell: why },
        ...(forBoard ? [] : [{ key: "result", head: t("welfare.sheets.result"), cell: result }]),
      ]}
      foot={<tr><th scope="row" colSpan={forBoard ? 6 : 8}>{t("welfare.sheets.sum")}</th><td className="n" data-label={t("welfare.sheets.amount")}>{formatFen(sheet.totalFen)}</td><td colSpan={forBoard ? 1 : 2} /></tr>}
    />
  );
}
