import type { ClassPage } from "#app/data/read-models/training-classes.server.ts";
import { Button } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatFen } from "../../i18n/format.ts";

/** The living allowances of a class with their total to the fen, and the step that the reader may take. */
export function AllowanceSheet({ page }: { page: ClassPage }) {
  const t = useT();
  const { sheet } = page;
  if (!page.publicFunds || (page.state !== "ASSESSED" && page.state !== "CLOSED")) return null;
  const days = (halves: number) => String(halves / 2);
  return (
    <Section title={t("training.sheet.title")} says={t("training.sheet.says")}>
      {sheet === null ? <p className="soft">{t("training.sheet.none")}</p> : (
        <>
          <p><Tag tone={sheet.state === "PAID" ? "pine" : "loess"}>{t(`training.sheet.${sheet.state}`)}</Tag></p>
          <Table dense cards file={page.office ? tableFile("training-allowances", { class: page.id }) : undefined} caption={t("training.sheet.title")} rows={sheet.lines} rowKey={(one) => one.key} columns={[
            { key: "name", head: t("training.sheet.person"), rowHead: true, cell: (one) => one.nameMasked },
            { key: "year", head: t("training.sheet.year"), number: true, cell: (one) => one.year },
            { key: "attended", head: t("training.sheet.attended"), number: true, cell: (one) => days(one.attendedHalves) },
            { key: "paid", head: t("training.sheet.paid"), number: true, cell: (one) => days(one.paidHalves) },
            { key: "amount", head: t("training.sheet.amount"), number: true, cell: (one) => formatFen(one.amountFen) },
          ]} foot={<tr><th scope="row" colSpan={4}>{t("training.sheet.total")}</th><td className="n">{formatFen(sheet.totalFen)}</td></tr>} />
        </>
      )}
      {page.office && page.state === "ASSESSED" && (
        <form method="post" className="notice-after">
          <input type="hidden" name="version" value={sheet?.version ?? 0} />
          {(sheet === null || sheet.state === "PREPARED") && <Button kind={sheet ? "quiet" : "main"} name="intent" value="prepare">{t(sheet ? "training.sheet.remake" : "training.sheet.make")}</Button>}{" "}
          {sheet?.state === "PREPARED" && (sheet.preparedByMe ? <span className="soft">{t("training.sheet.ownCheck")}</span> : <Button name="intent" value="check">{t("training.sheet.check")}</Button>)}
          {sheet?.state === "CHECKED" && (sheet.checkedByMe ? <span className="soft">{t("training.sheet.ownPay")}</span> : <Button name="intent" value="pay">{t("training.sheet.pay")}</Button>)}
        </form>
      )}
    </Section>
  );
}
