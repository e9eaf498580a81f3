import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import { Facts, Notice, Section } from "../components/page.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatDay } from "../i18n/format.ts";

interface Check {
  standing: "valid" | "expired" | "revoked" | "forged";
  certificate: { kind: CertificateKind; level: SkillLevel | null; occupation: { zh: string; en: string }; number: string; issuer: string; issuedOn: string; expiresOn: string | null } | null;
  nameFits: boolean | null;
}

/** What a signed certificate turned out to be, in a word, a sentence and its facts. */
export function CheckedCertificate({ check: { standing, certificate: one, nameFits } }: { check: Check }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Section title={t(`certificates.check.${standing}`)}>
      <Notice kind={standing === "valid" ? "plain" : "danger"}><p>{t(`certificates.check.${standing}Says`)}</p></Notice>
      {nameFits !== null && <div className="notice-after"><Notice kind={nameFits ? "plain" : "danger"}><p>{t(nameFits ? "certificates.check.nameYes" : "certificates.check.nameNo")}</p></Notice></div>}
      {one !== null && (
        <Facts
          rows={[
            [t("profile.certificates.kindLabel"), t(`terms.certificateKind.${one.kind}`)],
            [t("profile.certificates.occupationLabel"), name(one.occupation)],
            one.level !== null && [t("me.level"), t(`terms.skillLevel.${one.level}`)],
            [t("profile.certificates.number"), one.number],
            [t("profile.certificates.issuer"), one.issuer],
            [t("profile.certificates.issuedOn"), formatDay(one.issuedOn, locale)],
            [t("profile.certificates.expiresOn"), one.expiresOn ? formatDay(one.expiresOn, locale) : t("me.noExpiry")],
          ]}
        />
      )}
    </Section>
  );
}
