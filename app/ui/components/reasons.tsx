import type { Reason } from "#app/domain/matching/facts.ts";
import type { PlaceClass } from "#app/domain/terms.ts";
import { useLocale } from "../i18n/context.tsx";
import { formatCount, formatDay, formatKm, formatYuan } from "../i18n/format.ts";
import { findText, type Locale, type Params, translator } from "../i18n/translate.ts";

export interface ShownReason extends Reason {
  names?: Record<string, { zh: string; en: string }>;
}

/** One reason as a sentence: codes become names, fen become yuan, months become years. */
export function reasonText(reason: ShownReason, locale: Locale, eyes: "own" | "employer" = "own"): string {
  const t = translator(locale);
  const given = reason.params ?? {};
  const name = (key: string) => reason.names?.[key]?.[locale] || reason.names?.[key]?.zh || "";
  const fen = (key: string) => (typeof given[key] === "number" ? formatYuan(given[key]) : "");
  const km = Number(given.km ?? -1);
  const payLow = fen("minFen") || fen("payFen");
  const payHigh = fen("maxFen");
  const params: Params = {
    ...given,
    occupation: name("occupation"),
    brand: name("brand"),
    level: given.level ? (findText(locale, `terms.skillLevel.${given.level}`) ?? "") : "",
    pay: payHigh && payHigh !== payLow ? `${payLow}–${payHigh}` : payLow,
    wish: fen("wishFen"),
    floor: fen("floorFen"),
    km: km >= 0 ? formatCount(km) : "",
    distance: km >= 0 ? (locale === "zh" ? `，约 ${formatKm(km, locale)}` : `, about ${formatKm(km, locale)}`) : "",
    needed: given.needed ? (findText(locale, `terms.education.${given.needed}`) ?? "") : "",
    place: given.placeClass ? t(`terms.placeClass.${given.placeClass as PlaceClass}`) : "",
    duration: durationText(Number(given.months ?? 0), locale),
    from: typeof given.from === "string" && given.from.includes("-") ? formatDay(given.from, locale) : (given.from ?? ""),
  };
  const forEmployer = eyes === "employer" ? findText(locale, `reasonsForEmployer.${reason.code}`, params) : null;
  const text = forEmployer ?? findText(locale, `reasons.${reason.code}`, params) ?? reason.code;
  return text.replace(/ {2,}/g, " ");
}

export function durationText(months: number, locale: Locale): string {
  const t = translator(locale);
  const years = Math.floor(months / 12);
  return years >= 1 ? t("jobs.duration.years", { count: years, n: years }) : t("jobs.duration.months", { count: months, n: months });
}

export function ReasonList({ reasons, against, eyes }: { reasons: readonly ShownReason[]; against?: boolean; eyes?: "own" | "employer" }) {
  const locale = useLocale();
  return <ul className={against ? "reasons against" : "reasons"}>{reasons.map((reason) => <li key={reason.code}>{reasonText(reason, locale, eyes)}</li>)}</ul>;
}
