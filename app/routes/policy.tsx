import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { regionNames } from "#app/data/read-models/names.server.ts";
import { readPolicyTable } from "#app/data/read-models/policy-table.server.ts";
import { isInRange } from "#app/domain/dates.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { inChinese, policyValue } from "../ui/policy-value.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "policy.heading");

export async function loader({ context }: LoaderFunctionArgs) {
  const { today, rows } = await readPolicyTable(context.deps);
  const names = await regionNames(context.deps.pool, rows.map((row) => row.regionCode).filter((code) => code !== ""));
  return { today, rows: rows.map((row) => ({ ...row, area: names.get(row.regionCode) ?? null })) };
}

export default function Policy() {
  const { today, rows } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const own = (text: string) => (locale === "zh" ? inChinese(text) : text);
  return (
    <>
      <PageHead title={t("policy.heading")} lead={t("policy.says")} />
      {rows.length === 0 ? (
        <EmptyState title={t("policy.none")} />
      ) : (
        <Table
          file={tableFile("policy")}
          dense
          cards
          caption={t("policy.title")}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "key", head: t("policy.key"), rowHead: true, cell: (row) => findText(locale, `policy.keys.${row.key.replaceAll(".", "_")}`) ?? row.key },
            { key: "value", head: t("policy.value"), cell: (row) => <strong>{policyValue(row, locale)}</strong> },
            { key: "area", head: t("policy.area"), cell: (row) => (row.area ? name(row.area) : t("policy.wholeProvince")) },
            { key: "state", head: t("policy.inForce"), cell: (row) => (isInRange(today, row.validFrom, row.validTo) ? <Tag tone="pine">{t("policy.inForce")}</Tag> : <Tag>{row.validFrom > today ? t("policy.future") : t("policy.past")}</Tag>) },
            { key: "from", head: t("policy.from"), number: true, cell: (row) => formatDayShort(row.validFrom) },
            { key: "to", head: t("policy.to"), number: true, cell: (row) => (row.validTo ? formatDayShort(row.validTo) : t("policy.open")) },
            { key: "source", head: t("policy.source"), cell: (row) => <span lang="zh-CN">{[own(row.source), row.article && t("policy.article", { n: row.article }), row.documentNumber].filter(Boolean).join(" ")}{row.note && <><br /><span className="faint">{own(row.note)}</span></>}</span> },
            { key: "certainty", head: t("policy.certainty"), cell: (row) => t(`policy.certain.${row.certainty}`) },
          ]}
        />
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
