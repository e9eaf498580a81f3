import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readHelpers } from "#app/data/read-models/helper-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { grantHelper } from "#app/usecases/helpers/grant-helper.server.ts";
import { withdrawHelper } from "#app/usecases/helpers/withdraw-helper.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DelegationItem, ReceiptTable, TermsFields } from "../ui/views/helpers.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.helpers.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const done = new URL(request.url).searchParams.get("done");
  return { ...found(await readHelpers(context.deps, actor.personId ?? "")), done };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const sent = await readForm(request);
  const values: FormState["values"] = { ...formValues(sent), acts: sent.getAll("acts").map(String) };
  if (values.intent === "withdraw") {
    const ended = await withdrawHelper(context.deps, actor, { delegationId: values.delegationId });
    orNotFound(ended);
    return redirect("/me/helpers?done=withdrawn");
  }
  const granted = await grantHelper(context.deps, actor, values);
  return granted.ok ? redirect(`/me/helpers?done=${values.who === "HOUSEHOLD" ? "household" : "agent"}`) : { values, problems: granted.problems };
}

export default function Helpers() {
  const { now, before, agents, receipts, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ days: "180" });
  const t = useT();
  const none = emptyForm({ days: "180" });
  const byAgent = form.values.who === "AGENT";
  return (
    <>
      <PageHead title={t("account.helpers.heading")} lead={t("account.helpers.says")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("account.helpers.title") }]} />
      {done === "withdrawn" && <Notice><p>{t("account.helpers.withdrawn")}</p></Notice>}
      {(done === "household" || done === "agent") && <Notice><p>{t("account.helpers.granted")} {done === "household" && t("account.helpers.grantedHousehold")}</p></Notice>}
      <ErrorSummary form={form} />
      <Section title={t("account.helpers.now")}>
        {now.length === 0 && <p>{t("account.helpers.none")}</p>}
        <ul className="people">
          {now.map((one) => (
            <li key={one.id}>
              <DelegationItem delegation={one} />
              <form method="post" className="notice-after">
                <input type="hidden" name="delegationId" value={one.id} />
                <button className="button danger small" type="submit" name="intent" value="withdraw" aria-label={`${t("account.helpers.withdraw")}${t("common.colon")}${one.name}`}>{t("account.helpers.withdraw")}</button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("account.helpers.add")}>
        <Fold summary={t("account.helpers.household")} open={form.values.who === "HOUSEHOLD" || (now.length === 0 && !byAgent)}>
          <form method="post">
            <input type="hidden" name="who" value="HOUSEHOLD" />
            <Field form={byAgent ? none : form} name="name" label={t("account.helpers.name")} hint={t("account.helpers.householdHint")} autoComplete="off" required />
            <Field form={byAgent ? none : form} name="phone" label={t("account.helpers.phone")} inputMode="numeric" autoComplete="off" required />
            <TermsFields form={byAgent ? none : form} id={byAgent ? "household-" : ""} />
            <p className="notice-after"><Button>{t("account.helpers.submit")}</Button></p>
          </form>
        </Fold>
        <Fold summary={t("account.helpers.agent")} open={byAgent}>
          {agents.length === 0 ? <p>{t("account.helpers.agentNone")}</p> : (
            <form method="post">
              <input type="hidden" name="who" value="AGENT" />
              <Select form={byAgent ? form : none} name="agentUserId" label={t("account.helpers.agentChoose")} options={agents.map((one) => ({ value: one.userId, text: one.name }))} />
              <TermsFields form={byAgent ? form : none} id={byAgent ? "" : "agent-"} />
              <p className="notice-after"><Button>{t("account.helpers.submit")}</Button></p>
            </form>
          )}
        </Fold>
      </Section>
      <Section title={t("account.helpers.receipts")}>{receipts.length === 0 ? <p>{t("account.helpers.receiptsNone")}</p> : <ReceiptTable receipts={receipts} />}</Section>
      {before.length > 0 && <Section title={t("account.helpers.before")}><ul className="people">{before.map((one) => <li key={one.id}><DelegationItem delegation={one} /></li>)}</ul></Section>}
    </>
  );
}

export const ErrorBoundary = PageError;
