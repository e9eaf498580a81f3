import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LACKS } from "#app/data/certificates/certified.server.ts";
import { readLacking } from "#app/data/read-models/certified-page.server.ts";
import { dayIn } from "#app/platform/web/day-query.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.certified.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const lack = LACKS.find((one) => one === query.get("lack")) ?? "ANY";
  return { ...found(await readLacking(context.deps, actor, params.county ?? "", { day: dayIn(query, context.deps.clock.today()), lack, page })), lack, lacks: LACKS };
}

export default function Lacking() {
  const { county, day, page, pageCount, total, people, lack, lacks } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const at = (to: string, more = "") => `/bureau/certified/${county.code}?lack=${to}&day=${day}${more}`;
  return (
    <>
      <PageHead title={`${name(county.name)} · ${t(`certificates.certified.${lack}`)}`} lead={t("certificates.certified.peopleSays", { day: formatDay(day, locale), n: formatCount(total) })} crumbs={[{ href: "/bureau", text: t("desk.title") }, { href: `/bureau/certified?region=${county.code}&day=${day}`, text: t("certificates.certified.title") }, { text: name(county.name) }]}>
        <p className="chips notice-after">{lacks.map((one) => <a key={one} href={at(one)} aria-current={one === lack ? "page" : undefined}>{t(`certificates.certified.${one}`)}</a>)}</p>
      </PageHead>
      {people.length === 0 ? <EmptyState title={t("certificates.certified.nobody")} /> : (
        <Table file={tableFile("uncertified-people", { county: county.code, day, lack })} dense cards caption={t(`certificates.certified.${lack}`)} rows={people} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("board.countyPage.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "home", head: t("board.countyPage.home"), cell: (one) => name(one.home) },
          { key: "group", head: t("certificates.certified.group"), cell: (one) => t(one.monitored ? "certificates.certified.isMonitored" : "certificates.certified.isLifted") },
        ]} />
      )}
      <Pagination page={page} pages={pageCount} href={(to) => at(lack, `&page=${to}`)} />
    </>
  );
}

export const ErrorBoundary = PageError;
