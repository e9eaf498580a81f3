import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readHiring } from "#app/data/read-models/hiring-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { takeHiringStep } from "#app/usecases/hiring/take-step.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { HiringSteps } from "../ui/views/hiring-steps.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.hiring.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  return { hiring: found(await readHiring(context.deps, actor, params.id ?? "")), today: context.deps.clock.today() };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const result = await takeHiringStep(context.deps, actor, { ...values, hiringId: params.id });
  orNotFound(result);
  return result.ok ? redirect(`/employer/hiring/${params.id}`) : { values, problems: result.problems };
}

export default function HiringOfEmployer() {
  const { hiring, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const formFor = (kind: string): FormState => (sent?.values.kind === kind ? sent : emptyForm({ meetOn: today }));
  const may = (kind: (typeof hiring.next)[number]) => hiring.next.includes(kind);
  return (
    <>
      <PageHead title={hiring.contact?.name ?? t("recruit.hiring.somebody")} lead={`${hiring.post.title} · ${t(`recruit.hiring.state.${hiring.state}`)}`} crumbs={[{ href: "/employer", text: t("employer.title") }, { href: `/employer/posts/${hiring.post.id}/candidates`, text: hiring.post.title }, { text: t("recruit.hiring.title") }]} />
      {sent && <ErrorSummary form={sent} />}
      <Facts
        rows={[
          [t("employer.arrivals.home"), name(hiring.person.home)],
          [t("recruit.hiring.phone"), hiring.contact ? (hiring.contact.phone ?? t("recruit.hiring.noPhone")) : t("recruit.hiring.notYet")],
        ]}
      />
      {hiring.contact?.phone && <p className="faint notice-after">{t("recruit.hiring.recorded")}</p>}
      {hiring.state === "HIRED" && <Notice><p>{t("recruit.hiring.hiredSays")} <a href={hiring.placementId ? `/placements/${hiring.placementId}` : "/employer/placements"}>{t("employer.arrivals.title")}</a></p></Notice>}
      {hiring.next.length > 0 && (
        <Section title={t("recruit.hiring.next")}>
          <div className="stack">
            {may("INTERVIEW") && (
              <form method="post" className="panel">
                <div className="field-row">
                  <Field form={formFor("INTERVIEW")} name="meetOn" id="meetOn" type="date" short min={today} label={t("recruit.hiring.meetOn")} />
                  <Field form={formFor("INTERVIEW")} name="note" id="note-INTERVIEW" maxLength={300} label={t("recruit.hiring.meetNote")} />
                </div>
                <p className="notice-after"><Button kind="quiet" name="kind" value="INTERVIEW">{t("recruit.hiring.doINTERVIEW")}</Button></p>
              </form>
            )}
            {may("OFFERED") && (
              <form method="post" className="panel">
                <Field form={formFor("OFFERED")} name="note" id="note-OFFERED" maxLength={300} label={t("recruit.hiring.offerNote")} hint={t("recruit.hiring.offerHint")} />
                <p className="notice-after"><Button name="kind" value="OFFERED">{t("recruit.hiring.doOFFERED")}</Button></p>
              </form>
            )}
            {may("CLOSED") && (
              <form method="post">
                <Field form={formFor("CLOSED")} name="note" id="note-CLOSED" maxLength={300} label={t("recruit.hiring.closeNote")} />
                <p className="notice-after"><Button kind="danger" name="kind" value="CLOSED">{t("recruit.hiring.doCLOSED")}</Button></p>
              </form>
            )}
          </div>
        </Section>
      )}
      <Section title={t("recruit.hiring.steps")}><HiringSteps steps={hiring.steps} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
