import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSheets } from "#app/data/read-models/welfare-sheets.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { prepareSheet } from "#app/usecases/welfare/sheets.server.ts";
import { Button, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.sheets.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { ...(await readSheets(context.deps, actor)), month: context.deps.clock.today().slice(0, 7) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await prepareSheet(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/welfare/sheets/${result.value.sheetId}`) : { values, problems: result.problems };
}

export default function WelfareSheets() {
  const { sheets, towns, month } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? { values: { month, town: towns.length === 1 ? towns[0]!.code : "" }, problems: [] };
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("welfare.sheets.title")} lead={t("welfare.sheets.says")} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: t("welfare.sheets.title") }]} />
      <ErrorSummary form={form} />
      <form method="post">
        <div className="field-row">
          <Select form={form} name="town" label={t("welfare.sheets.town")} empty={t("common.choose")} options={towns.map((one) => ({ value: one.code, text: name(one.name) }))} />
          <Field form={form} name="month" short label={t("welfare.sheets.month")} hint={t("welfare.attendance.monthHint")} maxLength={7} />
        </div>
        <p className="notice-after"><Button>{t("welfare.sheets.prepare")}</Button></p>
      </form>
      <Section title={t("welfare.sheets.list")}>
        {sheets.length === 0 ? <p className="soft">{t("welfare.sheets.none")}</p> : (
          <Table
            cards caption={t("welfare.sheets.list")} file={tableFile("welfare-sheets")} rows={sheets} rowKey={(one) => one.id}
            columns={[
              { key: "month", head: t("welfare.sheets.month"), rowHead: true, cell: (one) => <a className="row-link" href={`/bureau/welfare/sheets/${one.id}`} aria-label={`${one.month} ${name(one.town)}`}>{one.month}</a> },
              { key: "town", head: t("welfare.sheets.town"), cell: (one) => name(one.town) },
              { key: "state", head: t("welfare.desk.state"), cell: (one) => t(`welfare.sheets.state.${one.state}`) },
              { key: "people", head: t("welfare.sheets.people"), number: true, cell: (one) => formatCount(one.people) },
              { key: "total", head: t("welfare.sheets.total"), number: true, cell: (one) => formatFen(one.totalFen) },
              { key: "failed", head: t("welfare.sheets.failed"), number: true, cell: (one) => formatCount(one.failed) },
            ]}
          />
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
