import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Audited {
  /** of 100 */
  scores: Partial<Record<Category, number>>;
  /** audits that cost points: their name and what they say */
  short: string[];
}

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A trace that a busy machine broke off says nothing of the page. */
const TRIES = 3;

/** Lighthouse as for a phone (its own default: a slow phone on slow 4G, simulated), each run in a browser of its own, with cookies of the caller's. */
export async function audit(url: string, { chromium, cookie, only = CATEGORIES }: { chromium: string; cookie: string; only?: readonly Category[] }): Promise<Audited> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await auditOnce(url, chromium, cookie, only);
    if (!("failed" in done)) return done;
    if (attempt === TRIES) throw new Error(`Lighthouse on ${url}: ${done.failed}`);
  }
}

async function auditOnce(url: string, chromium: string, cookie: string, only: readonly Category[]): Promise<Audited | { failed: string }> {
  const chrome = await launch({ chromePath: chromium, chromeFlags: FLAGS, logLevel: "silent" });
  try {
    const done = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "silent", onlyCategories: [...only], extraHeaders: { Cookie: cookie }, formFactor: "mobile" });
    if (!done || done.lhr.runtimeError) return { failed: done?.lhr.runtimeError?.message ?? "no result" };
    const { categories, audits } = done.lhr;
    const scores = Object.fromEntries(only.map((name) => [name, Math.round(100 * (categories[name]?.score ?? 0))]));
    const weighed = only.flatMap((name) => (categories[name]?.auditRefs ?? []).filter(({ weight }) => weight > 0).map(({ id }) => id));
    const short = weighed.filter((id) => (audits[id]?.score ?? 1) < 0.9).map((id) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title ?? ""}`);
    return { scores, short };
  } finally {
    chrome.kill();
  }
}
