import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPersonClaims } from "#app/data/read-models/claims-pages.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { applyClaim } from "#app/usecases/claims/apply-claim.server.ts";
import { withdrawClaim } from "#app/usecases/claims/decide-claim.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { EntitlementList, MyClaims } from "../ui/views/claim-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "claims.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const query = new URL(request.url).searchParams;
  const year = /^20\d{2}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : null;
  const done = query.get("done");
  return { view: found(await readPersonClaims(context.deps, actor, actor.personId ?? "", year)), done: done === "applied" || done === "withdrawn" ? done : null };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  if (values.intent === "withdraw") {
    const back = await withdrawClaim(context.deps, actor, { claimId: values.claimId });
    return back.ok ? redirect("/me/claims?done=withdrawn#mine") : { values, problems: back.problems };
  }
  const result = await applyClaim(context.deps, actor, { benefit: values.benefit, year: values.year, days: values.days });
  return result.ok ? redirect(`/me/claims?${new URLSearchParams({ year: String(values.year), done: "applied" })}#mine`) : { values, problems: result.problems };
}

export default function MyClaimsPage() {
  const { view, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("claims.heading")} lead={t("claims.says")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("claims.title") }]}>
        <p className="sorts notice-after no-print">{view.years.map((year) => (year === view.year ? <strong key={year}>{t("claims.year", { year })}</strong> : <a key={year} href={`/me/claims?year=${year}`}>{t("claims.year", { year })}</a>))}</p>
      </PageHead>
      <ErrorSummary form={form} />
      {done !== null && form.problems.length === 0 && <Notice><p>{t(done === "applied" ? "claims.applied" : "claims.withdrawn")}</p></Notice>}
      <EntitlementList view={view} form={form} mayApply />
      <Section id="mine" title={t("claims.mine")}><MyClaims claims={view.claims} mayWithdraw /></Section>
      <p className="soft notice-after no-print">{t("claims.print")}</p>
    </>
  );
}

export const ErrorBoundary = PageError;
