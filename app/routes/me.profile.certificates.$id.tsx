import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPrintedAddress } from "#app/data/read-models/certificate-check.server.ts";
import { readCertificates } from "#app/data/read-models/my-profile.server.ts";
import { LARGEST_PHOTO_BYTES, MOST_PHOTOS } from "#app/domain/profile/photo.ts";
import type { Problem } from "#app/domain/result.ts";
import { found, orNotFound, requireActor } from "#app/platform/web/guards.server.ts";
import { readUpload } from "#app/platform/web/upload.server.ts";
import { addPhoto } from "#app/usecases/profile/add-photo.server.ts";
import { removeCertificate } from "#app/usecases/profile/remove-certificate.server.ts";
import { removePhoto } from "#app/usecases/profile/remove-photo.server.ts";
import { Button, ErrorSummary, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useProblemText, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import { CertificateFacts } from "../ui/views/certificate-facts.tsx";
import { QrPicture } from "../ui/views/share-post.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.certificates", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const certificates = await readCertificates(context.deps, personId ?? "");
  const certificate = found(certificates.find((one) => one.id === params.id));
  const address = await readPrintedAddress(context.deps, context.origin, personId ?? "", certificate.id);
  return { certificate, printed: address && { address, qr: qrOf(address) }, saved: new URL(request.url).searchParams.get("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | { problems: Problem[] }> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { deps } = context;
  const upload = await readUpload(request, "photo", LARGEST_PHOTO_BYTES);
  if (!upload.ok) return { problems: [{ code: "photo-too-large", field: "photo" }] };
  const { intent, fileId } = upload.values;
  const here = `/me/profile/certificates/${params.id}`;
  const done = async () => {
    if (intent === "remove") return { result: await removeCertificate(deps, actor, { certificateId: params.id }), to: "/me/profile/certificates?saved=1" };
    if (intent === "removePhoto") return { result: await removePhoto(deps, actor, { fileId }), to: `${here}?saved=1` };
    return { result: await addPhoto(deps, actor, { certificateId: params.id, bytes: upload.bytes ?? new Uint8Array() }), to: `${here}?saved=photo` };
  };
  const { result, to } = await done();
  if (result.ok) return redirect(to);
  orNotFound(result);
  return { problems: result.problems };
}

export default function Certificate() {
  const { certificate, printed, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as { problems: Problem[] } | undefined;
  const t = useT();
  const name = useName();
  const say = useProblemText();
  const locale = useLocale();
  const problems = sent?.problems ?? [];
  const stays = certificate.verification === "REFUSED" || certificate.verification === "REVOKED";
  return (
    <>
      <PageHead title={name(certificate.occupation)} crumbs={[{ href: "/me/profile", text: t("profile.title") }, { href: "/me/profile/certificates", text: t("profile.step.certificates") }, { text: name(certificate.occupation) }]} />
      {saved !== null && problems.length === 0 && <div className="notice-before"><Notice><p>{t(saved === "photo" ? "profile.certificates.uploaded" : "profile.saved")}</p></Notice></div>}
      <ErrorSummary form={{ values: {}, problems }} />
      {certificate.verification === "REFUSED" && <div className="notice-before"><Notice kind="danger"><p>{t("profile.certificates.refused", { reason: certificate.decisionReason ?? "—" })}</p><p>{t("profile.certificates.refusedNext")}</p></Notice></div>}
      {certificate.expired && <div className="notice-before"><Notice kind="counted"><p>{t("profile.certificates.expiredOn", { day: formatDay(certificate.expiresOn!, locale) })}</p><p>{t("profile.certificates.expiredNext")} <a href="/me/profile/certificates/new">{t("profile.certificates.add")}</a></p></Notice></div>}
      <CertificateFacts certificate={certificate} />
      {printed && <Section title={t("certificates.own.title")} says={t("certificates.own.says")}><QrPicture qr={printed.qr} label={t("certificates.own.alt")} /><p><a href={printed.address}>{t("certificates.own.open")}</a> · <a href={`/me/profile/certificates/${certificate.id}/sheet`}>{t("certificates.own.sheet")}</a></p></Section>}
      <Section title={t("profile.certificates.photos")}>
        {certificate.photos.length === 0 && <p>{t("profile.certificates.noPhotos")}</p>}
        <ul className="photo-list">
          {certificate.photos.map((id, at) => (
            <li key={id}>
              <a href={`/files/${id}`}><img src={`/files/${id}`} alt={t("profile.certificates.photoAlt", { n: at + 1 })} loading="lazy" /></a>
              <form method="post"><input type="hidden" name="fileId" value={id} /><Button kind="quiet" size="small" name="intent" value="removePhoto">{t("profile.certificates.removePhoto")}</Button></form>
            </li>
          ))}
        </ul>
        {certificate.photos.length < MOST_PHOTOS && (
          <form method="post" encType="multipart/form-data" className="stack notice-after">
            <div className={problems.length > 0 ? "field wrong" : "field"}>
              <label className="label" htmlFor="photo">{t("profile.certificates.photo")}</label>
              <span className="hint" id="photo-hint">{t("profile.certificates.photoHint")}</span>
              {problems.map((problem) => <span className="error" key={problem.code}>{say(problem)}</span>)}
              <input className="input" type="file" id="photo" name="photo" accept="image/jpeg,image/png,image/webp,image/heic" aria-describedby="photo-hint" />
            </div>
            <Button name="intent" value="photo">{t("profile.certificates.upload")}</Button>
          </form>
        )}
      </Section>
      <p className="section"><LinkButton href="/me/profile/certificates">{t("profile.certificates.back")}</LinkButton></p>
      {!stays && (
        <form method="post" className="section stack">
          <p className="soft">{t("profile.certificates.removeSays")}</p>
          <Button kind="danger" name="intent" value="remove">{t("profile.certificates.remove")}</Button>
        </form>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
