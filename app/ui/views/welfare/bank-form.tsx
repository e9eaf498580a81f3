import { Button, Field, type FormState } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";

/** The purpose, and the bank's file as CSV or workbook; `first`: it has not been made yet. */
export function BankForm({ form, sheetId, first }: { form: FormState; sheetId: string; first: boolean }) {
  const t = useT();
  return (
    <form method="post" action={`/bureau/welfare/sheets/${sheetId}/file`}>
      <Field form={form} name="purpose" label={t("welfare.sheets.purpose")} maxLength={100} />
      <p className="actions notice-after"><Button kind={first ? "main" : "quiet"} name="form" value="csv">{t("welfare.sheets.csv")}</Button> <Button kind="quiet" name="form" value="xlsx">{t("welfare.sheets.xlsx")}</Button></p>
    </form>
  );
}
