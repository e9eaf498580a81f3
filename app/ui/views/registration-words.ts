import type { Difference, ShownFact } from "#app/data/read-models/known-person.server.ts";
import type { Problem } from "#app/domain/result.ts";
import { problemText } from "../i18n/context.tsx";
import { formatYuan } from "../i18n/format.ts";
import { type Locale, translator } from "../i18n/translate.ts";

/** A fact of a registration in words; null is said to be unknown. */
export function factText(fact: ShownFact, locale: Locale): string {
  const t = translator(locale);
  if (fact === null) return t("agent.known.nothing");
  if ("text" in fact) return fact.text;
  if ("names" in fact) return fact.names.map((name) => name[locale] || name.zh).join(t("common.listed"));
  if ("payFen" in fact) return payText(fact.payFen / 100, locale);
  if ("reach" in fact) return t(`agent.reach.${fact.reach}`);
  return t(fact.yes ? "agent.form.housingYes" : "agent.form.housingNo");
}

export function payText(yuan: number, locale: Locale): string {
  return yuan === 0 ? translator(locale)("agent.form.anyPay") : translator(locale)("agent.form.payFrom", { n: formatYuan(yuan * 100) });
}

export interface DifferenceWords {
  field: string;
  label: string;
  stored: string;
  typed: string;
}

export function differenceWords(differences: readonly Difference[], locale: Locale): DifferenceWords[] {
  return differences.map(({ field, stored, typed }) => ({ field, label: translator(locale)(`agent.fact.${field}`), stored: factText(stored, locale), typed: factText(typed, locale) }));
}

export function problemWords(problems: readonly Problem[], locale: Locale): { field: string | null; text: string }[] {
  return problems.map((problem) => ({ field: problem.field ?? null, text: problemText(locale, problem) }));
}
