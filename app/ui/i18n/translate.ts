import type { TextKey } from "./catalogue.ts";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export type Params = Record<string, string | number>;
export type Translate = (key: TextKey, params?: Params) => string;

/** Every text by its whole key; a page asks for hundreds of them, so that looking one up must cost next to nothing. */
function flatten(texts: object, path = "", into = new Map<string, string>()): Map<string, string> {
  for (const [key, inner] of Object.entries(texts)) {
    if (typeof inner === "string") into.set(path + key, inner);
    else flatten(inner as object, `${path}${key}.`, into);
  }
  return into;
}

const catalogues: Record<Locale, ReadonlyMap<string, string>> = { zh: flatten(zh), en: flatten(en) };
const plurals: Record<Locale, Intl.PluralRules> = { zh: new Intl.PluralRules("zh"), en: new Intl.PluralRules("en") };

/** The text of a key, of `posts_one` or `posts_other` by the count where there is one; values stand in for {{their names}}. */
function find(locale: Locale, key: string, params?: Params): string | null {
  const texts = catalogues[locale];
  const text = (typeof params?.count === "number" ? texts.get(`${key}_${plurals[locale].select(params.count)}`) : undefined) ?? texts.get(key);
  if (text === undefined) return null;
  return params === undefined ? text : text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(params[name] ?? ""));
}

const fixed: Record<Locale, Translate> = {
  zh: (key, params) => find("zh", key, params) ?? key,
  en: (key, params) => find("en", key, params) ?? key,
};

/** The texts of one language. A key that is not in the catalogue is a compile error. */
export function translator(locale: Locale): Translate {
  return fixed[locale];
}

/** A text whose key is known only at run time, or null when the catalogue has none. */
export function findText(locale: Locale, key: string, params?: Params): string | null {
  return find(locale, key, params);
}
