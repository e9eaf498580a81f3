import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readFactor } from "#app/data/second-factors.server.ts";
import { readAccount } from "#app/data/read-models/account-pages.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { beginSecondFactor, confirmSecondFactor } from "#app/usecases/accounts/set-up-second-factor.server.ts";
import { removeSecondFactor } from "#app/usecases/accounts/show-second-factor.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { setUpOf } from "../ui/second-factor.server.ts";
import { RecoveryCodes, SetUpForms } from "../ui/views/second-factor.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.factor.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [{ confirmedAt, beingSetUp, recoveryLeft }, account] = await Promise.all([readFactor(context.deps, actor.userId!), readAccount(context.deps, actor, context.sessionId ?? "")]);
  const query = new URL(request.url).searchParams;
  return json({
    confirmedAt, recoveryLeft, setUp: beingSetUp && setUpOf(found(account).displayName, beingSetUp), removed: query.has("removed"), recoveryUsed: query.has("recovery"), required: context.deps.env.SECOND_FACTOR === "required",
  }, { headers: { "Cache-Control": "no-store" } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { intent, code } = formValues(await readForm(request));
  const wrong = (problems: FormState["problems"]) => json({ form: { values: { intent: String(intent) }, problems } as FormState, codes: null });
  if ((await context.proofWait(actor.userId!)) > 0) return wrong([{ code: "too-many-attempts" }]);
  if (intent === "confirm") {
    const confirmed = await confirmSecondFactor(context.deps, actor, { code, sessionId: context.sessionId });
    if (!confirmed.ok) return wrong(confirmed.problems);
    await context.proofDone(actor.userId!);
    await context.renewSession();
    return json({ form: emptyForm(), codes: confirmed.value.recoveryCodes }, { headers: { "Cache-Control": "no-store" } });
  }
  if (!["begin", "replace", "remove"].includes(String(intent))) return wrong([{ code: "invalid" }]);
  const done = intent === "remove" ? await removeSecondFactor(context.deps, actor, { code }) : await beginSecondFactor(context.deps, actor, { code });
  if (!done.ok) return wrong(done.problems);
  await context.proofDone(actor.userId!);
  return redirect(`/me/second-factor${intent === "remove" ? "?removed=1" : ""}`);
}

export default function SecondFactor() {
  const { confirmedAt, recoveryLeft, setUp, removed, recoveryUsed, required } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form = sent?.form ?? emptyForm();
  const t = useT();
  const locale = useLocale();
  if (sent?.codes) return <><PageHead title={t("account.factor.heading")} /><RecoveryCodes codes={sent.codes} onward="/me/account" /></>;
  const of = (intent: string) => (form.values.intent === intent ? form : emptyForm());
  const code = (intent: string) => <Field form={of(intent)} id={`code-${intent}`} name="code" label={t("account.factor.code")} hint={t("account.factor.codeHint")} autoComplete="one-time-code" maxLength={24} short required />;
  return (
    <>
      <PageHead title={t("account.factor.heading")} lead={t("account.factor.says")} crumbs={[{ href: "/me/account", text: t("account.me.heading") }, { text: t("account.factor.heading") }]} />
      {removed && <Notice><p>{t("account.factor.removed")}</p></Notice>}
      {recoveryUsed && <Notice kind="counted"><p>{t("account.factor.recoveryUsed")}</p></Notice>}
      <ErrorSummary form={form} />
      <Facts rows={[
        [t("account.factor.heading"), confirmedAt ? t("account.factor.on", { at: formatInstant(confirmedAt, locale) }) : t("account.factor.off")],
        confirmedAt !== null && [t("account.factor.recovery"), t("account.factor.codesLeft", { n: recoveryLeft })],
      ]} />
      {(confirmedAt === null || setUp !== null) && <SetUpForms setUp={setUp} form={of("confirm")} />}
      {confirmedAt !== null && (
        <>
          <Fold summary={t("account.factor.replace")} open={form.values.intent === "replace"}>
            <form method="post">
              <p>{t("account.factor.replaceSays")}</p>
              {code("replace")}
              <p className="notice-after"><Button name="intent" value="replace">{t("account.factor.replaceSubmit")}</Button></p>
            </form>
          </Fold>
          <Fold summary={t("account.factor.remove")} open={form.values.intent === "remove"}>
            {required ? <p>{t("account.factor.required")}</p> : (
              <form method="post">
                <p>{t("account.factor.removeSays")}</p>
                {code("remove")}
                <p className="notice-after"><Button kind="danger" name="intent" value="remove">{t("account.factor.removeSubmit")}</Button></p>
              </form>
            )}
          </Fold>
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
