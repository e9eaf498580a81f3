import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type PurposeView, readConsents } from "#app/data/read-models/privacy-pages.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { setConsent } from "#app/usecases/privacy/set-consent.server.ts";
import { Button, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.privacy.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { purposes: await readConsents(context.deps.pool, actor.personId ?? ""), done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await setConsent(context.deps, actor, { purpose: values.purpose, decision: values.decision });
  return result.ok ? redirect(`/me/privacy?done=${values.purpose === "SERVICE" && values.decision === "give" ? "service" : "1"}`) : { values, problems: result.problems };
}

export default function Privacy() {
  const { purposes, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  return (
    <>
      <PageHead title={t("profile.privacy.heading")} lead={t("profile.privacy.lead")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("profile.privacy.title") }]} />
      {sent && <ErrorSummary form={sent} />}
      {done !== null && !sent && <Notice><p>{t("profile.privacy.done")}</p>{done === "service" && <p>{t("profile.privacy.seekAgain")} <a href="/me/wish">{t("me.wishEdit")}</a></p>}</Notice>}
      <Section title={t("profile.privacy.consents")}>{purposes.map((one) => <Purpose key={one.purpose} view={one} />)}</Section>
      <Section title={t("profile.privacy.looks")} says={t("profile.privacy.looksSays")}><LinkButton href="/me/privacy/looks" kind="quiet">{t("profile.privacy.looksLink")}</LinkButton></Section>
      <Section title={t("profile.privacy.download")} says={t("profile.privacy.downloadSays")}>
        <div className="actions"><LinkButton href="/me/privacy/download?form=html" kind="quiet">{t("profile.privacy.html")}</LinkButton><LinkButton href="/me/privacy/download" kind="quiet">{t("profile.privacy.json")}</LinkButton></div>
      </Section>
      <Section title={t("profile.privacy.remove")} says={t("profile.privacy.removeSays")}><p><a href="/me/privacy/delete">{t("profile.privacy.removeLink")}</a></p></Section>
    </>
  );
}

type Wire<T> = T extends Date ? Date | string : T extends (infer One)[] ? Wire<One>[] : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;

function Purpose({ view }: { view: Wire<PurposeView> }) {
  const t = useT();
  const locale = useLocale();
  const [latest, ...earlier] = view.history;
  const line = (row: Wire<PurposeView["history"][number]>) =>
    row.refusal
      ? t("profile.privacy.refused", { day: formatInstant(row.givenAt, locale), how: t(`profile.how.${row.how}`) })
      : [t("profile.privacy.given", { day: formatInstant(row.givenAt, locale), how: t(`profile.how.${row.how}`) }), row.withdrawnAt && t("profile.privacy.withdrawn", { day: formatInstant(row.withdrawnAt, locale) })].filter(Boolean).join(" · ");
  const purpose = t(`profile.purpose.${view.purpose}`);
  return (
    <div className="purpose">
      <h3>{purpose}</h3>
      <p className="soft">{t(`profile.purposeSays.${view.purpose}`)}</p>
      <p><Tag tone={view.allowed ? "pine" : "danger"}>{t(view.allowed ? "profile.privacy.allowed" : "profile.privacy.notAllowed")}</Tag> {latest ? line(latest) : view.byDuty ? t("profile.privacy.byDuty") : ""}</p>
      {earlier.length > 0 && <Fold summary={t("profile.privacy.history")}><ul>{earlier.map((row) => <li key={String(row.givenAt)}>{line(row)}</li>)}</ul></Fold>}
      <form method="post">
        <input type="hidden" name="purpose" value={view.purpose} />
        <input type="hidden" name="decision" value={view.allowed ? "withdraw" : "give"} />
        <Button kind="quiet">{t(view.allowed ? "profile.privacy.withdrawThis" : "profile.privacy.giveThis", { purpose })}</Button>
      </form>
    </div>
  );
}

export const ErrorBoundary = PageError;
