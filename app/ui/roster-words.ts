import { findText, type Locale, translator } from "./i18n/translate.ts";
import type { ShownDifference } from "./views/roster.tsx";

export function fieldWord(field: string, locale: Locale): string {
  return findText(locale, `rosters.fields.${field}`) ?? field;
}

/** One side of a difference in words: places by name, codes by what they mean. */
export function differenceWord(one: ShownDifference, side: "before" | "after", locale: Locale): string {
  const t = translator(locale);
  const place = side === "before" ? one.beforePlace : one.afterPlace;
  if (place) return place[locale];
  const value = one[side];
  if (value === "") return t("rosters.nothing");
  if (one.field === "experience") return t("rosters.months", { n: value });
  return findText(locale, `terms.${one.field}.${value}`) ?? findText(locale, `rosters.values.${value}`) ?? value;
}
