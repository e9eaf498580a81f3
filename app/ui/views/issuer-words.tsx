import type { IssuerLine } from "#app/data/read-models/issuer-pages.server.ts";
import { Tag } from "../components/tag.tsx";
import { useT } from "../i18n/context.tsx";

const TONES = { ACTIVE: "pine", ENDED: "loess", SUSPENDED: "danger" } as const;

export function IssuerTag({ state }: { state: IssuerLine["state"] }) {
  const t = useT();
  return <Tag tone={TONES[state]}>{t(`certificates.issuers.states.${state}`)}</Tag>;
}

/** Where the officers' pages about certificates lie. */
export function CertificateLinks() {
  const t = useT();
  return <p className="chips notice-after"><a href="/bureau/certified">{t("certificates.link.certified")}</a><a href="/bureau/certificates">{t("certificates.link.waiting")}</a><a href="/bureau/certificates/ending">{t("certificates.link.ending")}</a><a href="/bureau/issuers">{t("certificates.link.issuers")}</a></p>;
}
