import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOwnOccupations } from "#app/data/read-models/my-profile.server.ts";
import { readOccupationOptions } from "#app/data/read-models/options.server.ts";
import { CERTIFICATE_KINDS, SKILL_LEVELS } from "#app/domain/terms.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { addCertificate } from "#app/usecases/profile/add-certificate.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.certificates.newHeading", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const [own, occupations] = await Promise.all([readOwnOccupations(context.deps.pool, personId ?? ""), readOccupationOptions(context.deps.pool)]);
  return { own, occupations };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const sent = await readForm(request);
  // chosen from the short list, or from the long one behind it
  const values = { ...formValues(sent), occupationCode: sent.getAll("occupationCode").map(String).filter(Boolean).at(-1) ?? "" };
  const result = await addCertificate(context.deps, actor, values);
  return result.ok ? redirect(`/me/profile/certificates/${result.value.certificateId}?saved=1`) : { values, problems: result.problems };
}

export default function NewCertificate() {
  const { own, occupations } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ level: "" });
  const t = useT();
  const name = useName();
  const code = String(form.values.occupationCode ?? "");
  const isOwn = own.some((one) => one.code === code);
  return (
    <>
      <PageHead title={t("profile.certificates.newHeading")} lead={t("profile.certificates.says")} crumbs={[{ href: "/me/profile", text: t("profile.title") }, { href: "/me/profile/certificates", text: t("profile.step.certificates") }, { text: t("profile.certificates.newHeading") }]} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <ChoiceGroup form={form} name="kind" kind="radio" legend={t("profile.certificates.kind")} options={CERTIFICATE_KINDS.map((kind) => ({ value: kind, text: t(`terms.certificateKind.${kind}`) }))} />
        {own.length > 0 && <div className="choice-columns"><ChoiceGroup form={form} name="occupationCode" kind="radio" legend={t("profile.certificates.occupation")} options={own.map((one) => ({ value: one.code, text: name(one.name) }))} /></div>}
        <Select form={own.length > 0 ? { ...form, problems: [] } : form} name="occupationCode" id={own.length > 0 ? "occupation-other" : "occupationCode"} label={t(own.length > 0 ? "profile.certificates.occupationOther" : "profile.certificates.occupation")} options={groupOccupations(occupations, name)} empty={t("common.none")} value={isOwn ? "" : code} />
        <div className="choice-columns"><ChoiceGroup form={form} name="level" kind="radio" legend={t("profile.certificates.level")} hint={t("profile.certificates.levelHint")} options={[{ value: "", text: t("profile.certificates.noLevel") }, ...SKILL_LEVELS.map((level) => ({ value: level, text: t(`terms.skillLevel.${level}`) }))]} /></div>
        <Field form={form} name="number" label={t("profile.certificates.number")} autoComplete="off" maxLength={60} />
        <Field form={form} name="issuer" label={t("profile.certificates.issuer")} hint={t("profile.certificates.issuerHint")} maxLength={80} />
        <div className="field-row">
          <Field form={form} name="issuedOn" type="date" short label={t("profile.certificates.issuedOn")} />
          <Field form={form} name="expiresOn" type="date" short label={t("profile.certificates.expiresOn")} hint={t("profile.certificates.expiresHint")} />
        </div>
        <Button size="big">{t("profile.certificates.save")}</Button>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
