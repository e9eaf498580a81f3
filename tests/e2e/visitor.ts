import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from "playwright-core";
import { baseUrl } from "#tests/setup/browser.ts";

export interface Visitor {
  page: Page;
  /** Opens a path of the product. */
  go(path: string): Promise<void>;
  /** The same person in a browser that runs scripts; themselves where theirs does. */
  withScript(): Promise<Visitor>;
  close(): Promise<void>;
}

/** What does not come by then does not come: the test says which step waited for it. */
const LONGEST_WAIT = 60_000;

/** An account signs in once for a file of tests and keeps its cookie for later visitors. */
const sessions = new Map<string, Cookie[]>();

/** Somebody with a browser of their own, without script unless it is asked for; signed in with a demo account's password. */
export async function visit(browser: Browser, { as, lang = "zh", script = false, phone = false }: { as?: string; lang?: "zh" | "en"; script?: boolean; phone?: boolean } = {}): Promise<Visitor> {
  const settings = {
    baseURL: baseUrl(),
    javaScriptEnabled: script,
    locale: lang === "zh" ? "zh-CN" : "en-GB",
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
  };
  const context: BrowserContext = await browser.newContext(settings);
  context.setDefaultTimeout(LONGEST_WAIT);
  await context.addCookies([{ name: "lang", value: lang, url: baseUrl() }]);
  const page = await context.newPage();
  const session = as === undefined ? undefined : sessions.get(as);
  if (session) await context.addCookies(session);
  else if (as) {
    await page.goto("/login");
    await page.fill("input[name=username]:visible", as);
    await page.fill("input[name=password]:visible", `demo-${as}`);
    await page.locator("form", { has: page.locator("input[name=password]:visible") }).locator("button").click();
    await page.waitForURL((url) => url.pathname !== "/login");
    sessions.set(as, (await context.cookies()).filter((cookie) => cookie.name !== "lang"));
  }
  return visitorOf(context, page, settings);
}

function visitorOf(context: BrowserContext, page: Page, settings: BrowserContextOptions): Visitor {
  return {
    page,
    go: async (path) => void (await page.goto(path)),
    async withScript() {
      if (settings.javaScriptEnabled) return this;
      const scripted = { ...settings, javaScriptEnabled: true };
      const other = await context.browser()!.newContext({ ...scripted, storageState: await context.storageState() });
      other.setDefaultTimeout(LONGEST_WAIT);
      return visitorOf(other, await other.newPage(), scripted);
    },
    close: () => context.close(),
  };
}

/** The number in a text such as "144 人" or "1,234". */
export function numberIn(text: string | null): number {
  const found = /[\d,]+/.exec(text ?? "");
  if (!found) throw new Error(`no number in ${JSON.stringify(text)}`);
  return Number(found[0].replaceAll(",", ""));
}
