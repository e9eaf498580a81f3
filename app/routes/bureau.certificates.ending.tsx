import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readEndingCertificates } from "#app/data/read-models/ending-certificates.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CertificateLinks } from "../ui/views/issuer-words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.ending.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const page = Math.min(10_000, Math.max(1, Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1));
  return readEndingCertificates(context.deps, actor, page);
}

export default function EndingCertificates() {
  const { marks, certificates, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const days = { days: marks.first ?? "—", last: marks.last ?? "—" };
  return (
    <>
      <PageHead title={t("certificates.ending.title")} lead={t("certificates.ending.says", days)} crumbs={[{ href: "/bureau/certificates", text: t("profile.bureau.title") }, { text: t("certificates.ending.title") }]}><CertificateLinks /></PageHead>
      {certificates.length === 0 ? <EmptyState title={t("certificates.ending.none", days)} /> : (
        <Table file={tableFile("ending-certificates")} dense cards caption={t("certificates.ending.title")} rows={certificates} rowKey={(one) => one.id} columns={[
          { key: "holder", head: t("profile.bureau.holder"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "home", head: t("profile.bureau.home"), cell: (one) => name(one.home) },
          { key: "what", head: t("profile.bureau.certificate"), cell: (one) => <a href={`/bureau/certificates/${one.id}`}>{[name(one.occupation), one.level && t(`terms.skillLevel.${one.level}`), t(`terms.certificateKind.${one.kind}`)].filter(Boolean).join(" · ")}</a> },
          { key: "issuer", head: t("profile.bureau.issuer"), cell: (one) => one.issuer },
          { key: "until", head: t("profile.certificates.expiresOn"), cell: (one) => formatDay(one.expiresOn, locale) },
          { key: "left", head: t("certificates.ending.left"), number: true, cell: (one) => t("certificates.ending.leftDays", { n: one.daysLeft }) },
          { key: "told", head: t("certificates.ending.told"), number: true, cell: (one) => t("certificates.ending.times", { n: one.told }) },
        ]} />
      )}
      <Pagination page={page} pages={pageCount} href={(to) => `/bureau/certificates/ending?page=${to}`} />
    </>
  );
}

export const ErrorBoundary = PageError;
