import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyWorkfare } from "#app/data/read-models/my-workfare.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { setOwnAccount } from "#app/usecases/bank-accounts/set-own-account.server.ts";
import { disputeWage } from "#app/usecases/workfare/dispute-wage.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, LinkButton, Tick } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { UnpaidDays, WageCard } from "../ui/views/workfare/my-wage.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { mine: await readMyWorkfare(context.deps, actor.personId ?? ""), done: new URL(request.url).searchParams.get("done"), acting: actor.actingFor !== undefined };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = values.intent === "account" ? await setOwnAccount(context.deps, actor, values) : await disputeWage(context.deps, actor, { lineId: values.lineId || undefined, rollId: values.rollId || undefined });
  if (!result.ok && values.intent !== "account" && result.problems.some((one) => one.code === "not-found" || one.code === "invalid")) throw new Response(null, { status: 404 });
  if (!result.ok) return { values: { ...values, account: "" }, problems: result.problems };
  return redirect(`/me/workfare?done=${values.intent === "account" ? "account" : "dispute"}`);
}

export default function MyWorkfare() {
  const { mine, done, acting } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const form = sent ?? emptyForm();
  return (
    <>
      <PageHead title={t("workfare.mine.title")} lead={t("workfare.mine.lead")}>{mine.signs && !acting && <p className="actions"><LinkButton href="/muster">{t("workfare.mine.sign")}</LinkButton></p>}</PageHead>
      {done !== null && !sent && <Notice><p>{t(done === "account" ? "workfare.mine.accountSaved" : "workfare.mine.disputeSent")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {mine.wages.length === 0 && mine.unpaid.length === 0 && <EmptyState title={t("workfare.mine.none")} says={t("workfare.mine.noneSays")} />}
      {mine.unpaid.length > 0 && <Section title={t("workfare.mine.unpaid")} says={t("workfare.mine.unpaidSays")}><ul className="posts">{mine.unpaid.map((one) => <li key={one.rollId}><UnpaidDays one={one} /></li>)}</ul></Section>}
      {mine.wages.length > 0 && <Section title={t("workfare.mine.wages")}><ul className="posts">{mine.wages.map((one) => <li key={one.lineId}><WageCard one={one} /></li>)}</ul></Section>}
      <Section title={t("workfare.mine.account")} says={t("workfare.mine.accountSays")}>
        {mine.account === null ? <p>{t("workfare.mine.noAccount")}</p> : <p><strong className="num">{mine.account.bankName} {mine.account.masked}</strong> {!mine.account.holderIsPerson && <Tag tone="danger">⚑ {t("workfare.objection.account-of-another")}</Tag>}{mine.account.sharedWith.length > 0 && <Tag tone="danger">⚑ {t("workfare.objection.account-shared")}</Tag>}</p>}
        {!acting && (
          <Fold summary={t(mine.account === null ? "workfare.mine.setAccount" : "workfare.mine.changeAccount")} open={sent?.values.intent === "account" || mine.account === null}>
            <form method="post" className="stack">
              <Field form={form} name="account" label={t("workfare.account.number")} hint={t("workfare.account.hint")} inputMode="numeric" autoComplete="off" maxLength={40} />
              <Field form={form} name="bankName" label={t("workfare.account.bank")} maxLength={40} />
              <Tick form={form} name="ownName" label={t("workfare.account.own")} />
              <p><Button name="intent" value="account">{t("workfare.account.save")}</Button></p>
            </form>
          </Fold>
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
