import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readApplications } from "#app/data/read-models/overseas-pages.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { recordOverseasStep, takeBackOverseasStep } from "#app/usecases/overseas/record-step.server.ts";
import { ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepForm } from "../ui/views/overseas/step-form.tsx";
import { FactsOfWay, StateOfWay, Way } from "../ui/views/overseas/way.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "overseas.company.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  return { applications: await readApplications(context.deps, { licence: { employerId: actor.employerId ?? "-" } }), today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const result = await (values.intent === "back" ? takeBackOverseasStep : recordOverseasStep)(context.deps, actor, values);
  if (result.ok) return redirect("/employer/overseas?saved=1");
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function CompanyOverseas() {
  const { applications, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("overseas.company.title")} lead={t("overseas.company.says")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: t("overseas.company.title") }]} />
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("overseas.company.saved")}</p></Notice>}
      <p><strong>{t("overseas.noDeposit")}</strong></p>
      {applications.length === 0 && <EmptyState title={t("overseas.company.none")} proposals={[{ href: "/employer/posts/new", text: t("common.nav.newPost") }]} />}
      {applications.map((one) => (
        <Section key={one.id} title={`${one.nameMasked} · ${one.post?.title ?? ""}`} says={name(one.home)}>
          <p className="tags"><StateOfWay state={one.state} /></p>
          <FactsOfWay of={one} />
          {one.state === "STOPPED" && <Notice kind="counted"><p>{one.stopReason}</p></Notice>}
          <Way path={one.path} />
          <StepForm of={one} sent={sent} today={today} bureau={false} />
        </Section>
      ))}
    </>
  );
}

export const ErrorBoundary = PageError;
