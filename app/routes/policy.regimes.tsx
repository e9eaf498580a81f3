import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRegimes, type RegimesView } from "#app/data/read-models/rule-book-pages.server.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { Fold, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { policyValue } from "../ui/policy-value.ts";
import { keyName } from "../ui/views/rule-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "rules.regime.title");

export async function loader({ context }: LoaderFunctionArgs) {
  return readRegimes(context.deps);
}

export default function Regimes() {
  const { lines, regularYear } = useLoaderData<typeof loader>();
  const t = useT();
  const [changed, same] = [lines.filter((line) => line.change !== "SAME"), lines.filter((line) => line.change === "SAME")];
  return (
    <>
      <PageHead title={t("rules.regime.heading")} lead={t("rules.regime.says", { year: regularYear })} crumbs={[{ href: "/policy", text: t("rules.book") }, { text: t("rules.regime.title") }]}>
        <p className="soft">{t("rules.regime.count", { n: changed.length, same: same.length })}</p>
      </PageHead>
      <RegimeTable lines={changed} year={regularYear} />
      <div className="notice-after"><Fold summary={t("rules.regime.same")}><RegimeTable lines={same} year={regularYear} /></Fold></div>
      <TableFileLink file={tableFile("regimes")} of={t("rules.regime.title")} />
    </>
  );
}

function RegimeTable({ lines, year }: { lines: RegimesView["lines"]; year: number }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const side = (row: PolicyParameter | null) => (row === null ? <span className="faint">{t("rules.regime.none")}</span> : (
    <span>{policyValue(row, locale)}<br /><span className="faint">{[row.documentNumber, t("rules.regime.since", { day: formatDay(row.validFrom, locale) }), row.certainty === "MEMORY" && t("policy.certain.MEMORY")].filter(Boolean).join(" · ")}</span></span>
  ));
  return (
    <Table dense cards caption={t("rules.regime.title")} rows={lines} rowKey={(line) => `${line.key} ${line.regionCode}`} columns={[
      { key: "key", head: t("rules.regime.key"), rowHead: true, cell: (line) => <><a href={`/policy/${line.key}`}>{keyName(line.key, locale)}</a>{line.area && <> · {name(line.area)}</>}</> },
      { key: "transition", head: t("rules.regime.transition"), cell: (line) => side(line.transition) },
      { key: "regular", head: t("rules.regime.regular", { year }), cell: (line) => side(line.regular) },
      { key: "change", head: t("rules.regime.change"), cell: (line) => <Tag tone={line.change === "SAME" ? undefined : "loess"}>{t(`rules.regime.changes.${line.change}`)}</Tag> },
    ]} />
  );
}

export const ErrorBoundary = PageError;
