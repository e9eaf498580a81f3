import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readIssuers } from "#app/data/read-models/issuer-pages.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { CERTIFICATE_KINDS } from "#app/domain/terms.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Fold, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { scopeOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CertificateLinks, IssuerTag } from "../ui/views/issuer-words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.issuers.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [issuers, regions] = await Promise.all([readIssuers(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { issuers, regions: { cities: regions.cities, counties: regions.counties }, scope: workRegion(actor), today: context.deps.clock.today() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const sent = await readForm(request);
  const values = { ...formValues(sent), kinds: sent.getAll("kinds").map(String) };
  const result = await approveIssuer(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/issuers/${result.value.issuerId}?saved=1`) : { values, problems: result.problems };
}

export default function Issuers() {
  const { issuers, regions, scope, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ regionCode: scope, validFrom: today });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("certificates.issuers.title")} lead={t("certificates.issuers.says")} crumbs={[{ href: "/bureau/certificates", text: t("profile.bureau.title") }, { text: t("certificates.issuers.title") }]}><CertificateLinks /></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {issuers.length === 0 ? <p className="soft">{t("certificates.issuers.none")}</p> : (
        <Table file={tableFile("certificate-issuers")} dense cards caption={t("certificates.issuers.title")} rows={issuers} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("certificates.issuers.name"), rowHead: true, cell: (one) => <a href={`/bureau/issuers/${one.id}`}>{one.name}</a> },
          { key: "region", head: t("certificates.issuers.region"), cell: (one) => name(one.region) },
          { key: "kinds", head: t("certificates.issuers.kinds"), cell: (one) => one.kinds.map((kind) => t(`terms.certificateKind.${kind}`)).join(t("certificates.issuers.comma")) },
          { key: "until", head: t("certificates.issuers.until"), cell: (one) => (one.validTo ? formatDay(one.validTo, locale) : t("certificates.issuers.open")) },
          { key: "state", head: t("certificates.issuers.state"), cell: (one) => <IssuerTag state={one.state} /> },
          { key: "issued", head: t("certificates.issuers.issued"), number: true, cell: (one) => formatCount(one.issued) },
          { key: "revoked", head: t("certificates.issuers.revoked"), number: true, cell: (one) => formatCount(one.revoked) },
        ]} />
      )}
      <div className="section"><Fold summary={t("certificates.issuers.add")} open={sent !== undefined}>
        <form method="post" className="stack">
          <Field form={form} name="name" label={t("certificates.issuers.name")} maxLength={80} />
          <Select form={form} name="regionCode" label={t("certificates.issuers.where")} options={scopeOptions(regions, scope, name, t)} />
          <ChoiceGroup form={form} name="kinds" kind="checkbox" legend={t("certificates.issuers.kinds")} options={CERTIFICATE_KINDS.map((kind) => ({ value: kind, text: t(`terms.certificateKind.${kind}`) }))} />
          <Field form={form} name="occupationPrefixes" label={t("certificates.issuers.occupations")} hint={t("certificates.issuers.occupationsHint")} maxLength={400} autoComplete="off" />
          <div className="field-row">
            <Field form={form} name="validFrom" label={t("certificates.issuers.from")} type="date" short />
            <Field form={form} name="validTo" label={t("certificates.issuers.to")} hint={t("certificates.issuers.toHint")} type="date" short />
          </div>
          <Field form={form} name="document" label={t("certificates.issuers.document")} maxLength={120} />
          <p><Button>{t("certificates.issuers.submit")}</Button></p>
        </form>
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
