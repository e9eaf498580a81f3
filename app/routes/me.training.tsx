import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countMyInvitations } from "#app/data/read-models/training-invitations.server.ts";
import { readMyTrainings } from "#app/data/read-models/training-classes.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { withdrawFromTraining } from "#app/usecases/training/enrol.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Facts, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Leads, OwnTag, Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { trainings: await readMyTrainings(context.deps, actor), invitations: await countMyInvitations(context.deps.pool, actor), applied: new URL(request.url).searchParams.has("applied") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await withdrawFromTraining(context.deps, actor, { enrolmentId: values.enrolmentId });
  orNotFound(result, "enrolmentId");
  return result.ok ? redirect("/me/training") : { values, problems: result.problems };
}

export default function MyTraining() {
  const { trainings, invitations, applied } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("training.mine.title")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("training.mine.title") }]}><p className="chips notice-after"><a href="/training">{t("training.link.find")}</a></p></PageHead>
      <ErrorSummary form={form} />
      {applied && form.problems.length === 0 && <Notice><p>{t("training.mine.applied")}</p></Notice>}
      {invitations > 0 && <Notice kind="counted"><p><a href="/me/training/invitations">{t("needs.mine.link", { n: invitations })}</a></p></Notice>}
      {trainings.length === 0 && <EmptyState title={t("training.mine.none")} proposals={[{ href: "/training", text: t("training.link.find") }]} />}
      {trainings.map((one) => (
        <section key={one.id} className="section">
          <h2><a href={`/training/${one.of.id}`}>{one.of.title}</a> <OwnTag state={one.state} /></h2>
          <Facts rows={[
            [t("training.courses.kind"), <Leads key="leads" of={one.of} />], [t("training.list.place"), <>{name(one.of.county)} {one.of.place}</>], [t("training.list.days"), <Range key="days" from={one.of.startsOn} to={one.of.lastOn} />],
            one.halves > 0 && [t("training.page.attended"), t("training.page.days", { n: one.halves / 2 })], one.score !== null && [t("training.page.score"), String(one.score)],
            one.allowanceFen > 0 && [t("training.mine.allowance"), `${t("training.mine.allowanceValue", { yuan: formatFen(one.allowanceFen) })} · ${t(one.paid ? "training.mine.paid" : "training.mine.unpaid")}`],
          ]} />
          {(one.state === "WAITING" || (one.state === "ENROLLED" && one.of.state === "OPEN")) && <form method="post" className="notice-after"><input type="hidden" name="enrolmentId" value={one.id} /><button className="button quiet" type="submit">{t("training.mine.withdraw")}</button></form>}
        </section>
      ))}
    </>
  );
}

export const ErrorBoundary = PageError;
