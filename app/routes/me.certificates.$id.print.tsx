import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPrintedCertificate } from "#app/data/read-models/printed-certificate.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { Notice } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import { CertificateFacts } from "../ui/views/certificate-facts.tsx";
import { QrPicture } from "../ui/views/share-post.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.sheet.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const sheet = found(await readPrintedCertificate(context.deps, personId ?? "", params.id ?? ""));
  const checkPage = `${context.origin}/certificates/check`;
  return { ...sheet, checkPage, qr: qrOf(`${checkPage}?c=${sheet.signedText}`), today: context.deps.clock.today() };
}

export default function PrintedCertificate() {
  const { certificate, name, standing, checkPage, qr, today } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <p className="sorts no-print"><a href={`/me/profile/certificates/${certificate.id}`}>← {t("certificates.sheet.back")}</a><button className="button" type="button" hidden data-print="">{t("seek.poster.print")}</button></p>
      {standing !== "valid" && <div className="notice-after"><Notice kind="danger"><p>{t(standing === "revoked" ? "certificates.check.revokedSays" : "certificates.check.expiredSays")}</p></Notice></div>}
      <article className="poster notice-after" lang={locale === "zh" ? undefined : "en"}>
        <h1>{t(`terms.certificateKind.${certificate.kind}`)}</h1>
        <CertificateFacts certificate={certificate} holder={name} />
        {standing !== "revoked" && (
          <div className="foot">
            <QrPicture qr={qr} label={t("certificates.own.alt")} />
            <div>
              <p><strong>{t("certificates.sheet.scan")}</strong></p>
              <p className="faint">{checkPage}</p>
              <p>{t("certificates.own.says")}</p>
            </div>
          </div>
        )}
        <p>{t("certificates.sheet.lost")}</p>
        <p className="faint">{t("certificates.sheet.printed", { day: formatDay(today, locale) })}</p>
      </article>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
