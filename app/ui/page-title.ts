import type { MetaDescriptor } from "@remix-run/node";
import type { TextKey } from "./i18n/catalogue.ts";
import { type Locale, type Params, translator } from "./i18n/translate.ts";

/** The title and description of a page in the visitor's language. */
export function pageMeta(locale: Locale | undefined, key: TextKey, options: { params?: Params; description?: string; noIndex?: boolean } = {}): MetaDescriptor[] {
  const t = translator(locale ?? "zh");
  return [
    { title: t("common.title", { page: t(key, options.params) }) },
    { name: "description", content: options.description ?? t("common.tagline") },
    ...(options.noIndex ? [{ name: "robots", content: "noindex" }] : []),
  ];
}

/** The locale that the root loader found, for meta functions. */
export function localeOf(matches: readonly unknown[]): Locale | undefined {
  const root = matches[0] as { data?: { preferences?: { locale?: Locale } } } | undefined;
  return root?.data?.preferences?.locale;
}
