import type { Browser, BrowserContext, Page } from "playwright-core";
import { baseUrl } from "#tests/setup/browser.ts";

export interface Visitor {
  page: Page;
  /** Opens a path of the product. */
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Signing in is limited by account: each demo account does it once and keeps its cookie for later visitors. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Somebody with a browser of their own, without script unless it is asked for; signed in with a demo account's button. */
export async function visit(browser: Browser, { as, lang = "zh", script = false, phone = false }: { as?: string; lang?: "zh" | "en"; script?: boolean; phone?: boolean } = {}): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({
    baseURL: baseUrl(),
    javaScriptEnabled: script,
    locale: lang === "zh" ? "zh-CN" : "en-GB",
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
  });
  await context.addCookies([{ name: "lang", value: lang, url: baseUrl() }]);
  const page = await context.newPage();
  const kept = as === undefined ? undefined : signedIn.get(as);
  if (kept) await context.addCookies(kept);
  else if (as) {
    await page.goto("/login");
    await page.fill("input[name=username]:visible", as);
    await page.fill("input[name=password]:visible", `demo-${as}`);
    await page.locator("form", { has: page.locator("input[name=password]:visible") }).locator("button").click();
    await page.waitForURL((url) => url.pathname !== "/login");
    signedIn.set(as, (await context.cookies()).filter((cookie) => cookie.httpOnly));
  }
  return { page, go: async (path) => void (await page.goto(path)), close: () => context.close() };
}

/** The number in a text such as "144 人" or "1,234". */
export function numberIn(text: string | null): number {
  const found = /[\d,]+/.exec(text ?? "");
  if (!found) throw new Error(`no number in ${JSON.stringify(text)}`);
  return Number(found[0].replaceAll(",", ""));
}
