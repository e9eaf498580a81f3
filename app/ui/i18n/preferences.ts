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

/** A choice in the address wins over the cookie, the cookie over what the browser says. Chinese comes first. */
export function localeFromRequest(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang") ?? readCookie(request, "lang");
  if (isOneOf(LOCALES, asked)) return asked;
  const accepted = request.headers.get("Accept-Language") ?? "";
  const first = accepted.split(",").map((part) => part.trim().slice(0, 2).toLowerCase()).find((part) => isOneOf(LOCALES, part));
  return isOneOf(LOCALES, first) ? first : "zh";
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

/** Set-Cookie lines for the choices that stand in an address's query, if they are ones we know. */
export function preferenceCookies(query: URLSearchParams): string[] {
  const known = { lang: LOCALES, theme: THEMES, print: PRINTS } as const;
  return Object.entries(known).flatMap(([name, values]) => {
    const value = query.get(name);
    return isOneOf(values as readonly string[], value) ? [`${name}=${value}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax`] : [];
  });
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
