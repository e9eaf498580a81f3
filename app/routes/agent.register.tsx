import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nameDifferences } from "#app/data/read-models/known-person.server.ts";
import { readRegisterForm } from "#app/data/read-models/register-form.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { phoneOwner } from "#app/platform/web/phone-owner.server.ts";
import { registerPerson } from "#app/usecases/persons/register-person.server.ts";
import type { FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import { KnownPerson } from "../ui/views/known-person.tsx";
import { PhoneQueue } from "../ui/views/phone-queue.tsx";
import { freshRegistration, RegisterForm } from "../ui/views/register-form.tsx";
import { differenceWords, type DifferenceWords } from "../ui/views/registration-words.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.form.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: agentStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const scope = found(actor.regionCode);
  const asked = new URL(request.url).searchParams.get("in");
  const view = await readRegisterForm(context.deps.pool, { userId: actor.userId!, scope, asked });
  return { view, values: freshRegistration(view, randomUUID()), owner: phoneOwner(actor.userId!), wide: scope.length < 9 };
}

type Sent = FormState & { known?: { version: string; movedOn: boolean; differences: DifferenceWords[] } };

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | Sent> {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const values = formValues(await readForm(request));
  const result = await registerPerson(context.deps, actor, values);
  if (!result.ok) return { values, problems: result.problems };
  if (result.value.state === "registered") return redirect(`/agent/entries/${result.value.registrationId}`);
  const { version, movedOn } = result.value;
  const differences = differenceWords(await nameDifferences(context.deps.pool, result.value), preferencesFromRequest(request).locale);
  return { values, problems: [], known: { version, movedOn, differences } };
}

export default function Register() {
  const { view, values, owner, wide } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Sent | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const here = wide && view.town ? `/agent/register?in=${view.town.code}` : "/agent/register";
  const crumbs = [{ href: "/agent", text: t("agent.title") }, { text: t("agent.form.title") }];
  if (sent?.known) {
    return (
      <>
        <PageHead title={t("agent.known.title")} crumbs={crumbs} />
        <KnownPerson values={sent.values} {...sent.known} action={here} />
        <p className="notice-after"><a href="/agent/register">{t("agent.known.leave")}</a></p>
      </>
    );
  }
  if (view.town === null) {
    return (
      <>
        <PageHead title={t("agent.place.title")} lead={t("agent.place.says")} crumbs={crumbs} />
        <ul className="places">{view.parts.map((one) => <li key={one.code}><a href={`/agent/register?in=${one.code}`}>{name(one.name)}</a></li>)}</ul>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("agent.form.heading")} lead={t("agent.form.lead")} crumbs={crumbs} />
      <noscript><p className="soft">{t("agent.needsScript")}</p></noscript>
      <RegisterForm form={sent ?? { values, problems: [] }} view={view} action={here} />
      <PhoneQueue owner={owner} locale={locale} />
      <script type="module" src="/enhance/agent/main.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
