import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findSheetFor } from "#app/data/workfare/sheets.server.ts";
import { bankWorkbook } from "#app/platform/tables/bank-workbook.server.ts";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { type BankFile, makeBankFile, repeatBankFile } from "#app/usecases/workfare/bank-file.server.ts";
import { csvText } from "../ui/csv.ts";
import { translator } from "../ui/i18n/translate.ts";

/** The bank's list as a file. What stands against it is told on the sheet's own page. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const input = { ...values, sheetId: params.id };
  const file = values.fileNr === undefined ? await makeBankFile(context.deps, actor, input) : await repeatBankFile(context.deps, actor, input);
  if (file.ok) return asFile(file.value, values.kind === "csv" ? "csv" : "xlsx");
  orNotFound(file, "sheetId");
  return redirect(`/bureau/paysheets/${params.id}?refused=${file.problems[0]!.code}`, 303);
}

async function asFile({ projectName, nr, fileNr, lines, totalYuan }: BankFile, kind: "xlsx" | "csv"): Promise<Response> {
  const t = translator("zh");
  const head = [t("workfare.bank.nr"), t("workfare.bank.name"), t("workfare.bank.account"), t("workfare.bank.bank"), t("workfare.bank.amount")];
  const title = `${projectName}-${t("workfare.sheets.sheet", { nr })}-${fileNr}`;
  if (kind === "xlsx") return fileResponse(await bankWorkbook({ title, head, lines, total: { label: t("workfare.bank.total"), amount: totalYuan } }), "xlsx", title);
  return fileResponse(Buffer.from(csvText([head, ...lines.map((one) => [one.nr, one.name, one.account, one.bankName, one.amount])])), "csv", title);
}

/** Reloaded, or opened by hand: there is no file without a form. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return redirect(`/bureau/paysheets/${found(await findSheetFor(context.deps, actor, params.id ?? "")).sheet.id}`);
}
