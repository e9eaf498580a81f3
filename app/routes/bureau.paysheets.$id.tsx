import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSheetPage } from "#app/data/read-models/pay-sheet-page.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { recordPayResults } from "#app/usecases/workfare/pay-results.server.ts";
import { approvePaySheet, discardPaySheet } from "#app/usecases/workfare/pay-sheets.server.ts";
import { emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatFen, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PayLines, SheetActs } from "../ui/views/workfare/pay-sheet.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.pay.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;
/** why there was no file for the bank */
const FILE_REFUSED = ["changed-meanwhile-shown", "sheet-not-approved", "publicity-runs", "no-payable-line", "no-line-sent", "purpose-needed", "too-long", "invalid"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const query = new URL(request.url).searchParams;
  return { view: found(await readSheetPage(context.deps, actor, params.id ?? "")), done: query.get("done"), refused: FILE_REFUSED.find((one) => one === query.get("refused")) ?? null, today: context.deps.clock.today() };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const input = { ...values, sheetId: params.id };
  const { deps } = context;
  const result = values.intent === "approve" ? await approvePaySheet(deps, actor, input) : values.intent === "discard" ? await discardPaySheet(deps, actor, input) : await recordPayResults(deps, actor, input);
  orNotFound(result, "sheetId", "lineId");
  if (!result.ok) return { values, problems: result.problems };
  return redirect("projectId" in result.value ? `/bureau/workfare/${result.value.projectId}?done=saved` : `/bureau/paysheets/${params.id}?done=${String(values.intent ?? "result") === "approve" ? "approved" : "saved"}`);
}

export default function PaySheetPage() {
  const { view, done, refused: noFile, today } = useLoaderData<typeof loader>();
  const sent = (useActionData<typeof action>() as FormState | undefined) ?? (noFile === null ? undefined : { values: {}, problems: [{ code: noFile }] });
  const t = useT();
  const locale = useLocale();
  const { sheet, project } = view;
  const withheld = view.lines.filter((one) => one.objection !== null).length;
  return (
    <>
      <PageHead title={t("workfare.pay.heading", { nr: sheet.nr })} lead={project.name} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { href: `/bureau/workfare/${project.id}`, text: project.name }, { text: t("workfare.sheets.sheet", { nr: sheet.nr }) }]}>
        <p className="tags notice-after"><Tag tone={sheet.state === "DONE" ? "pine" : "loess"}>{t(`workfare.sheets.states.${sheet.state}`)}</Tag>{view.publicity === "runs" && <Tag>{t("workfare.pay.publicUntil", { day: formatDay(sheet.publicUntil ?? "", locale) })}</Tag>}</p>
        <div className="actions"><LinkButton kind="quiet" href={`/bureau/paysheets/${sheet.id}/public`}>{t("workfare.pay.publicity")}</LinkButton></div>
      </PageHead>
      {done !== null && !sent && <Notice><p>{t(done === "approved" ? "workfare.pay.approved" : "workfare.saved")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      <Facts rows={[
        [t("workfare.pay.total"), <strong key="t" className="num">{formatFen(sheet.totalFen)} {t("workfare.yuan")}</strong>], [t("workfare.pay.people"), view.lines.length], [t("workfare.pay.madeBy"), `${view.madeBy} · ${formatInstant(sheet.madeAt, locale)}`],
        sheet.approvedAt !== null && [t("workfare.pay.approvedBy"), `${view.approvedBy} · ${formatInstant(sheet.approvedAt, locale)}`],
      ]} />
      {withheld > 0 && <div className="notice-after"><Notice kind="counted"><p>{t("workfare.pay.withheld", { count: withheld, n: withheld })} <a href={`/bureau/workfare/${project.id}/crew`}>{t("workfare.pay.fixAccounts")}</a></p></Notice></div>}
      <div className="section"><SheetActs view={view} form={sent ?? emptyForm()} today={today} /></div>
      <Section title={t("workfare.pay.lines")} says={t("workfare.pay.linesSays")}><PayLines file={tableFile("pay-lines", { sheet: view.sheet.id })} view={view} form={sent ?? emptyForm()} today={today} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
