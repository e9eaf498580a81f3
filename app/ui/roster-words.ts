import { findText, type Locale, translator } from "./i18n/translate.ts";
import type { ShownDifference } from "./views/roster.tsx";

export function fieldWord(field: string, locale: Locale): string {
  return findText(locale, `rosters.fields.${field}`) ?? field;
}

/** A column's name is kept in both languages, 姓名 name: the half that the reader reads. */
export function columnWord(name: string, locale: Locale): string {
  const between = name.indexOf(" ");
  return locale === "zh" ? name.slice(0, between) : name.slice(between + 1);
}

/** One side of a difference in words: places by name, codes by what they mean. */
export function differenceWord(one: ShownDifference, side: "before" | "after", locale: Locale): string {
  const t = translator(locale);
  const place = side === "before" ? one.beforePlace : one.afterPlace;
  if (place) return place[locale];
  const value = one[side];
  if (value === "") return t("rosters.nothing");
  if (one.field === "experience") return t("rosters.months", { n: value });
  if (one.field === "name" && side === "after" && one.before === one.after) return t("rosters.otherName", { name: value });
  return findText(locale, `rosters.values.${one.field}_${value}`) ?? findText(locale, `terms.${one.field}.${value}`) ?? findText(locale, `rosters.values.${value}`) ?? value;
}
