import { LOCALES, type Locale } from "./translate.ts";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const PRINTS = ["normal", "large"] as const;
export type Print = (typeof PRINTS)[number];

/** What a visitor chose for every page; kept in plain cookies, no account needed. */
export interface Preferences {
  locale: Locale;
  theme: Theme;
  print: Print;
}

const ONE_YEAR = 31_536_000;
const NEAR = /^14\d{4}(\d{3})?$/;

/** Chinese, unless the visitor chose otherwise: in the address, or earlier in a cookie. What the browser was installed in says little here. */
export function localeFromRequest(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang") ?? readCookie(request, "lang");
  return isOneOf(LOCALES, asked) ? asked : "zh";
}

export function preferencesFromRequest(request: Request): Preferences {
  const asked = new URL(request.url).searchParams;
  const theme = asked.get("theme") ?? readCookie(request, "theme");
  const print = asked.get("print") ?? readCookie(request, "print");
  return {
    locale: localeFromRequest(request),
    theme: isOneOf(THEMES, theme) ? theme : "auto",
    print: isOneOf(PRINTS, print) ? print : "normal",
  };
}

/** No script reads them, and they travel as the site does. */
const line = (name: string, value: string, https: boolean) => `${name}=${value}; Path=/; HttpOnly; Max-Age=${ONE_YEAR}; SameSite=Lax${https ? "; Secure" : ""}`;

/** Set-Cookie lines for the choices that stand in an address's query, if they are ones we know. */
export function preferenceCookies(query: URLSearchParams, https: boolean): string[] {
  const known = { lang: LOCALES, theme: THEMES, print: PRINTS } as const;
  return Object.entries(known).flatMap(([name, values]) => {
    const value = query.get(name);
    return isOneOf(values as readonly string[], value) ? [line(name, value!, https)] : [];
  });
}

/** The county or township of Shanxi from which a visitor chose to measure; null when there is no such choice. */
export function nearFromRequest(request: Request): string | null {
  const near = readCookie(request, "near");
  return near !== null && NEAR.test(near) ? near : null;
}

/** The Set-Cookie line that keeps such a choice. It is made on one page alone: an address that somebody passes on changes nothing. */
export function nearCookie(query: URLSearchParams, https: boolean): string[] {
  const near = query.get("near");
  return near !== null && NEAR.test(near) ? [line("near", near, https)] : [];
}

function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name) return value ?? null;
  }
  return null;
}

function isOneOf<T extends string>(values: readonly T[], value: string | null | undefined): value is T {
  return value !== null && value !== undefined && (values as readonly string[]).includes(value);
}
