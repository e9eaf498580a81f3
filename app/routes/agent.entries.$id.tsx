import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRegistrations } from "#app/data/read-models/agent-work.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.entry.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const [entry] = await readRegistrations(context.deps.pool, actor.userId!, { id: params.id ?? "" });
  return { entry: found(entry) };
}

export default function Entry() {
  const { entry } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t(`agent.entry.heading${entry.outcome}`, { name: entry.nameMasked })} crumbs={[{ href: "/agent", text: t("agent.title") }, { text: t("agent.entry.title") }]} />
      <div className="stack">
        <Notice><p>{t(entry.hasPhone ? "agent.entry.bySms" : "agent.entry.noPhone")}</p></Notice>
        <Facts rows={[[t("agent.fact.homeRegionCode"), name(entry.village)], [t("agent.entry.when"), formatInstant(entry.enteredAt, locale)], entry.ownWords !== null && [t("agent.entry.ownWords"), entry.ownWords]]} />
        <p className="actions"><LinkButton href="/agent/register" size="big">{t("agent.entry.next")}</LinkButton></p>
        <p className="actions"><LinkButton href={`/receipts/${entry.receiptId}`} kind="quiet">{t("agent.entry.receipt")}</LinkButton><LinkButton href={`/agent/people/${entry.personId}/forms`} kind="quiet">{t("agent.work.forms")}</LinkButton></p>
        <p><a className="row-link" href="/agent">{t("agent.entry.back")}</a></p>
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
