import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCertificates, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { answerStep } from "#app/usecases/profile/answer-step.server.ts";
import { emptyForm, LinkButton } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CERTIFICATE_TONE } from "../ui/views/certificate-facts.tsx";
import { GoOn, StepPage, stepHref } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.certificates", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const [progress, certificates] = await Promise.all([readProgress(context.deps.pool, personId ?? ""), readCertificates(context.deps, personId ?? "")]);
  return { progress, certificates, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  await answerStep(context.deps, actor, { step: "certificates" });
  return redirect(stepHref(nextStepAfter("certificates", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Certificates() {
  const { progress, certificates, saved } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <StepPage step="certificates" progress={progress} form={emptyForm()} saved={saved} lead={t("profile.certificates.says")}>
      {certificates.length > 0 && (
        <ul className="step-list">
          {certificates.map((one) => (
            <li key={one.id}>
              <span className="step-name">{name(one.occupation)}{one.level && ` · ${t(`terms.skillLevel.${one.level}`)}`}</span>
              <span className="step-good"><Tag tone={CERTIFICATE_TONE[one.verification]}>{t(`terms.verification.${one.verification}`)}</Tag>{one.expired && <> <Tag tone="danger">{t("profile.certificates.expired")}</Tag></>} {t(`terms.certificateKind.${one.kind}`)} · {one.issuer}</span>
              <a className="button quiet small" href={`/me/profile/certificates/${one.id}`} aria-label={`${t("profile.certificates.open")} ${name(one.occupation)}`}>{t("profile.certificates.open")}</a>
            </li>
          ))}
        </ul>
      )}
      <p className="notice-after"><LinkButton href="/me/profile/certificates/new" size={certificates.length === 0 ? "big" : undefined}>{t("profile.certificates.add")}</LinkButton></p>
      <GoOn>{t(certificates.length > 0 ? "profile.keepOn" : "profile.certificates.none")}</GoOn>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
