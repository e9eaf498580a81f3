import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formValues, readForm, requireSelf } from "#app/platform/web/guards.server.ts";
import { confirmIdentity } from "#app/usecases/accounts/check-identity.server.ts";
import { confirmConsentCode, requestConsentCode } from "#app/usecases/helpers/consent-by-code.server.ts";
import { recordPaperConsent } from "#app/usecases/helpers/record-consent.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState, Tick } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { TermsFields } from "../ui/views/helpers.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.consent.title", { noIndex: true });

export function loader({ request, context }: LoaderFunctionArgs) {
  const self = requireSelf(context, request, ["SEEKER", "AGENT"]);
  const search = new URL(request.url).searchParams;
  return { agent: self.role === "AGENT", ticket: search.get("t") ?? "", receiptId: search.get("receipt"), demo: context.deps.env.APP_MODE === "demo" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const self = requireSelf(context, request, ["SEEKER", "AGENT"]);
  const sent = await readForm(request);
  const values: FormState["values"] = { ...formValues(sent), acts: sent.getAll("acts").map(String) };
  const wrong = (problems: FormState["problems"]): FormState => ({ values, problems });
  if ((await context.codeTryWait()) > 0) return wrong([{ code: "too-many-attempts" }]);
  if (values.intent === "confirm") {
    const confirmed = await confirmConsentCode(context.deps, self, { ticket: new URL(request.url).searchParams.get("t") ?? "", code: values.code });
    return confirmed.ok ? redirect("/acting") : wrong(confirmed.problems);
  }
  if (values.intent === "paper") {
    const recorded = await recordPaperConsent(context.deps, self, values);
    if (!recorded.ok) return wrong(recorded.problems);
    if (values.cardSeen === "on") await confirmIdentity(context.deps, self, { personId: recorded.value.personId, cardSeen: "on" });
    return redirect(`/acting/consent?receipt=${recorded.value.receiptId}`);
  }
  const wait = await context.codeWait(`of consent ${self.userId}`);
  if (wait > 0) return wrong([{ code: "code-limit", params: { seconds: wait } }]);
  const asked = await requestConsentCode(context.deps, self, values);
  return asked.ok ? redirect(`/acting/consent?${new URLSearchParams({ t: asked.value.ticket })}`) : wrong(asked.problems);
}

export default function Consent() {
  const { agent, ticket, receiptId, demo } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ days: "180" });
  const t = useT();
  const none = emptyForm({ days: "180" });
  const byPaper = form.values.intent === "paper";
  const whoFields = (own: FormState, id: string) => (
    <>
      <Field form={own} id={`${id}name`} name="name" label={t("account.consent.name")} autoComplete="off" required />
      <Field form={own} id={`${id}idNumber`} name="idNumber" label={t("account.consent.idNumber")} hint={t("account.register.idHint")} autoComplete="off" maxLength={24} required />
      <TermsFields form={own} id={id} />
    </>
  );
  return (
    <>
      <PageHead title={t("account.consent.heading")} lead={t("account.consent.says")} crumbs={[{ href: "/acting", text: t("account.acting.title") }, { text: t("account.consent.title") }]} />
      {receiptId && <Notice><p>{t("account.consent.done")} <a href={`/receipts/${receiptId}`}>{t("account.consent.slip")}</a></p></Notice>}
      <ErrorSummary form={form} />
      {ticket !== "" ? (
        <>
          <Notice><p>{t(agent ? "account.consent.sentAgent" : "account.consent.sent")}{demo && <> <a href="/sms" target="_blank" rel="noreferrer">{t("account.code.demo")}</a></>}</p></Notice>
          <form method="post">
            <Field form={form} name="code" label={t("account.consent.code")} inputMode="numeric" autoComplete="off" maxLength={12} short required />
            <p className="notice-after"><Button size="big" name="intent" value="confirm">{t("account.consent.confirm")}</Button></p>
          </form>
          <p className="notice-after"><a href="/acting/consent">{t("account.code.notCome")}</a></p>
        </>
      ) : (
        <>
          <Fold summary={t("account.consent.byCode")} open={!byPaper}>
            <form method="post">
              <p className="hint field">{t("account.consent.byCodeSays")}</p>
              {whoFields(byPaper ? none : form, byPaper ? "code-" : "")}
              <p className="notice-after"><Button name="intent" value="ask">{t("account.consent.sendCode")}</Button></p>
            </form>
          </Fold>
          {agent && (
            <Fold summary={t("account.consent.byPaper")} open={byPaper}>
              <form method="post">
                <p className="hint field">{t("account.consent.byPaperSays")}</p>
                {whoFields(byPaper ? form : none, byPaper ? "" : "paper-")}
                <ChoiceGroup form={byPaper ? form : none} name="who" kind="radio" legend={t("account.consent.helper")} options={[{ value: "AGENT", text: t("account.consent.me") }, { value: "HOUSEHOLD", text: t("account.consent.household") }]} />
                <div className="field-row field">
                  <Field form={byPaper ? form : none} name="helperName" label={t("common.aside", { text: t("account.consent.helperName"), aside: t("common.optional") })} autoComplete="off" />
                  <Field form={byPaper ? form : none} name="helperPhone" label={t("common.aside", { text: t("account.consent.helperPhone"), aside: t("common.optional") })} inputMode="numeric" autoComplete="off" />
                </div>
                <Field form={byPaper ? form : none} name="sheetRef" label={t("account.consent.sheetRef")} autoComplete="off" maxLength={80} required />
                <div className="field">
                  <Tick form={byPaper ? form : none} name="explained" label={t("account.consent.explained")} />
                  <Tick form={byPaper ? form : none} name="cardSeen" label={t("account.consent.card")} hint={t("account.consent.cardSays")} />
                </div>
                <p className="notice-after"><Button name="intent" value="paper">{t("account.consent.submit")}</Button></p>
              </form>
            </Fold>
          )}
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
