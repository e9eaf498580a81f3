import type { BureauFlag } from "#app/data/read-models/bureau-flags.server.ts";
import { formatCount, formatDay } from "../i18n/format.ts";
import { type Locale, translator } from "../i18n/translate.ts";

/** What a warning about ads rests on, in a sentence. */
export function flagWords({ kind, facts, other }: Pick<BureauFlag, "kind" | "facts" | "other">, locale: Locale): string {
  const t = translator(locale);
  if (kind === "NO_HIRE") return t("recruit.flags.noHire", { ads: formatCount(Number(facts.ads)), views: formatCount(Number(facts.views)), day: formatDay(String(facts.firstAdOn), locale) });
  return [t("recruit.flags.copy", { percent: Number(facts.percent) }), other && `${other.title} · ${other.employerName}`].filter(Boolean).join(" ");
}
