import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountsOfPhone } from "#app/data/accounts.server.ts";
import { readProof } from "#app/data/phone-codes.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { EDUCATIONS } from "#app/domain/terms.ts";
import { formValues, onward, readForm } from "#app/platform/web/guards.server.ts";
import { keepWho, readDraft } from "#app/usecases/accounts/registration-draft.server.ts";
import { Button, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.register.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const proof = await readProof(context.deps, context.phoneProof);
  if (!proof) throw redirect(onward("/register?phone", request));
  const [{ cities, counties }, accounts] = await Promise.all([readRegionOptions(context.deps.pool), accountsOfPhone(context.deps, proof.phone)]);
  return { cities, counties, phone: proof.phoneMasked, shared: accounts.length > 0, values: readDraft(proof.note) as FormState["values"] };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const values = formValues(await readForm(request));
  const kept = await keepWho(context.deps, context.phoneProof, values);
  if (kept.ok) return redirect(onward("/register/home", request));
  return kept.problems.some(({ code }) => code === "proof-over") ? redirect(onward("/register?phone", request)) : { values, problems: kept.problems };
}

export default function Who() {
  const { cities, counties, phone, shared, values } = useLoaderData<typeof loader>();
  const form: FormState = (useActionData<typeof action>() as FormState | undefined) ?? { values, problems: [] };
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("account.register.title")} lead={t("account.register.phoneOk", { phone })} />
      {shared && <Notice><p>{t("account.register.sharedPhone")} <a href="/login/choose">{t("account.register.sharedLink")}</a></p></Notice>}
      <ErrorSummary form={form} />
      <section className="section">
        <div className="section-head"><h2>{t("account.register.whoHeading")}</h2><p>{t("account.register.step", { n: 2 })}</p></div>
        <p className="hint">{t("account.register.whoSays")}</p>
        <form method="post" className="notice-after">
          <Field form={form} name="name" label={t("account.register.name")} autoComplete="name" maxLength={60} required />
          <Field form={form} name="idNumber" label={t("account.register.idNumber")} hint={t("account.register.idHint")} autoComplete="off" maxLength={24} required />
          <Select form={form} name="education" label={t("account.register.education")} empty={t("common.choose")} options={EDUCATIONS.map((one) => ({ value: one, text: one === "NONE" ? t("profile.education.none") : t(`terms.education.${one}`) }))} />
          <Select form={form} name="countyCode" label={t("account.register.county")} empty={t("common.choose")} options={groupCounties(cities, counties, name)} />
          <p className="notice-after"><Button size="big">{t("account.register.next")}</Button></p>
        </form>
      </section>
    </>
  );
}

export const ErrorBoundary = PageError;
