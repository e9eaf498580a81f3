import ed25519 from "@noble/ed25519/index.js?url";
import jsqr from "jsqr/dist/jsQR.js?url";
import { CERTIFICATE_KINDS, SKILL_LEVELS } from "#app/domain/terms.ts";
import { Facts, Notice, Section } from "../components/page.tsx";
import { useLocale, useT } from "../i18n/context.tsx";

const SCRIPTS = "/enhance/certificate-check";
const FACTS = { kind: "profile.certificates.kindLabel", occupation: "profile.certificates.occupationLabel", level: "me.level", number: "profile.certificates.number", issuer: "profile.certificates.issuer", issuedOn: "profile.certificates.issuedOn", expiresOn: "profile.certificates.expiresOn" } as const;

/**
 * A photo of the code, checked on the phone itself: shown once its script runs. What it may have to say stands ready in templates,
 * so that it needs no net. The two libraries are fetched when they are needed, and kept by the service worker of whoever asks for that.
 */
export function OfflineCheck() {
  const t = useT();
  const locale = useLocale();
  const texts = {
    kinds: Object.fromEntries(CERTIFICATE_KINDS.map((one) => [one, t(`terms.certificateKind.${one}`)])), levels: Object.fromEntries(SKILL_LEVELS.map((one) => [one, t(`terms.skillLevel.${one}`)])),
    noExpiry: t("me.noExpiry"), listOf: t("certificates.check.listOf", { at: "{{at}}" }), notKept: t("certificates.check.notKept"), kept: t("certificates.check.kept"), noCode: t("certificates.check.noCode"), reading: t("certificates.check.reading"),
  };
  return (
    <div data-certificate-check="" hidden data-lists={`/certificates/lists.json?lang=${locale}`} data-curves={ed25519} data-codes={jsqr} data-texts={JSON.stringify(texts)}>
      <Section title={t("certificates.check.photo")} says={t("certificates.check.photoSays")}>
        <div className="stack">
          <div className="field"><label className="label" htmlFor="code-photo">{t("certificates.check.photoLabel")}</label><input className="input" type="file" id="code-photo" accept="image/*" capture="environment" /></div>
          <p data-check-status="" role="status" aria-live="polite" className="soft">{t("certificates.check.notKept")}</p>
          <button className="button quiet" type="button" data-keep="">{t("certificates.check.keep")}</button>
        </div>
      </Section>
      {(["valid", "expired", "revoked", "forged"] as const).map((standing) => (
        <template key={standing} data-part={standing}><h2>{t(`certificates.check.${standing}`)}</h2><Notice kind={standing === "valid" ? "plain" : "danger"}><p>{t(`certificates.check.${standing}Says`)}</p></Notice></template>
      ))}
      {(["nameYes", "nameNo"] as const).map((said) => <template key={said} data-part={said}><div className="notice-after"><Notice kind={said === "nameYes" ? "plain" : "danger"}><p>{t(`certificates.check.${said}`)}</p></Notice></div></template>)}
      <template data-part="facts"><Facts rows={Object.entries(FACTS).map(([fact, label]) => [t(label), <span key={fact} data-fact={fact} />] as const)} /></template>
      <template data-part="kept"><a href={ed25519}> </a><a href={jsqr}> </a></template>
      {[`${SCRIPTS}/verify.js`, `${SCRIPTS}/lists.js`, `${SCRIPTS}/scan.js`, "/enhance/qr-library.js"].map((part) => <link key={part} rel="modulepreload" href={part} />)}
      <script type="module" src={`${SCRIPTS}/main.js`} />
    </div>
  );
}
