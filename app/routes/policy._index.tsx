import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRuleBook, type RuleBookView } from "#app/data/read-models/rule-book-pages.server.ts";
import { RULE_GROUPS, ruleGroup } from "#app/domain/policy/groups.ts";
import { EmptyState, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { inChinese, policyValue } from "../ui/policy-value.ts";
import { DraftTable, keyName } from "../ui/views/rule-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "policy.heading");

export async function loader({ context }: LoaderFunctionArgs) {
  const officer = context.actor !== null && (context.actor.role === "OFFICER" || context.actor.role === "ADMIN");
  return { ...(await readRuleBook(context.deps, context.actor)), officer };
}

export default function Policy() {
  const { keys, drafts, officer } = useLoaderData<typeof loader>();
  const t = useT();
  const groups = RULE_GROUPS.map((group) => ({ group, keys: keys.filter((one) => ruleGroup(one.key) === group) })).filter((one) => one.keys.length > 0);
  return (
    <>
      <PageHead title={t("policy.heading")} lead={t("policy.says")}><p className="notice-after"><a href="/policy/regimes">{t("rules.regimes")}</a></p></PageHead>
      {officer && (
        <Section title={t("rules.drafts")} says={t("rules.draftsSays")}>
          {drafts.length === 0 ? <p className="soft">{t("rules.draftsNone")}</p> : <DraftTable drafts={drafts} withKey file={tableFile("rule-drafts")} />}
        </Section>
      )}
      {keys.length === 0 ? (
        <EmptyState title={t("policy.none")} />
      ) : (
        <>
          <p className="chips section">{groups.map(({ group }) => <a key={group} href={`#${group}`}>{t(`rules.group.${group}`)}</a>)}</p>
          {groups.map(({ group, keys: own }) => <Section key={group} id={group} title={t(`rules.group.${group}`)}><KeyTable keys={own} caption={t(`rules.group.${group}`)} /></Section>)}
          <TableFileLink file={tableFile("policy")} of={t("policy.title")} />
        </>
      )}
    </>
  );
}

function KeyTable({ keys, caption }: { keys: RuleBookView["keys"]; caption: string }) {
  const t = useT();
  const locale = useLocale();
  const own = (text: string) => (locale === "zh" ? inChinese(text) : text);
  return (
    <Table dense cards caption={caption} rows={keys} rowKey={(one) => one.key} columns={[
      { key: "key", head: t("policy.key"), rowHead: true, cell: (one) => <a href={`/policy/${one.key}`}>{keyName(one.key, locale)}</a> },
      { key: "value", head: t("policy.value"), cell: (one) => (one.inForce ? <strong>{policyValue(one.inForce, locale)}</strong> : "—") },
      { key: "from", head: t("policy.from"), number: true, cell: (one) => (one.inForce ? formatDayShort(one.inForce.validFrom) : "—") },
      { key: "source", head: t("policy.source"), cell: (one) => (one.inForce ? <span lang="zh-CN">{[own(one.inForce.source), one.inForce.article && t("policy.article", { n: one.inForce.article }), one.inForce.documentNumber].filter(Boolean).join(" ")}</span> : "—") },
      { key: "certainty", head: t("policy.certainty"), cell: (one) => (one.inForce === null ? "—" : one.inForce.certainty === "MEMORY" ? <Tag tone="loess">{t("policy.certain.MEMORY")}</Tag> : t(`policy.certain.${one.inForce.certainty}`)) },
      { key: "rows", head: t("rules.rows"), cell: (one) => { const areas = new Set(one.rows.map((row) => row.regionCode).filter((code) => code !== "" && code !== "140000")).size; return <span>{t("rules.rowsCount", { n: one.rows.length })}{areas > 0 && <> · {t("rules.own", { n: areas })}</>}</span>; } },
    ]} />
  );
}

export const ErrorBoundary = PageError;
