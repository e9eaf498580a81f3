import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { yuanText } from "#app/domain/welfare/bank.ts";
import { rowsWorkbook } from "#app/platform/tables/rows-workbook.server.ts";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openBankFile } from "#app/usecases/welfare/bank-file.server.ts";
import { Button, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { csvText } from "../ui/csv.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { useT } from "../ui/i18n/context.tsx";
import { translator } from "../ui/i18n/translate.ts";

/** Nothing stands here until a purpose is named: back to the sheet. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/bureau/welfare/sheets/${params.id}`);
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await openBankFile(context.deps, actor, { ...values, sheetId: params.id });
  if (!result.ok) {
    if (result.problems.some((one) => one.code === "not-found" || one.field === "sheetId")) throw new Response(null, { status: 404 });
    return { values, problems: result.problems };
  }
  const t = translator(localeFromRequest(request));
  const head = (["nr", "name", "bank", "account", "amount"] as const).map((key) => t(`welfare.sheets.file.${key}`));
  const { rows, month, form } = result.value;
  // an account number is text: as a number Excel would round it
  const cells = rows.map((one) => [String(one.nr), one.name, one.bankName, one.account, yuanText(one.amountFen)]);
  const name = `${t("welfare.sheets.bank")}-${month}`;
  if (form === "xlsx") return fileResponse(await rowsWorkbook(name, head, cells), "xlsx", name);
  return new Response(csvText([head, ...cells]), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="bank-${month}.csv"`, "Cache-Control": "no-store" } });
}

/** What was wrong with the purpose, to be sent again. */
export default function BankFile() {
  const form = (useActionData<typeof action>() as FormState | undefined) ?? { values: {}, problems: [] };
  const t = useT();
  return (
    <>
      <PageHead title={t("welfare.sheets.bank")} crumbs={[{ href: "/bureau/welfare/sheets", text: t("welfare.sheets.title") }, { text: t("welfare.sheets.bank") }]} />
      <ErrorSummary form={form} />
      <form method="post">
        <Field form={form} name="purpose" label={t("welfare.sheets.purpose")} maxLength={120} />
        <p className="actions notice-after"><Button name="form" value="csv">{t("welfare.sheets.csv")}</Button> <Button kind="quiet" name="form" value="xlsx">{t("welfare.sheets.xlsx")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
