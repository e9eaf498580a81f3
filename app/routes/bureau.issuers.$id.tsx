import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readIssuer } from "#app/data/read-models/issuer-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { suspendIssuer } from "#app/usecases/certificates/suspend-issuer.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, TextArea } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CertificateLinks, IssuerTag } from "../ui/views/issuer-words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.issuers.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return { ...found(await readIssuer(context.deps, actor, params.id ?? "", page)), saved: query.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  if (values.intent !== "suspend") return { values, problems: [{ code: "invalid" }] };
  const result = await suspendIssuer(context.deps, actor, { ...values, issuerId: params.id });
  if (result.ok) return redirect(`/bureau/issuers/${params.id}?saved=1`);
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function Issuer() {
  const { issuer, issued, page, pageCount, total, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={issuer.name} crumbs={[{ href: "/bureau/certificates", text: t("profile.bureau.title") }, { href: "/bureau/issuers", text: t("certificates.issuers.title") }, { text: issuer.name }]}><CertificateLinks /></PageHead>
      <ErrorSummary form={form} />
      {saved && !sent && <div className="notice-before"><Notice><p>{t("certificates.issuers.saved")}</p></Notice></div>}
      {issuer.suspendedAt !== null && <div className="notice-before"><Notice kind="danger"><p>{t("certificates.issuers.suspendedAt", { at: formatInstant(issuer.suspendedAt, locale), reason: issuer.suspendedReason ?? "" })}</p></Notice></div>}
      <Facts rows={[
        [t("certificates.issuers.state"), <IssuerTag key="state" state={issuer.state} />],
        [t("certificates.issuers.where"), name(issuer.region)],
        [t("certificates.issuers.kinds"), issuer.kinds.map((kind) => t(`terms.certificateKind.${kind}`)).join(t("certificates.issuers.comma"))],
        [t("certificates.issuers.occupations"), issuer.occupationPrefixes.length === 0 ? t("certificates.issuers.all") : issuer.occupationPrefixes.join(t("certificates.issuers.comma"))],
        [t("certificates.issuers.from"), formatDay(issuer.validFrom, locale)],
        [t("certificates.issuers.until"), issuer.validTo ? formatDay(issuer.validTo, locale) : t("certificates.issuers.open")],
        [t("certificates.issuers.document"), issuer.document],
      ]} />
      <Section title={t("certificates.issuers.list")} says={t("certificates.issuers.listSays")}>
        {issued.length === 0 ? <p className="soft">{t("certificates.issuers.noneIssued")}</p> : (
          <Table file={tableFile("issued-certificates", { issuer: issuer.id })} dense cards caption={`${t("certificates.issuers.list")} ${formatCount(total)}`} rows={issued} rowKey={(one) => one.id} columns={[
            { key: "number", head: t("profile.certificates.number"), rowHead: true, cell: (one) => <a href={`/bureau/certificates/${one.id}`}>{one.number}</a> },
            { key: "holder", head: t("profile.bureau.holder"), cell: (one) => one.nameMasked },
            { key: "home", head: t("profile.bureau.home"), cell: (one) => name(one.home) },
            { key: "what", head: t("profile.bureau.certificate"), cell: (one) => [name(one.occupation), one.level && t(`terms.skillLevel.${one.level}`), t(`terms.certificateKind.${one.kind}`)].filter(Boolean).join(" · ") },
            { key: "on", head: t("profile.certificates.issuedOn"), cell: (one) => formatDay(one.issuedOn, locale) },
            { key: "until", head: t("profile.certificates.expiresOn"), cell: (one) => (one.expiresOn ? formatDay(one.expiresOn, locale) : t("me.noExpiry")) },
            { key: "state", head: t("me.state"), cell: (one) => (one.revokedAt === null ? <Tag tone="pine">{t("certificates.issuers.holds")}</Tag> : <><Tag tone="danger">{t("certificates.check.revoked")}</Tag> {one.revokedReason}</>) },
          ]} />
        )}
        <Pagination page={page} pages={pageCount} href={(to) => `/bureau/issuers/${issuer.id}?page=${to}`} />
      </Section>
      {issuer.own && issuer.suspendedAt === null && (
        <Section title={t("certificates.issuers.suspend")} says={t("certificates.issuers.suspendSays")}>
          <form method="post" className="stack">
            <TextArea form={form} name="reason" rows={2} maxLength={300} label={t("certificates.issuers.reason")} />
            <p><Button kind="danger" name="intent" value="suspend">{t("certificates.issuers.suspend")}</Button></p>
          </form>
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
