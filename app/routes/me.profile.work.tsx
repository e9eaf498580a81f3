import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readJobs, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { type OccupationOption, readOccupationOptions } from "#app/data/read-models/options.server.ts";
import { OCCUPATION_GROUPS, type OccupationGroup } from "#app/domain/occupation/groups.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { addJob } from "#app/usecases/profile/add-job.server.ts";
import { answerStep } from "#app/usecases/profile/answer-step.server.ts";
import { occupationsMeant } from "#app/usecases/profile/read-words.server.ts";
import { removeJob } from "#app/usecases/profile/remove-job.server.ts";
import { emptyForm, type FormState } from "../ui/components/form.tsx";
import { Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { GroupChoice, JobForm, JobList, OwnWords } from "../ui/views/profile-work.tsx";
import { GoOn, StepPage, stepHref } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.work", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const personId = actor.personId ?? "";
  const query = new URL(request.url).searchParams;
  const [progress, jobs, occupations] = await Promise.all([readProgress(context.deps.pool, personId), readJobs(context.deps.pool, personId), readOccupationOptions(context.deps.pool)]);
  const groups = [...new Set(occupations.map((one) => one.groupKey))];
  const group = groups.find((one) => one === query.get("group")) ?? null;
  return { progress, jobs, groups, group, choices: occupations.filter((one) => one.groupKey === group), saved: query.has("saved") };
}

type Sent = FormState & { meant: OccupationOption[] };

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | Sent> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { deps } = context;
  const values = formValues(await readForm(request));
  const said = String(values.said ?? "").slice(0, 200);
  const meantBy = async () => {
    const codes = said === "" ? [] : await occupationsMeant(deps, said);
    const options = codes.length === 0 ? [] : await readOccupationOptions(deps.pool);
    return codes.flatMap((code) => options.find((one) => one.code === code) ?? []);
  };
  if (values.intent === "goOn") {
    await answerStep(deps, actor, { step: "work" });
    return redirect(stepHref(nextStepAfter("work", await readProgress(deps.pool, actor.personId ?? ""))));
  }
  if (values.intent === "remove") {
    const removed = await removeJob(deps, actor, { jobId: values.jobId });
    if (!removed.ok) throw new Response(null, { status: 404 });
    return redirect("/me/profile/work?saved=1");
  }
  if (values.intent === "find") {
    const meant = await meantBy();
    return { values, meant, problems: meant.length > 0 ? [] : [{ code: "words-not-understood", field: "said" }] };
  }
  const added = await addJob(deps, actor, values);
  return added.ok ? redirect("/me/profile/work?saved=1") : { values, problems: added.problems, meant: await meantBy() };
}

export default function Work() {
  const { progress, jobs, groups, group, choices, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Sent | undefined;
  const form: FormState = sent ?? emptyForm();
  const t = useT();
  const name = useName();
  const meant = sent?.meant ?? [];
  return (
    <StepPage step="work" progress={progress} form={form} saved={saved} lead={t("profile.work.says")}>
      {jobs.length > 0 && <Section title={t("profile.work.list")}><JobList jobs={jobs} /><GoOn>{t("profile.keepOn")}</GoOn></Section>}
      {meant.length > 0 ? (
        <Section title={t("profile.work.meant")} says={t("profile.work.said", { words: String(form.values.said ?? "") })}>
          <JobForm form={form} choices={meant} />
          <p className="notice-after"><a href="/me/profile/work">{t("profile.work.notMeant")}</a></p>
        </Section>
      ) : group !== null ? (
        <Section title={name(OCCUPATION_GROUPS[group as OccupationGroup])}>
          <JobForm form={form} choices={choices} />
          <p className="notice-after"><a href="/me/profile/work">{t("profile.work.otherGroup")}</a></p>
        </Section>
      ) : (
        <Section title={t(jobs.length > 0 ? "profile.work.another" : "profile.work.choose")}><GroupChoice groups={groups} /></Section>
      )}
      {meant.length === 0 && <OwnWords form={form} />}
      {jobs.length === 0 && <GoOn>{t("profile.work.none")}</GoOn>}
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
