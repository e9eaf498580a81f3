import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOperatorPlaces, readOperators } from "#app/data/read-models/operator-accounts.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openOperator } from "#app/usecases/accounts/keep-operators.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Fold, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { OperatorTag, PlaceFields, WorksFor } from "../ui/views/operator-account.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "operators.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const [operators, places] = await Promise.all([readOperators(context.deps, actor), readOperatorPlaces(context.deps, actor)]);
  return { operators, places, asked: { bodyId: query.get("body") ?? "", brandId: query.get("brand") ?? "" } };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await openOperator(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/operators/${result.value.userId}?done=opened`) : { values, problems: result.problems };
}

export default function Operators() {
  const { operators, places, asked } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm(asked);
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("operators.title")} lead={t("operators.says")} crumbs={[{ href: "/bureau", text: t("desk.title") }, { text: t("operators.title") }]} />
      {sent && <ErrorSummary form={sent} />}
      {operators.length === 0 ? <EmptyState title={t("operators.none")} says={t("operators.noneSays")} /> : (
        <Table file={tableFile("operators")} dense cards caption={t("operators.title")} rows={operators} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("operators.name"), rowHead: true, cell: (one) => <a className="row-link" href={`/bureau/operators/${one.id}`}>{one.displayName}</a> },
          { key: "username", head: t("operators.username"), cell: (one) => one.username },
          { key: "place", head: t("operators.place"), cell: (one) => <WorksFor of={one} /> },
          { key: "home", head: t("operators.home"), cell: (one) => name(one.home) },
          { key: "state", head: t("operators.state"), cell: (one) => <OperatorTag state={one.state} /> },
          { key: "last", head: t("operators.last"), cell: (one) => (one.invitation ? t("operators.sent", { at: formatInstant(one.invitation.createdAt, locale), phone: one.invitation.phoneMasked }) : "—") },
        ]} />
      )}
      <div className="section"><Fold summary={t("operators.add")} open={sent !== undefined || operators.length === 0 || asked.bodyId !== "" || asked.brandId !== ""}>
        <form method="post" className="stack">
          <PlaceFields form={form} places={places} />
          <Field form={form} name="displayName" label={t("operators.name")} hint={t("operators.nameHint")} maxLength={60} autoComplete="off" />
          <Field form={form} name="username" label={t("operators.username")} hint={t("operators.usernameHint")} maxLength={40} autoComplete="off" />
          <Field form={form} name="phone" label={t("operators.phone")} hint={t("operators.phoneHint")} inputMode="numeric" autoComplete="off" short />
          <p><Button>{t("operators.submit")}</Button></p>
        </form>
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
