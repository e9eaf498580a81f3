import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOccupationOptions } from "#app/data/read-models/options.server.ts";
import { readHirePage } from "#app/data/read-models/workfare-hire.server.ts";
import { yuanText } from "#app/domain/money.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { findLocalWorkers, inviteLocalWorker, openWorkfarePost } from "#app/usecases/workfare/hire-locally.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select, TextArea, Tick } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CandidateCard } from "../ui/views/candidate-card.tsx";
import { PostTable } from "../ui/views/workfare/project-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.hire.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const query = new URL(request.url).searchParams;
  const postId = query.get("post");
  const live = postId !== null && ID_PATTERN.test(postId) ? await findLocalWorkers(context.deps, actor, { projectId: params.id, postId }) : null;
  const [view, occupations] = await Promise.all([readHirePage(context.deps, actor, params.id ?? "", postId, live?.ok ? live.value : { candidates: [], fitting: 0 }), readOccupationOptions(context.deps.pool)]);
  return { view: found(view), occupations, done: query.get("done") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const input = { ...values, projectId: params.id };
  if (values.intent === "post") {
    const opened = await openWorkfarePost(context.deps, actor, input);
    orNotFound(opened, "projectId");
    return opened.ok ? redirect(`/bureau/workfare/${params.id}/hire?post=${opened.value.postId}&done=post`) : { values, problems: opened.problems };
  }
  const postId = new URL(request.url).searchParams.get("post");
  const result = await inviteLocalWorker(context.deps, actor, { projectId: params.id, postId, personId: values.personId });
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.code === "invalid" || one.code === "required")) throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/bureau/workfare/${params.id}/hire?post=${postId}&done=invited`) : { values, problems: result.problems };
}

export default function HireLocally() {
  const { view, occupations, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const { project, post } = view;
  const form = sent ?? emptyForm({ openings: "10", dayRateYuan: project.dayRateFen === null ? "" : yuanText(project.dayRateFen), insurance: "on", regionCode: view.places[0]?.code ?? "" });
  return (
    <>
      <PageHead title={t("workfare.hire.title")} lead={t("workfare.hire.lead")} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { href: `/bureau/workfare/${project.id}`, text: project.name }, { text: t("workfare.hire.title") }]} />
      {done !== null && !sent && <Notice><p>{t(done === "invited" ? "recruit.hiring.invited" : "workfare.hire.opened")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      <PostTable posts={view.posts} projectId={project.id} manages file={tableFile("workfare-posts", { project: project.id })} />
      {post && view.hirings.length > 0 && (
        <Section title={t("recruit.hiring.inTouch")}>
          <Table
            cards caption={t("recruit.hiring.inTouch")} rows={view.hirings} rowKey={(one) => one.id}
            columns={[
              { key: "name", head: t("employer.arrivals.name"), rowHead: true, cell: (one) => one.nameMasked },
              { key: "state", head: t("employer.arrivals.state"), cell: (one) => <Tag tone={one.state === "HIRED" ? "pine" : undefined}>{t(`recruit.hiring.state.${one.state}`)}</Tag> },
              { key: "day", head: t("recruit.hiring.since"), number: true, cell: (one) => formatDayShort(one.updatedAt) },
            ]}
          />
        </Section>
      )}
      {post && (
        <Section title={t("workfare.hire.fitting", { title: post.title, count: view.fitting, n: view.fitting })} says={t("workfare.hire.fittingSays")}>
          {view.candidates.length === 0 ? <EmptyState title={t("workfare.hire.nobody")} says={t("workfare.hire.nobodySays")} /> : (
            <ol className="posts">{view.candidates.map((one) => <li key={one.personId}><CandidateCard title={`${one.nameMasked}${one.monitored ? ` · ${t("workfare.hire.monitored")}` : ""}`} one={one} invite /></li>)}</ol>
          )}
        </Section>
      )}
      <div className="section">
        <Fold summary={t("workfare.hire.new")} open={view.posts.length === 0 || sent?.values.intent === "post"}>
          <form method="post" className="stack">
            <Field form={form} name="title" label={t("workfare.hire.postTitle")} hint={t("workfare.hire.postTitleHint")} maxLength={60} />
            <Select form={form} name="occupationCode" label={t("workfare.hire.occupation")} empty={t("workfare.hire.choose")} options={groupOccupations(occupations, name)} />
            <div className="field-row">
              <Field form={form} name="openings" type="number" min={1} max={300} label={t("workfare.hire.openings")} />
              <Field form={form} name="dayRateYuan" inputMode="decimal" label={t("workfare.hire.rate")} />
            </div>
            <Select form={form} name="regionCode" label={t("workfare.hire.where")} options={view.places.map((one) => ({ value: one.code, text: name(one.name) }))} />
            <TextArea form={form} name="description" rows={4} maxLength={2000} label={t("workfare.hire.description")} hint={t("workfare.hire.descriptionHint")} />
            <Tick form={form} name="insurance" label={t("workfare.hire.insurance")} />
            <Tick form={form} name="meals" label={t("workfare.hire.meals")} />
            <p><Button name="intent" value="post">{t("workfare.hire.publish")}</Button></p>
          </form>
        </Fold>
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
