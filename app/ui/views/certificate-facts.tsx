import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import { Facts } from "../components/page.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatDay } from "../i18n/format.ts";

export const CERTIFICATE_TONE = { UNVERIFIED: "loess", VERIFIED: "pine", REFUSED: "danger", REVOKED: "danger" } as const;

interface CertificateView {
  kind: CertificateKind;
  occupation: { zh: string; en: string };
  level: SkillLevel | null;
  issuer: string;
  number: string;
  issuedOn: string;
  expiresOn: string | null;
  expired: boolean;
  verification: keyof typeof CERTIFICATE_TONE;
}

/** A certificate as it is printed. */
export function CertificateFacts({ certificate: one, holder, home }: { certificate: CertificateView; holder?: string; home?: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Facts
      rows={[
        holder !== undefined && [t("profile.bureau.holder"), holder],
        home !== undefined && [t("profile.bureau.home"), home],
        [t("profile.certificates.kindLabel"), t(`terms.certificateKind.${one.kind}`)],
        [t("profile.certificates.occupationLabel"), name(one.occupation)],
        [t("me.level"), one.level ? t(`terms.skillLevel.${one.level}`) : t("profile.certificates.noLevel")],
        [t("profile.certificates.number"), one.number],
        [t("profile.certificates.issuer"), one.issuer],
        [t("profile.certificates.issuedOn"), formatDay(one.issuedOn, locale)],
        [t("profile.certificates.expiresOn"), one.expiresOn ? <>{formatDay(one.expiresOn, locale)}{one.expired && <> <Tag tone="danger">{t("profile.certificates.expired")}</Tag></>}</> : t("me.noExpiry")],
        [t("me.state"), t(`terms.verification.${one.verification}`)],
      ]}
    />
  );
}
