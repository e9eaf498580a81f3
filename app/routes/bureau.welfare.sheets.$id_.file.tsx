import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { yuanText } from "#app/domain/money.ts";
import { rowsWorkbook } from "#app/platform/tables/rows-workbook.server.ts";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openBankFile } from "#app/usecases/welfare/bank-file.server.ts";
import { csvText } from "../ui/csv.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";

/** The bank's file, once it is said what for; what was wrong is told on the page that asks. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await openBankFile(context.deps, actor, { ...values, sheetId: params.id });
  if (!result.ok) {
    orNotFound(result, "sheetId");
    return redirect(`/bureau/welfare/sheets/${params.id}/bank?${new URLSearchParams({ problem: result.problems[0]!.code })}`);
  }
  const t = translator(localeFromRequest(request));
  const head = (["nr", "name", "bank", "account", "amount"] as const).map((key) => t(`welfare.sheets.file.${key}`));
  const { rows, month, form } = result.value;
  // an account number is text: as a number Excel would round it
  const cells = rows.map((one) => [String(one.nr), one.name, one.bankName, one.account, yuanText(one.amountFen)]);
  const name = `${t("welfare.sheets.bank")}-${month}`;
  return form === "xlsx" ? fileResponse(await rowsWorkbook(name, head, cells), "xlsx", name) : fileResponse(Buffer.from(csvText([head, ...cells])), "csv", name);
}
