import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAgentWork, readRegistrations } from "#app/data/read-models/agent-work.server.ts";
import { regionNames } from "#app/data/read-models/names.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { phoneOwner } from "#app/platform/web/phone-owner.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import { PhoneQueue } from "../ui/views/phone-queue.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: agentStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const scope = found(actor.regionCode);
  const page = Number(new URL(request.url).searchParams.get("page")) || 1;
  const [work, recent, names] = await Promise.all([
    readAgentWork(context.deps.pool, { regionCode: scope, page: Math.min(Math.max(1, Math.trunc(page)), 10_000) }),
    readRegistrations(context.deps.pool, actor.userId!),
    regionNames(context.deps.pool, [scope]),
  ]);
  return { work, recent, region: names.get(scope) ?? { zh: "", en: "" }, owner: phoneOwner(actor.userId!) };
}

export default function Agent() {
  const { work, recent, region, owner } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("agent.heading", { place: name(region) })}>
        <p className="actions"><LinkButton href="/agent/register" size="big">{t("agent.register")}</LinkButton></p>
      </PageHead>
      <noscript><p className="soft">{t("agent.needsScript")}</p></noscript>
      <PhoneQueue owner={owner} locale={locale} />
      <Section title={t("agent.work.title")} says={t("agent.work.says", { total: formatCount(work.total), seeking: formatCount(work.seeking), unfinished: formatCount(work.unfinished) })}>
        {work.people.length === 0 ? <EmptyState title={t("agent.work.none")} says={t("agent.work.noneSays")} /> : (
          <Table
            caption={t("agent.work.title")} cards rows={work.people} rowKey={(row) => row.id}
            columns={[
              { key: "name", head: t("agent.fact.name"), rowHead: true, cell: (row) => row.nameMasked },
              { key: "village", head: t("agent.fact.homeRegionCode"), cell: (row) => name(row.village) },
              { key: "state", head: t("agent.work.state"), cell: (row) => <span>{row.proposal && <><Tag tone="loess">{t("agent.work.proposal")}</Tag> </>}<Tag tone={row.state === "seeking" ? "pine" : undefined}>{t(`agent.work.${row.state}`)}</Tag></span> },
              { key: "missing", head: t("agent.work.missing"), cell: (row) => (row.missing.length === 0 ? t("agent.work.complete") : row.missing.map((one) => t(`agent.work.no${one}`)).join(t("common.listed"))) },
              { key: "forms", head: t("agent.work.do"), cell: (row) => <span>{row.proposal && <><a className="row-link" href="/acting/consent" aria-label={`${t("agent.work.answer")}${t("common.colon")}${row.nameMasked}`}>{t("agent.work.answer")}</a> · </>}<a className="row-link" href={`/agent/people/${row.id}/forms`} aria-label={`${t("agent.work.forms")}${t("common.colon")}${row.nameMasked}`}>{t("agent.work.forms")}</a> · <a className="row-link" href={`/agent/people/${row.id}/claims`} aria-label={`${t("claims.forPerson")}${t("common.colon")}${row.nameMasked}`}>{t("claims.forPerson")}</a></span> },
            ]}
          />
        )}
        <Pagination page={work.page} pages={work.pages} href={(page) => `/agent?page=${page}`} />
        <p className="notice-after"><LinkButton href="/agent/roster" kind="quiet">{t("agent.roster.link")}</LinkButton></p>
      </Section>
      <Section title={t("agent.recent.title")} id="recent">
        {recent.length === 0 ? <p className="soft">{t("agent.recent.none")}</p> : (
          <ul className="recent" data-recent="">
            {recent.map((one) => (
              <li key={one.id}><a href={`/agent/entries/${one.id}`}>{one.nameMasked}</a> <span className="soft">{name(one.village)} · {t(`agent.outcome.${one.outcome}`)} · {formatInstant(one.recordedAt, locale)}</span></li>
            ))}
          </ul>
        )}
      </Section>
      <script type="module" src="/enhance/agent/main.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
