import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readWaitingCertificates } from "#app/data/read-models/bureau-certificates.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, Notice, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CertificateLinks } from "../ui/views/issuer-words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.bureau.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return { view: await readWaitingCertificates(context.deps, actor, page), done: query.has("done") };
}

export default function BureauCertificates() {
  const { view, done } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("profile.bureau.heading")} lead={t("profile.bureau.says")}><p className="notice-after">{t("profile.bureau.waiting", { n: formatCount(view.total) })}</p><CertificateLinks /></PageHead>
      {done && <Notice><p>{t("profile.bureau.decided")}</p></Notice>}
      {view.certificates.length === 0 ? (
        <EmptyState title={t("profile.bureau.none")} />
      ) : (
        <Table
          file={tableFile("certificates")}
          dense
          cards
          caption={t("profile.bureau.title")}
          rows={view.certificates}
          rowKey={(one) => one.id}
          columns={[
            { key: "holder", head: t("profile.bureau.holder"), rowHead: true, cell: (one) => one.nameMasked },
            { key: "home", head: t("profile.bureau.home"), cell: (one) => name(one.home) },
            { key: "what", head: t("profile.bureau.certificate"), cell: (one) => <span>{name(one.occupation)}{one.level && ` · ${t(`terms.skillLevel.${one.level}`)}`}<br /><span className="faint">{t(`terms.certificateKind.${one.kind}`)}</span></span> },
            { key: "issuer", head: t("profile.bureau.issuer"), cell: (one) => one.issuer },
            { key: "at", head: t("profile.bureau.at"), cell: (one) => formatDay(one.recordedAt, locale) },
            { key: "photos", head: t("profile.bureau.photos"), cell: (one) => <span>{one.photos > 0 ? t("profile.bureau.count", { n: one.photos }) : "—"}{one.again && <> <Tag tone="loess">{t("profile.bureau.again")}</Tag></>}</span> },
            { key: "open", head: t("profile.bureau.decide"), cell: (one) => <a className="button quiet small" href={`/bureau/certificates/${one.id}`} aria-label={`${t("profile.bureau.open")} ${one.nameMasked} ${name(one.occupation)}`}>{t("profile.bureau.open")}</a> },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pageCount} href={(page) => `/bureau/certificates?page=${page}`} />
    </>
  );
}

export const ErrorBoundary = PageError;
