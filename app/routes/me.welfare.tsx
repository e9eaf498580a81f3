import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyCases } from "#app/data/read-models/welfare-case.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { setOwnAccount } from "#app/usecases/bank-accounts/set-own-account.server.ts";
import { withdrawApplication } from "#app/usecases/welfare/take-step.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AccountForm } from "../ui/views/welfare/account.tsx";
import { CaseFacts, CaseHistory, CasePays, CasePlans, NextLine } from "../ui/views/welfare/case.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { cases: await readMyCases(context.deps, actor), acting: actor.actingFor !== undefined, applied: new URL(request.url).searchParams.has("applied") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const account = values.intent === "account";
  const result = account ? await setOwnAccount(context.deps, actor, { bankName: values.bankName, account: values.account, ownName: values.ownName }) : await withdrawApplication(context.deps, actor, values);
  return result.ok ? redirect("/me/welfare") : { values: account ? { intent: "account", bankName: values.bankName, ownName: values.ownName } : values, problems: result.problems };
}

export default function MyWelfare() {
  const { cases, acting, applied } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("welfare.mine.title")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("welfare.mine.title") }]}><p className="chips notice-after"><a href="/me/days">{t("welfare.mine.days")}</a><a href="/welfare">{t("welfare.mine.find")}</a></p></PageHead>
      {applied && form.problems.length === 0 && <Notice><p>{t("welfare.post.applied")}</p></Notice>}
      <ErrorSummary form={form} />
      {cases.length === 0 && <EmptyState title={t("welfare.mine.none")} proposals={[{ href: "/welfare", text: t("welfare.mine.find") }]} />}
      {cases.map((view) => (
        <section key={view.id} className="section">
          <h2>{view.post.title} <Tag tone={view.state === "IN_POST" ? "pine" : "loess"}>{t(`welfare.state.${view.state}`)}</Tag></h2>
          <NextLine view={view} />
          <CaseFacts view={view} />
          {view.acts.includes("WITHDRAW") && <form method="post" className="notice-after"><input type="hidden" name="caseId" value={view.id} /><input type="hidden" name="version" value={view.version} /><Button kind="quiet" name="intent" value="withdraw">{t("welfare.mine.withdraw")}</Button></form>}
          {view.plans.length > 0 && <CasePlans plans={view.plans} />}
          <CasePays pays={view.pays} caseId={view.id} />
          <CaseHistory events={view.events} />
        </section>
      ))}
      {!acting && cases.length > 0 && <AccountForm form={form} />}
    </>
  );
}

export const ErrorBoundary = PageError;
