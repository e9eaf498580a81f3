import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTownPlaces, readTowns } from "#app/data/read-models/workfare-forms.server.ts";
import type { Problem } from "#app/domain/result.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { Button, emptyForm, ErrorSummary, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import { ADD_TOWN, projectInput, townsOf } from "../ui/views/workfare/form-values.ts";
import { type PlacesSent, ProjectForm } from "../ui/views/workfare/project-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.form.newTitle", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: agentStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const town = new URL(request.url).searchParams.get("town") ?? "";
  const [towns, places] = await Promise.all([readTowns(context.deps.pool, actor), readTownPlaces(context.deps.pool, [town])]);
  return { towns, places, town, today: context.deps.clock.today() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | PlacesSent> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const again = async (problems: Problem[]) => ({ values, problems, places: await readTownPlaces(context.deps.pool, townsOf(values)) });
  if (values.intent === ADD_TOWN) return again([]);
  const result = await saveProject(context.deps, actor, { ...projectInput(values), projectId: undefined });
  return result.ok ? redirect(`/bureau/workfare/${result.value.projectId}?done=saved`) : again(result.problems);
}

export default function NewProject() {
  const { towns, places: asked, town, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as PlacesSent | undefined;
  const places = sent?.places ?? asked;
  const form = sent ?? emptyForm({ kind: "FUNDED", hoursPerDay: "8", labourSharePct: "30", approvedOn: today, startsOn: today, places: places.length > 0 ? [town] : [] });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("workfare.form.newTitle")} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { text: t("workfare.form.newTitle") }]} />
      <ErrorSummary form={form} />
      {places.length === 0 && !sent ? (
        <form method="get" className="stack">
          <Select form={emptyForm({ town })} name="town" label={t("workfare.form.town")} hint={t("workfare.form.townHint")} options={towns.map((one) => ({ group: name(one.county), options: one.towns.map((inner) => ({ value: inner.code, text: name(inner.name) })) }))} />
          <p><Button>{t("workfare.form.next")}</Button></p>
        </form>
      ) : (
        <Section title={t("workfare.form.heading")} says={<a href="/bureau/workfare/new">{t("workfare.form.otherTown")}</a>}><ProjectForm form={form} places={places} towns={towns} submit={t("workfare.form.register")} /></Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
