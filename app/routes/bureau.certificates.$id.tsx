import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBureauCertificate } from "#app/data/read-models/bureau-certificates.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { revokeCertificate } from "#app/usecases/certificates/revoke-certificate.server.ts";
import { decideCertificate } from "#app/usecases/profile/decide-certificate.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, TextArea } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { LookupAnswer } from "../ui/views/lookup-answer.tsx";
import { CertificateFacts } from "../ui/views/certificate-facts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.bureau.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { certificate: found(await readBureauCertificate(context.deps, actor, params.id ?? "")) };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const revokes = values.intent === "revoke";
  const result = await (revokes ? revokeCertificate : decideCertificate)(context.deps, actor, { ...values, certificateId: params.id });
  if (result.ok) return redirect(revokes ? `/bureau/certificates/${params.id}` : "/bureau/certificates?done=1");
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function BureauCertificate() {
  const { certificate } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={`${certificate.name} · ${name(certificate.occupation)}`} crumbs={[{ href: "/bureau/certificates", text: t("profile.bureau.title") }, { text: name(certificate.occupation) }]} />
      <ErrorSummary form={form} />
      <div className="columns two">
        <Section title={t("profile.bureau.facts")}><CertificateFacts certificate={certificate} holder={certificate.name} home={name(certificate.home)} />{certificate.issuedHere === null && <LookupAnswer lookup={certificate.lookup} />}</Section>
        <Section title={t("profile.bureau.look")}>
          {certificate.photos.length === 0 && <p>{t("profile.bureau.noPhotos")}</p>}
          <ul className="photo-list">{certificate.photos.map((id, at) => <li key={id}><a href={`/files/${id}`}><img src={`/files/${id}`} alt={t("profile.bureau.openPhoto", { n: at + 1 })} /></a></li>)}</ul>
        </Section>
      </div>
      {certificate.decisionReason && <div className="notice-after"><Notice kind="counted"><p>{certificate.decisionReason}</p></Notice></div>}
      {certificate.issuedHere === null ? (
        <Section title={t("profile.bureau.decide")}>
          <div className="columns two">
            {certificate.verification !== "VERIFIED" && <form method="post"><Button name="decision" value="VERIFIED">{t("profile.bureau.verify")}</Button></form>}
            {certificate.verification !== "REFUSED" && (
              <form method="post" className="stack">
                <TextArea form={form} name="reason" rows={2} maxLength={300} label={t("profile.bureau.reason")} hint={t("profile.bureau.reasonHint")} />
                <Button kind="danger" name="decision" value="REFUSED">{t("profile.bureau.refuse")}</Button>
              </form>
            )}
          </div>
        </Section>
      ) : (
        <Section title={t("certificates.revoke.title")} says={t(certificate.issuedHere.revokedAt === null ? "certificates.revoke.says" : "certificates.revoke.done", { at: certificate.issuedHere.revokedAt === null ? "" : formatInstant(certificate.issuedHere.revokedAt, locale) })}>
          {certificate.issuedHere.revokedAt === null && (
            <form method="post" className="stack">
              <TextArea form={form} name="reason" rows={2} maxLength={300} label={t("certificates.revoke.reason")} hint={t("certificates.revoke.reasonHint")} />
              <p><Button kind="danger" name="intent" value="revoke">{t("certificates.revoke.submit")}</Button></p>
            </form>
          )}
          <p><a href={`/bureau/issuers/${certificate.issuedHere.issuerId}`}>{t("certificates.revoke.issuer")}</a></p>
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
