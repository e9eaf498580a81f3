import type { WagePeriod } from "#app/domain/terms.ts";
import { useT } from "../i18n/context.tsx";
import { formatYuan } from "../i18n/format.ts";
import type { Translate } from "../i18n/translate.ts";

export interface WageFacts {
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
  wageMonths?: number;
  hoursPerDay?: number;
  daysPerWeek?: number;
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
}

/** The comparable figure a month, the period named. */
export function monthlyText(wage: WageFacts, t: Translate): string {
  const { monthlyMinFen: min, monthlyMaxFen: max } = wage;
  if (min === null && max === null) return wage.wagePeriod === "PIECE" ? t("common.wage.piece") : t("common.wage.negotiable");
  if (min === null) return t("common.wage.upTo", { max: formatYuan(max ?? 0) });
  if (max === null) return t("common.wage.from", { min: formatYuan(min) });
  return min === max ? t("common.wage.one", { min: formatYuan(min) }) : t("common.wage.range", { min: formatYuan(min), max: formatYuan(max) });
}

/** As advertised, where that says more than the monthly figure. */
export function advertisedText(wage: WageFacts, t: Translate): string | null {
  const low = wage.wageMinFen ?? wage.wageMaxFen;
  const high = wage.wageMaxFen ?? wage.wageMinFen;
  if (low === null || high === null) return null;
  if (wage.wagePeriod === "MONTH") return (wage.wageMonths ?? 12) > 12 ? t("common.wage.months", { n: wage.wageMonths ?? 12 }) : null;
  const params = { period: t(`terms.wagePeriod.${wage.wagePeriod}`), min: formatYuan(low), max: formatYuan(high) };
  return low === high ? t("common.wage.asPaidOne", params) : t("common.wage.asPaid", params);
}

/** How the monthly figure was reckoned from what is advertised; null where it is what is advertised. */
export function reckonedText(wage: WageFacts, t: Translate): string | null {
  if (wage.monthlyMinFen === null && wage.monthlyMaxFen === null) return null;
  switch (wage.wagePeriod) {
    case "HOUR":
      return t("seek.wage.fromHour");
    case "DAY":
      return t("seek.wage.fromDay");
    case "YEAR":
      return t("seek.wage.fromYear");
    default:
      return (wage.wageMonths ?? 12) > 12 ? t("seek.wage.fromMonths") : null;
  }
}

/** What is surely paid, where the top is so far above it that the difference must be earned. */
export function baseText(wage: WageFacts, t: Translate): string | null {
  const { monthlyMinFen: min, monthlyMaxFen: max } = wage;
  return min !== null && max !== null && max >= min * WIDE ? t("seek.wage.base", { min: formatYuan(min) }) : null;
}

const WIDE = 1.5;

/** One figure a month to compare by, and under it on what it rests: as advertised, how reckoned, the base, the hours. */
export function WageLine({ wage }: { wage: WageFacts }) {
  const t = useT();
  const hours = wage.hoursPerDay !== undefined && wage.daysPerWeek !== undefined ? t("seek.wage.hours", { hours: wage.hoursPerDay, days: wage.daysPerWeek }) : null;
  const also = [advertisedText(wage, t), reckonedText(wage, t), baseText(wage, t), hours].filter((one) => one !== null);
  return <p className="wage">{monthlyText(wage, t)}{also.length > 0 && <span className="wage-also"> {also.join(t("common.semicolon"))}</span>}</p>;
}
