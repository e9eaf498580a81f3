import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readHeldPerson } from "#app/data/read-models/agent-work.server.ts";
import { PAPER_FORMS } from "#app/domain/person/paper-forms.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openForm } from "#app/usecases/persons/open-form.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import paperStyles from "../ui/styles/paper.css?url";
import { PersonSheet } from "../ui/views/paper/one-person.tsx";
import { OpeningReasons, SheetTools } from "../ui/views/paper/opening.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.paper.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: paperStyles }];

const formOf = (name: string | undefined) => found(PAPER_FORMS.find((one) => one === name));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  return { person: found(await readHeldPerson(context.deps.pool, actor, params.id ?? "")), form: formOf(params.form), today: context.deps.clock.today() };
}

/** Opens the sheet by POST: nothing in an address opens a record, and no link does by being fetched. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const { reason } = formValues(await readForm(request));
  const result = await openForm(context.deps, actor, { personId: params.id, form: formOf(params.form), reason });
  if (result.ok) return { filled: result.value, problems: [] };
  orNotFound(result);
  return { filled: null, problems: result.problems };
}

export default function OneForm() {
  const { person, form, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useT();
  if (sent?.filled) {
    return (
      <>
        <SheetTools back={`/agent/people/${person.id}/forms`} />
        <PersonSheet form={form} {...sent.filled} today={today} />
      </>
    );
  }
  const state: FormState = { ...emptyForm({ reason: "PRESENT" }), problems: sent?.problems ?? [] };
  const crumbs = [{ href: "/agent", text: t("agent.title") }, { href: `/agent/people/${person.id}/forms`, text: t("agent.paper.title") }, { text: t(`agent.paper.form.${form}`) }];
  return (
    <>
      <PageHead title={t(`agent.paper.form.${form}`)} lead={t("agent.paper.says")} crumbs={crumbs} />
      <ErrorSummary form={state} />
      <form method="post" className="notice-after">
        <OpeningReasons form={state} />
        <p className="notice-after"><Button size="big">{t("common.open")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
