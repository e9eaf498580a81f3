import { createContext, type ReactNode, useContext } from "react";
import type { Problem } from "#app/domain/result.ts";
import { formatCount } from "./format.ts";
import { findText, type Locale, type Translate, translator } from "./translate.ts";

const LocaleContext = createContext<Locale>("zh");

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useT(): Translate {
  return translator(useLocale());
}

/** A thing's name in the visitor's language; an English name that is missing falls back to the Chinese one. */
export function useName(): (name: { zh: string; en: string } | null | undefined) => string {
  const locale = useLocale();
  return (name) => (name ? name[locale] || name.zh : "");
}

/** The sentence for a problem a use case gave back. */
export function problemText(locale: Locale, problem: Problem): string {
  const key = problem.code.startsWith("reason:") ? `reasons.${problem.code.slice(7)}` : `errors.${problem.code}`;
  const params = Object.fromEntries(Object.entries(problem.params ?? {}).map(([name, value]) => [name, typeof value === "number" ? formatCount(value) : value]));
  return findText(locale, key, params) ?? translator(locale)("errors.unknown", { code: problem.code });
}

export function useProblemText(): (problem: Problem) => string {
  const locale = useLocale();
  return (problem) => problemText(locale, problem);
}
