import type { Restatement } from "#app/domain/target/restatement.ts";
import { formatMonth } from "../i18n/format.ts";
import { type Locale, translator } from "../i18n/translate.ts";

/** Why somebody came into a frozen month or left it, in words. */
export function restatementWhy(one: Pick<Restatement, "month" | "why" | "reason">, locale: Locale): string {
  const t = translator(locale);
  return [one.month === null ? t(`ledger.months.reason.${one.why}`) : t("ledger.months.reasonMonth", { month: formatMonth(one.month, locale) }), one.reason].filter(Boolean).join(t("common.colon"));
}
