import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPersonClaims } from "#app/data/read-models/claims-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { applyClaim } from "#app/usecases/claims/apply-claim.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { EntitlementList, MyClaims } from "../ui/views/claim-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "claims.title", { noIndex: true });

const BUREAU = ["AGENT", "OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const query = new URL(request.url).searchParams;
  const year = /^20\d{2}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : null;
  return { view: found(await readPersonClaims(context.deps, actor, params.id ?? "", year)), mayApply: actor.role !== "ADMIN", done: query.get("done") === "applied" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await applyClaim(context.deps, actor, { personId: params.id, benefit: values.benefit, year: values.year, days: values.days });
  orNotFound(result, "personId");
  return result.ok ? redirect(`/agent/people/${params.id}/claims?${new URLSearchParams({ year: String(values.year), done: "applied" })}#mine`) : { values, problems: result.problems };
}

export default function PersonClaims() {
  const { view, mayApply, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("claims.person", { name: view.person.nameMasked })} lead={name(view.person.home)}>
        <p className="sorts notice-after no-print">{view.years.map((year) => (year === view.year ? <strong key={year}>{t("claims.year", { year })}</strong> : <a key={year} href={`/agent/people/${view.person.id}/claims?year=${year}`}>{t("claims.year", { year })}</a>))} <a href={`/agent/people/${view.person.id}/startup`}>{t("workshops.startup.link")}</a></p>
      </PageHead>
      <ErrorSummary form={form} />
      {done && form.problems.length === 0 && <Notice><p>{t("claims.appliedFor")}</p></Notice>}
      <EntitlementList view={view} form={form} mayApply={mayApply} />
      <Section id="mine" title={t("claims.mine")}><MyClaims claims={view.claims} mayWithdraw={false} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
