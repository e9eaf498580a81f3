import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readFactor } from "#app/data/second-factors.server.ts";
import { formValues, onward, ownPath, readForm } from "#app/platform/web/guards.server.ts";
import { START } from "#app/platform/web/start-page.ts";
import { beginSecondFactor, confirmSecondFactor } from "#app/usecases/accounts/set-up-second-factor.server.ts";
import { showSecondFactor } from "#app/usecases/accounts/show-second-factor.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { setUpOf } from "../ui/second-factor.server.ts";
import { RecoveryCodes, SetUpForms } from "../ui/views/second-factor.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.factor.title", { noIndex: true });

/** Who has shown a password and nothing else; anybody else begins at the beginning. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { awaited, deps } = context;
  if (awaited === null) throw redirect(onward("/login", request));
  const { beingSetUp } = awaited.step === "ENROL" ? await readFactor(deps, awaited.self.userId!) : { beingSetUp: null };
  const user = await deps.db.user.findUniqueOrThrow({ where: { id: awaited.self.userId! }, select: { displayName: true } });
  return json({ step: awaited.step, setUp: beingSetUp && setUpOf(user.displayName, beingSetUp) }, { headers: { "Cache-Control": "no-store" } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { awaited, deps } = context;
  const { intent, code } = formValues(await readForm(request));
  if (awaited === null) throw redirect(onward("/login", request));
  const { self, step } = awaited;
  const to = ownPath(new URL(request.url).searchParams.get("to"), START[self.role] ?? "/");
  const wrong = (problems: FormState["problems"]) => json({ form: { values: {}, problems } as FormState, codes: null, to });
  if ((await context.proofWait(self.userId!)) > 0) return wrong([{ code: "too-many-attempts" }]);
  const signedIn = async () => {
    await context.proofDone(self.userId!);
    return { "Set-Cookie": await context.startSession(self.userId!, { factorShown: true }), "Cache-Control": "no-store" };
  };
  if (step === "CODE") {
    const shown = await showSecondFactor(deps, self, { code });
    if (!shown.ok) return wrong(shown.problems);
    return redirect(shown.value.answer === "recovery" ? "/me/second-factor?recovery=1" : to, { headers: await signedIn() });
  }
  if (intent === "confirm") {
    const confirmed = await confirmSecondFactor(deps, self, { code, sessionId: awaited.id });
    return confirmed.ok ? json({ form: emptyForm(), codes: confirmed.value.recoveryCodes, to }, { headers: await signedIn() }) : wrong(confirmed.problems);
  }
  const begun = await beginSecondFactor(deps, self, {});
  return begun.ok ? redirect(onward("/login/second", request)) : wrong(begun.problems);
}

export default function SecondStep() {
  const data = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form = sent?.form ?? emptyForm();
  const t = useT();
  if (sent?.codes) return <><PageHead title={t("account.factor.heading")} /><RecoveryCodes codes={sent.codes} onward={sent.to} /></>;
  return (
    <>
      <PageHead title={t(data.step === "CODE" ? "account.factor.signIn" : "account.factor.enrol")} lead={t(data.step === "CODE" ? "account.factor.signInSays" : "account.factor.enrolSays")} />
      <ErrorSummary form={form} />
      {data.step === "ENROL" ? <SetUpForms setUp={data.setUp} form={form} /> : (
        <form method="post" className="notice-after">
          <Field form={form} name="code" label={t("account.factor.code")} hint={t("account.factor.codeHint")} autoComplete="one-time-code" maxLength={24} short required />
          <p className="notice-after"><Button size="big">{t("account.factor.signInSubmit")}</Button></p>
        </form>
      )}
      <p className="soft notice-after">{t("account.factor.lost")}</p>
      <form method="post" action="/logout" className="notice-after"><Button kind="quiet">{t("account.factor.leave")}</Button></form>
    </>
  );
}

export const ErrorBoundary = PageError;
