import type { WagePeriod } from "#app/domain/terms.ts";
import { useT } from "../i18n/context.tsx";
import { formatYuan } from "../i18n/format.ts";
import type { Translate } from "../i18n/translate.ts";

export interface WageFacts {
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
  wageMonths?: number;
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

export function WageLine({ wage }: { wage: WageFacts }) {
  const t = useT();
  const also = advertisedText(wage, t);
  return <p className="wage">{monthlyText(wage, t)}{also && <span className="wage-also"> {also}</span>}</p>;
}
