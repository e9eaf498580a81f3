import i18next from "i18next";
import type { TextKey } from "./catalogue.ts";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export type Params = Record<string, string | number>;
export type Translate = (key: TextKey, params?: Params) => string;

const instance = i18next.createInstance();
void instance.init({
  lng: "zh",
  fallbackLng: false,
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initImmediate: false,
  showSupportNotice: false,
} as Parameters<typeof instance.init>[0]);

const fixed = { zh: instance.getFixedT("zh"), en: instance.getFixedT("en") };

/** The texts of one language. A key that is not in the catalogue is a compile error. */
export function translator(locale: Locale): Translate {
  return (key, params) => fixed[locale](key, params) as string;
}

/** A text whose key is known only at run time, or null when the catalogue has none. */
export function findText(locale: Locale, key: string, params?: Params): string | null {
  return instance.exists(key, { lng: locale }) ? (fixed[locale](key, params) as string) : null;
}
