import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { EMPLOYER_KINDS } from "#app/domain/employer/kind.ts";
import { systemActor } from "#app/platform/actor.ts";
import { formValues, readForm } from "#app/platform/web/guards.server.ts";
import { registerEmployer } from "#app/usecases/employers/register-employer.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { workplaceOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.register.title");

export async function loader({ context }: LoaderFunctionArgs) {
  return { regions: await readRegionOptions(context.deps.pool), signedIn: context.actor?.role === "EMPLOYER" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const { password, ...values } = formValues(await readForm(request));
  const wait = await context.registerWait();
  if (wait > 0) return { values, problems: [{ code: "too-many-attempts" }] };
  const actor = { ...systemActor("an employer registers itself"), requestId: context.requestId };
  const result = await registerEmployer(context.deps, actor, { ...values, password });
  if (!result.ok) return { values, problems: result.problems };
  return redirect("/employer?done=registered", { headers: { "Set-Cookie": await context.startSession(result.value.userId) } });
}

export default function RegisterEmployer() {
  const { regions, signedIn } = useLoaderData<typeof loader>();
  const form: FormState = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ kind: "OWN_RECRUITING" });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("recruit.register.title")} lead={t("recruit.register.lead")} />
      {signedIn && <Notice><p><a href="/employer">{t("recruit.register.have")}</a></p></Notice>}
      <ErrorSummary form={form} />
      {form.problems.length > 0 && <p className="soft notice-after">{t("recruit.register.passwordAgain")}</p>}
      <form method="post" className="notice-after">
        <Field form={form} name="name" label={t("recruit.register.name")} hint={t("recruit.register.nameHint")} autoComplete="organization" required />
        <Field form={form} name="creditCode" label={t("recruit.register.code")} hint={t("recruit.register.codeHint")} autoComplete="off" required />
        <ChoiceGroup form={form} name="kind" kind="radio" legend={t("recruit.register.kind")} options={EMPLOYER_KINDS.map((kind) => ({ value: kind, text: t(`terms.employerKind.${kind}`), hint: t(`recruit.kindSays.${kind}`) }))} />
        <Field form={form} name="licenceNumber" label={t("recruit.register.licence")} hint={t("recruit.register.licenceHint")} />
        <Select form={form} name="regionCode" label={t("recruit.register.region")} empty={t("common.choose")} options={workplaceOptions(regions, name, t)} />
        <div className="field-row">
          <Field form={form} name="contact" label={t("recruit.register.contact")} autoComplete="name" required />
          <Field form={form} name="phone" label={t("recruit.register.phone")} hint={t("recruit.register.phoneHint")} inputMode="numeric" autoComplete="tel" required />
        </div>
        <Field form={form} name="password" type="password" label={t("auth.password")} hint={t("recruit.register.passwordHint")} autoComplete="new-password" required />
        <p className="notice-after"><Button size="big">{t("recruit.register.submit")}</Button></p>
        <p className="soft notice-after">{t("recruit.register.after")} <a href="/login?to=%2Femployer">{t("recruit.register.haveAccount")}</a></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
