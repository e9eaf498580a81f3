import type { LookupState } from "#app/domain/certificate/lookup.ts";
import { Tag } from "../components/tag.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatInstant } from "../i18n/format.ts";

const TONES = { WAITING: "loess", FOUND: "pine", NOT_FOUND: "danger", MISMATCHED: "danger", UNREACHED: "loess" } as const;

interface Lookup {
  state: LookupState;
  differs: ("kind" | "level" | "issuedOn" | "holder")[];
  askedAt: Date | string | null;
  againAt: Date | string | null;
}

/** What the register of certificates said. It proposes; the officer decides. */
export function LookupAnswer({ lookup }: { lookup: Lookup | null }) {
  const t = useT();
  const locale = useLocale();
  const at = (moment: Date | string) => formatInstant(new Date(moment), locale);
  const state = lookup?.state ?? "WAITING";
  return (
    <p className="notice-after">
      {t("certificates.lookup.title")} <Tag tone={TONES[state]}>{t(`certificates.lookup.${state}`)}</Tag>
      {lookup && lookup.differs.length > 0 && <> {t("certificates.lookup.differs", { what: lookup.differs.map((one) => t(`certificates.lookup.difference.${one}`)).join(t("certificates.issuers.comma")) })}</>}
      {lookup?.askedAt && <> <span className="soft">{t("certificates.lookup.askedAt", { at: at(lookup.askedAt) })}</span></>}
      {lookup?.state === "UNREACHED" && <> <span className="soft">{lookup.againAt ? t("certificates.lookup.againAt", { at: at(lookup.againAt) }) : t("certificates.lookup.noMore")}</span></>}
      <br /><span className="soft">{t("certificates.lookup.final")}</span>
    </p>
  );
}
