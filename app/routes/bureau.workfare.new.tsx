import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTownPlaces, readTowns } from "#app/data/read-models/workfare-forms.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import { projectInput } from "../ui/views/workfare/form-values.ts";
import { ProjectForm } from "../ui/views/workfare/project-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.form.newTitle", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: agentStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const town = new URL(request.url).searchParams.get("town") ?? "";
  const [towns, places] = await Promise.all([readTowns(context.deps.pool, actor), readTownPlaces(context.deps.pool, town)]);
  return { towns, places, town, today: context.deps.clock.today() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await saveProject(context.deps, actor, { ...projectInput(values), projectId: undefined });
  return result.ok ? redirect(`/bureau/workfare/${result.value.projectId}?done=saved`) : { values, problems: result.problems };
}

export default function NewProject() {
  const { towns, places, town, today } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ kind: "FUNDED", hoursPerDay: "8", labourSharePct: "30", approvedOn: today, startsOn: today, places: places.length > 0 ? [town] : [] });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("workfare.form.newTitle")} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { text: t("workfare.form.newTitle") }]} />
      <ErrorSummary form={form} />
      {places.length === 0 && form.problems.length === 0 ? (
        <form method="get" className="stack">
          <Select form={emptyForm({ town })} name="town" label={t("workfare.form.town")} hint={t("workfare.form.townHint")} options={towns.map((one) => ({ group: name(one.county), options: one.towns.map((inner) => ({ value: inner.code, text: name(inner.name) })) }))} />
          <p><Button>{t("workfare.form.next")}</Button></p>
        </form>
      ) : (
        <Section title={t("workfare.form.heading")} says={<a href="/bureau/workfare/new">{t("workfare.form.otherTown")}</a>}><ProjectForm form={form} places={places} town={town} submit={t("workfare.form.register")} /></Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
