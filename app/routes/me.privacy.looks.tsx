import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readLooks } from "#app/data/read-models/privacy-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.looks.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const page = Math.min(10_000, Math.max(1, Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1));
  return readLooks(context.deps.pool, actor.personId ?? "", page);
}

export default function Looks() {
  const { looks, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("profile.looks.title")} lead={t("profile.looks.says")} crumbs={[{ href: "/me/privacy", text: t("profile.privacy.title") }, { text: t("profile.looks.title") }]} />
      {looks.length === 0 ? (
        <EmptyState title={t("profile.looks.none")} />
      ) : (
        <Table
          cards
          caption={t("profile.looks.title")}
          rows={looks}
          rowKey={(one) => one.id}
          columns={[
            { key: "who", head: t("profile.looks.who"), rowHead: true, cell: (one) => {
              const role = t(`terms.role.${one.role}`);
              if (!one.organisation || one.role === "SYSTEM") return role;
              return one.role === "EMPLOYER" ? name(one.organisation) : t("profile.looks.bureau", { place: name(one.organisation), role });
            } },
            { key: "when", head: t("profile.looks.when"), cell: (one) => formatInstant(one.at, locale) },
            { key: "what", head: t("profile.looks.what"), cell: (one) => <>{findText(locale, `profile.act.${one.action}`) ?? t("profile.looks.other")}{one.refused && <span className="faint"> · {t("profile.looks.refused")}</span>}</> },
          ]}
        />
      )}
      <Pagination page={page} pages={pageCount} href={(to) => `/me/privacy/looks?page=${to}`} />
    </>
  );
}

export const ErrorBoundary = PageError;
