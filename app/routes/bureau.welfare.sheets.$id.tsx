import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSheet } from "#app/data/read-models/welfare-sheets.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { approveSheet, settleSheet } from "#app/usecases/welfare/sheets.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, TextArea, Tick } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BankForm } from "../ui/views/welfare/bank-form.tsx";
import { SheetLines } from "../ui/views/welfare/sheet.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.sheets.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { sheet: found(await readSheet(context.deps, actor, params.id ?? "")) };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const input = { ...values, sheetId: params.id };
  const result = values.intent === "settle" ? await settleSheet(context.deps, actor, input) : await approveSheet(context.deps, actor, input);
  orNotFound(result, "sheetId");
  return result.ok ? redirect(`/bureau/welfare/sheets/${params.id}`) : { values, problems: result.problems };
}

export default function WelfareSheet() {
  const { sheet } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const heading = t("welfare.sheets.heading", { town: name(sheet.town), month: sheet.month });
  const version = <input type="hidden" name="version" value={sheet.version} />;
  return (
    <>
      <PageHead title={heading} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { href: "/bureau/welfare/sheets", text: t("welfare.sheets.title") }, { text: sheet.month }]}>
        <p className="tags notice-after"><Tag tone={sheet.state === "SETTLED" ? "pine" : "loess"}>{t(`welfare.sheets.state.${sheet.state}`)}</Tag> <a href={`/bureau/welfare/sheets/${sheet.id}/board`}>{t("welfare.sheets.public")}</a></p>
      </PageHead>
      <ErrorSummary form={form} />
      {sheet.state === "PREPARED" && (
        <section className="panel">
          <p className="soft">{sheet.ownWork ? t("welfare.sheets.ownWork") : t("welfare.sheets.approveSays")}</p>
          {sheet.county && !sheet.ownWork && <form method="post">{version}<p className="notice-after"><Button name="intent" value="approve">{t("welfare.sheets.approve")}</Button></p></form>}
          <p className="notice-after"><a href="/bureau/welfare/sheets">{t("welfare.sheets.prepareAgain")}</a></p>
        </section>
      )}
      {(sheet.state === "APPROVED" || sheet.state === "SENT") && sheet.county && (
        <section className="panel">
          <h2>{t("welfare.sheets.bank")}</h2>
          <p>{t("welfare.sheets.bankSays", { n: sheet.transfers, yuan: formatFen(sheet.transferFen) })}</p>
          <BankForm form={emptyForm()} sheetId={sheet.id} first={sheet.state === "APPROVED"} />
        </section>
      )}
      {sheet.state === "SENT" && sheet.county && (
        <section className="panel">
          <h2>{t("welfare.sheets.settle")}</h2>
          <p className="soft">{t("welfare.sheets.settleSays")}</p>
          <form method="post" className="stack">
            {version}
            <TextArea form={form} name="answer" rows={4} label={t("welfare.sheets.answer")} maxLength={20_000} />
            <Tick form={form} name="sure" label={t("welfare.sheets.sure")} />
            <p><Button name="intent" value="settle">{t("welfare.sheets.settleSubmit")}</Button></p>
          </form>
        </section>
      )}
      <Section title={t("welfare.sheets.list")}><SheetLines sheet={sheet} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
