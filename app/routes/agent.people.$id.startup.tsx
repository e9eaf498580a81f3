import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStartupForm } from "#app/data/read-models/workshop-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveStartup } from "#app/usecases/workshops/save-startup.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select, Tick } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ChangedMeanwhile } from "../ui/views/changed-meanwhile.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workshops.startup.title", { noIndex: true });

const BUREAU = ["AGENT", "OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { view: found(await readStartupForm(context.deps, actor, params.id ?? "")), saved: new URL(request.url).searchParams.get("saved") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await saveStartup(context.deps, actor, { ...values, personId: params.id });
  orNotFound(result, "personId");
  return result.ok ? redirect(`/agent/people/${params.id}/startup?saved=1`) : { values, problems: result.problems };
}

export default function Startup() {
  const { view, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const of = (startupId: string, otherwise: FormState["values"]) => (sent && String(sent.values.startupId ?? "") === startupId ? sent : emptyForm(otherwise));
  const townName = (code: string) => { const town = view.towns.find((each) => each.code === code); return town ? name(town.name) : code; };
  const yesNo = (tick: string) => t(tick === "on" ? "common.yes" : "common.no");
  const open = view.startups.some((one) => one.closedOn === null);
  const one = (form: FormState, startupId: string, version: number | null) => (
    <form method="post" className="stack">
      <input type="hidden" name="startupId" value={startupId} />
      {version !== null && <input type="hidden" name="version" value={version} />}
      <Field form={form} name="name" id={`name-${startupId}`} label={t("workshops.startup.name")} maxLength={80} />
      <Field form={form} name="business" id={`business-${startupId}`} label={t("workshops.startup.business")} maxLength={80} />
      <Select form={form} name="townCode" id={`town-${startupId}`} label={t("workshops.town")} options={view.towns.map((town) => ({ value: town.code, text: name(town.name) }))} />
      <div className="field-row">
        <Field form={form} name="openedOn" id={`opened-${startupId}`} label={t("workshops.startup.since")} type="date" short />
        <Field form={form} name="jobs" id={`jobs-${startupId}`} label={t("workshops.startup.jobsCount")} type="number" min={1} max={5000} short />
      </div>
      <Field form={form} name="licenceNumber" id={`licence-${startupId}`} label={t("workshops.startup.licence")} maxLength={40} />
      {version !== null && <Field form={form} name="closedOn" id={`closed-${startupId}`} label={t("workshops.startup.closedOn")} type="date" short />}
      <Tick form={form} name="returned" label={t("workshops.startup.returned")} />
      <p><Button>{t("workshops.startup.save")}</Button></p>
    </form>
  );
  return (
    <>
      <PageHead title={t("workshops.startup.formFor", { name: view.person.nameMasked })} lead={name(view.person.home)} crumbs={[{ href: "/bureau/startups", text: t("workshops.startup.title") }, { text: t("workshops.startup.form") }]}>
        <p className="notice-after"><a href={`/agent/people/${view.person.id}/claims`}>{t("workshops.startup.claims")}</a></p>
      </PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("workshops.startup.saved")}</p></Notice>}
      {view.startups.map((startup) => (
        <Section key={startup.id} title={t("workshops.startup.edit", { name: startup.name })}>
          {sent && <ChangedMeanwhile form={of(startup.id, {})} fields={[
            { name: "name", label: t("workshops.startup.name"), now: startup.name }, { name: "business", label: t("workshops.startup.business"), now: startup.business },
            { name: "townCode", label: t("workshops.town"), now: townName(startup.townCode), say: townName }, { name: "openedOn", label: t("workshops.startup.since"), now: startup.openedOn },
            { name: "jobs", label: t("workshops.startup.jobsCount"), now: String(startup.jobs) }, { name: "licenceNumber", label: t("workshops.startup.licence"), now: startup.licenceNumber ?? "" },
            { name: "closedOn", label: t("workshops.startup.closedOn"), now: startup.closedOn ?? "" }, { name: "returned", label: t("workshops.startup.returned"), now: yesNo(startup.returned ? "on" : ""), say: yesNo },
          ]} />}
          {one(of(startup.id, { name: startup.name, business: startup.business, townCode: startup.townCode, openedOn: startup.openedOn, jobs: String(startup.jobs), licenceNumber: startup.licenceNumber ?? "", closedOn: startup.closedOn ?? "", returned: startup.returned ? "on" : undefined }), startup.id, startup.version)}
        </Section>
      ))}
      {!open && <Section title={t("workshops.startup.add")}>{one(of("", { townCode: view.person.townCode, jobs: "1", returned: "on" }), "", null)}</Section>}
    </>
  );
}

export const ErrorBoundary = PageError;
