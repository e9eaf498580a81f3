import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTownPlaces, readTowns } from "#app/data/read-models/workfare-forms.server.ts";
import { findProjectFor } from "#app/data/workfare/projects.server.ts";
import type { Problem } from "#app/domain/result.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { emptyForm, ErrorSummary } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import { ADD_TOWN, projectInput, projectValues, townsOf } from "../ui/views/workfare/form-values.ts";
import { type PlacesSent, ProjectForm } from "../ui/views/workfare/project-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.form.editTitle", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: agentStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { project } = found(await findProjectFor(context.deps, actor, params.id ?? "", "MANAGE"));
  const [towns, places] = await Promise.all([readTowns(context.deps.pool, actor), readTownPlaces(context.deps.pool, townsOf({ places: project.places }))]);
  return { project, towns, places };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | PlacesSent> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const again = async (problems: Problem[]) => ({ values, problems, places: await readTownPlaces(context.deps.pool, townsOf(values)) });
  if (values.intent === ADD_TOWN) return again([]);
  const result = await saveProject(context.deps, actor, { ...projectInput(values), projectId: params.id });
  orNotFound(result, "projectId");
  return result.ok ? redirect(`/bureau/workfare/${params.id}?done=saved`) : again(result.problems);
}

export default function EditProject() {
  const { project, towns, places: held } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as PlacesSent | undefined;
  const places = sent?.places ?? held;
  const t = useT();
  const locale = useLocale();
  const name = useName();
  const now = projectValues(project);
  const moved = sent?.problems.some((one) => one.code === "changed-meanwhile-shown") ?? false;
  // sent again, it is meant on top of what stands there now, which is shown above the form
  const form = sent ? { ...sent, values: { ...sent.values, ...(moved ? { version: now.version } : {}) } } : emptyForm(now);
  const differing = moved ? Object.keys(now).filter((key) => key !== "version" && String(now[key] ?? "") !== String(sent?.values[key] ?? "")) : [];
  const shown = (key: string, value: string | string[] | undefined) => {
    const parts = [value ?? []].flat().filter(Boolean);
    const words = key === "kind" ? parts.map((one) => findText(locale, `workfare.kind.${one}`) ?? one) : key === "places" ? parts.map((code) => name([...places, ...held].find((one) => one.code === code)?.name ?? { zh: code, en: code })) : parts;
    return words.join(t("common.listed")) || "—";
  };
  return (
    <>
      <PageHead title={t("workfare.form.editTitle")} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { href: `/bureau/workfare/${project.id}`, text: project.name }, { text: t("workfare.form.editTitle") }]} />
      <ErrorSummary form={form} />
      {moved && (
        <Notice kind="counted">
          <p><strong>{t("workfare.form.movedOn")}</strong></p>
          <ul>{differing.map((key) => <li key={key}>{findText(locale, `workfare.form.${LABELS[key] ?? key}`) ?? findText(locale, `terms.fundLine.${key.replace("funds.", "")}`) ?? key}{t("common.colon")}{t("workfare.form.nowSays", { now: shown(key, now[key]) })}{t("common.semicolon")}{t("workfare.form.yours", { yours: shown(key, sent?.values[key]) })}</li>)}</ul>
        </Notice>
      )}
      <ProjectForm form={form} places={places} towns={towns} submit={t("workfare.form.save")} />
    </>
  );
}

const LABELS: Record<string, string> = { labourSharePct: "share", dayRateYuan: "rate", hoursPerDay: "hours" };

export const ErrorBoundary = PageError;
