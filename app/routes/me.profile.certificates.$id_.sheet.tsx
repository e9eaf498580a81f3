import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPrintedCertificate } from "#app/data/read-models/certificate-check.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { Facts } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import { QrPicture } from "../ui/views/share-post.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.sheet.title", { noIndex: true });
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const certificate = found(await readPrintedCertificate(context.deps, context.origin, personId ?? "", params.id ?? ""));
  return { certificate, qr: qrOf(certificate.address), checkAt: `${context.origin}/certificates/check`, demo: context.deps.env.APP_MODE === "demo" };
}

/** A certificate on one sheet of paper; the code on it is the certificate, the rest is to be read. */
export default function CertificateSheet() {
  const { certificate: one, qr, checkAt, demo } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <p className="sorts no-print"><a href={`/me/profile/certificates/${one.id}`}>← {t("certificates.sheet.back")}</a><button className="button" type="button" hidden data-print="">{t("certificates.sheet.print")}</button></p>
      <article className="poster certificate notice-after" lang={locale === "zh" ? undefined : "en"}>
        <h1>{t(`terms.certificateKind.${one.kind}`)}</h1>
        <p className="holder"><span className="faint">{t("certificates.sheet.holder")}</span> <strong lang="zh-CN">{one.name}</strong></p>
        <p>{t("certificates.sheet.says")}</p>
        {demo && <p className="error">{t("certificates.sheet.demo")}</p>}
        <Facts
          rows={[
            [t("profile.certificates.occupationLabel"), name(one.occupation)],
            one.level !== null && [t("me.level"), t(`terms.skillLevel.${one.level}`)],
            [t("profile.certificates.number"), <span key="number" className="num">{one.number}</span>],
            [t("profile.certificates.issuer"), <span key="issuer" lang="zh-CN">{one.issuer}</span>],
            [t("profile.certificates.issuedOn"), formatDay(one.issuedOn, locale)],
            [t("profile.certificates.expiresOn"), one.expiresOn ? formatDay(one.expiresOn, locale) : t("me.noExpiry")],
          ]}
        />
        <div className="foot">
          <QrPicture qr={qr} label={t("certificates.own.alt")} />
          <div>
            <p><strong>{t("certificates.sheet.scan")}</strong></p>
            <p className="faint">{checkAt}</p>
            <p>{t("certificates.sheet.lost")}</p>
          </div>
        </div>
      </article>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
