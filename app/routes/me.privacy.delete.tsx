import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasActivePlacement } from "#app/data/read-models/privacy-pages.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { deletePerson } from "#app/usecases/privacy/delete-person.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, LinkButton, Tick } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.remove.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { active: await hasActivePlacement(context.deps.pool, actor.personId ?? "") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await deletePerson(context.deps, actor, values);
  if (!result.ok) return { values, problems: result.problems };
  return redirect("/goodbye", { headers: { "Set-Cookie": await context.endSession() } });
}

export default function DeleteMe() {
  const { active } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("profile.remove.heading")} lead={t("profile.remove.lead")} crumbs={[{ href: "/me/privacy", text: t("profile.privacy.title") }, { text: t("profile.remove.title") }]}>
        <p className="notice-after"><a href="/me/privacy">{t("profile.remove.first")}</a></p>
      </PageHead>
      <ErrorSummary form={form} />
      {active && <Notice kind="danger"><p>{t("profile.remove.active")}</p><p><a href={`/me/placements/${active.id}`}>{t("profile.remove.activeLink")}</a></p></Notice>}
      <Section title={t("profile.remove.goes")}><p className="prose">{t("profile.remove.goesList")}</p></Section>
      <Section title={t("profile.remove.stays")}><p className="prose">{t("profile.remove.staysList")}</p><p className="prose notice-after">{t("profile.remove.back")}</p></Section>
      {!active && (
        <form method="post" className="section stack">
          <p className="prose">{t("profile.remove.sms")}</p>
          <Tick form={form} name="understood" label={t("profile.remove.understood")} />
          <div className="actions"><Button kind="danger" size="big">{t("profile.remove.submit")}</Button><LinkButton href="/me/privacy" kind="quiet">{t("profile.remove.keep")}</LinkButton></div>
        </form>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
