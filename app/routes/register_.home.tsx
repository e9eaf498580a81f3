import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readProof } from "#app/data/phone-codes.server.ts";
import { readPlaceChoices } from "#app/data/read-models/search-names.server.ts";
import { CONSENT_PURPOSES } from "#app/domain/person/identity.ts";
import { systemActor } from "#app/platform/actor.ts";
import { formValues, onward, readForm } from "#app/platform/web/guards.server.ts";
import { registerSeeker } from "#app/usecases/accounts/register-seeker.server.ts";
import { readDraft } from "#app/usecases/accounts/registration-draft.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.register.title", { noIndex: true });

const WHO_FIELDS = ["name", "idNumber", "education", "countyCode"];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const proof = await readProof(context.deps, context.phoneProof);
  if (!proof) throw redirect(onward("/register?phone", request));
  const { countyCode, name } = readDraft(proof.note);
  if (!countyCode || !name) throw redirect(onward("/register/who", request));
  const [counties, towns] = await Promise.all([readPlaceChoices(context.deps.pool, null), readPlaceChoices(context.deps.pool, countyCode)]);
  return { county: counties.find(({ code }) => code === countyCode)?.name ?? null, towns, back: onward("/register/who", request) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const sent = await readForm(request);
  const { password, ...values } = { ...formValues(sent), consents: sent.getAll("consents").map(String) } as FormState["values"];
  if ((await context.codeTryWait()) > 0) return { values, problems: [{ code: "too-many-attempts" }] };
  const proof = await readProof(context.deps, context.phoneProof);
  if (!proof) return redirect(onward("/register?phone", request));
  const actor = { ...systemActor("a job seeker registers"), requestId: context.requestId };
  const result = await registerSeeker(context.deps, actor, { ...readDraft(proof.note), ...values, password, proof: context.phoneProof });
  if (!result.ok) return { values: { ...values, typedPassword: password ? "1" : undefined }, problems: result.problems };
  const headers = new Headers([["Set-Cookie", await context.startSession(result.value.userId)], ["Set-Cookie", context.keepPhoneProof(null)]]);
  return redirect(onward("/me/wish?new", request), { headers });
}

export default function Home() {
  const { county, towns, back } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const whoWrong = form.problems.some(({ field }) => field !== undefined && WHO_FIELDS.includes(field));
  return (
    <>
      <PageHead title={t("account.register.title")} />
      <ErrorSummary form={form} />
      {whoWrong && <Notice kind="counted"><p><a href={back}>{t("account.register.back")}</a></p></Notice>}
      {form.values.typedPassword === "1" && <p className="soft">{t("account.register.passwordAgain")}</p>}
      <section className="section">
        <div className="section-head"><h2>{t("account.register.homeHeading")}</h2><p>{t("account.register.step", { n: 3 })}</p></div>
        <form method="post">
          <Select form={form} name="homeRegionCode" label={`${t("account.register.town")}${t("common.inBrackets", { text: name(county) })}`} hint={t("account.register.townHint")} empty={t("common.choose")} options={towns.map((one) => ({ value: one.code, text: name(one.name) }))} />
          <p className="field"><a href={back}>{t("account.register.otherCounty")}</a></p>
          <ChoiceGroup
            form={form} name="consents" kind="checkbox" legend={t("account.register.consents")} hint={t("account.register.consentsHint")}
            options={CONSENT_PURPOSES.map((purpose) => ({ value: purpose, text: t(`account.register.consent.${purpose}`), hint: t(`account.register.consent.${purpose}says`) }))}
          />
          <Field form={form} name="password" type="password" label={t("account.register.password")} hint={t("account.register.passwordHint")} autoComplete="new-password" />
          <p className="notice-after"><Button size="big">{t("account.register.submit")}</Button></p>
        </form>
      </section>
    </>
  );
}

export const ErrorBoundary = PageError;
