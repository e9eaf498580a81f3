import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRegisterForm } from "#app/data/read-models/register-form.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { phoneOwner } from "#app/platform/web/phone-owner.server.ts";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import { PhoneQueue } from "../ui/views/phone-queue.tsx";
import { freshRegistration, RegisterForm } from "../ui/views/register-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.offline.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: agentStyles }];

/** The page a phone keeps for when there is no signal: the form, villages and trades, and nobody's data. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const view = await readRegisterForm(context.deps.pool, { userId: actor.userId!, scope: found(actor.regionCode), asked: null });
  return { view, values: freshRegistration(view, ""), owner: phoneOwner(actor.userId!) };
}

export default function Offline() {
  const { view, values, owner } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("agent.offline.heading")} lead={t("agent.offline.lead")} />
      <noscript><p className="soft">{t("agent.needsScript")}</p></noscript>
      {view.town === null ? <Notice kind="counted"><p>{t("agent.offline.wide")}</p></Notice> : <RegisterForm form={{ values, problems: [] }} view={view} action="/agent/register" />}
      <PhoneQueue owner={owner} locale={locale} />
      <script type="module" src="/enhance/agent/main.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
