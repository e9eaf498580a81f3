import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOperator, readOperatorPlaces } from "#app/data/read-models/operator-accounts.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { closeOperator, inviteOperator, placeOperator } from "#app/usecases/accounts/keep-operators.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { OperatorTag, PlaceFields, WorksFor } from "../ui/views/operator-account.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "operators.title", { noIndex: true });

const DONE = ["opened", "invited", "placed", "closed", "reopened"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [operator, places] = await Promise.all([readOperator(context.deps, actor, params.id ?? ""), readOperatorPlaces(context.deps, actor)]);
  const done = new URL(request.url).searchParams.get("done");
  return { operator: found(operator), places, done: DONE.find((one) => one === done) ?? null, demo: context.deps.env.APP_MODE === "demo" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const input = { ...values, userId: params.id };
  const closes = values.intent === "close" || values.intent === "reopen";
  const result = await (closes ? closeOperator(context.deps, actor, { ...input, step: values.intent === "close" ? "CLOSE" : "REOPEN" }) : values.intent === "place" ? placeOperator(context.deps, actor, input) : inviteOperator(context.deps, actor, input));
  orNotFound(result);
  const done = values.intent === "close" ? "closed" : values.intent === "reopen" ? "reopened" : values.intent === "place" ? "placed" : "invited";
  return result.ok ? redirect(`/bureau/operators/${params.id}?done=${done}`) : { values, problems: result.problems };
}

export default function Operator() {
  const { operator, places, done, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const of = (...intents: string[]) => (sent && intents.includes(String(sent.values.intent)) ? sent : null);
  const { invitation, state } = operator;
  const closed = state === "CLOSED";
  return (
    <>
      <PageHead title={operator.displayName} crumbs={[{ href: "/bureau/operators", text: t("operators.title") }, { text: operator.displayName }]}><p className="tags"><OperatorTag state={state} /></p></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {done && !sent && <Notice><p>{t(`operators.${done}`)} {demo && (done === "opened" || done === "invited") && <a href="/sms">{t("seek.nav.sms")}</a>}</p></Notice>}
      <Facts rows={[
        [t("operators.username"), operator.username], [t("operators.place"), <WorksFor key="place" of={operator} />], [t("operators.home"), name(operator.home)],
        [t("operators.last"), invitation === null ? t("operators.neverSent") : (
          <>{t("operators.sent", { at: formatInstant(invitation.createdAt, locale), phone: invitation.phoneMasked })} · {invitation.standing === "STANDS" ? t("operators.until", { at: formatInstant(invitation.expiresAt, locale) }) : t(invitation.standing === "USED" ? "operators.used" : "operators.over")}</>
        )],
      ]} />
      {!closed && (
        <Section title={t("operators.again")} says={t("operators.againSays")}>
          <form method="post" className="stack">
            <Field form={of("invite") ?? emptyForm()} name="phone" label={t("operators.phone")} hint={t("operators.phoneHint")} inputMode="numeric" autoComplete="off" short />
            <p><Button name="intent" value="invite">{t("operators.againSubmit")}</Button></p>
          </form>
        </Section>
      )}
      <Section title={t("operators.change")}>
        <form method="post" className="stack">
          <PlaceFields form={of("place") ?? emptyForm({ bodyId: operator.body?.id ?? "", brandId: operator.brand?.id ?? "" })} places={places} now={operator} />
          <p><Button kind="quiet" name="intent" value="place">{t("operators.changeSubmit")}</Button></p>
        </form>
      </Section>
      <Section title={t(closed ? "operators.reopen" : "operators.close")} says={closed ? undefined : t("operators.closeSays")}>
        <form method="post" className="stack">
          <Field form={of("close", "reopen") ?? emptyForm()} name="reason" label={t("operators.reason")} hint={t("operators.reasonHint")} maxLength={60} autoComplete="off" />
          <p>{closed ? <Button name="intent" value="reopen">{t("operators.reopenSubmit")}</Button> : <Button kind="danger" name="intent" value="close">{t("operators.closeSubmit")}</Button>}</p>
        </form>
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
