import { AxeBuilder } from "@axe-core/playwright";
import type { ConsoleMessage, Page } from "playwright-core";
import { expect } from "vitest";
import { zh } from "#app/ui/i18n/zh/index.ts";
import type { Visitor } from "./visitor.ts";

/** A key of the catalogue where its text should be, or a place in a text that was not filled in. */
const MISSING_TEXT = new RegExp(`\\b(?:${Object.keys(zh).join("|")})\\.[a-z]+[A-Za-z.]*\\b|\\{\\{`);

/** What makes a page wider than its window; nothing where it is not. */
const STICKING_OUT = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth <= clientWidth ? [] : [scrollWidth - clientWidth, ...[...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > clientWidth && !one.closest(".table-scroll")).slice(0, 4).map((one) => one.outerHTML.slice(0, 120))];
})()`;

/** What axe finds on a page as it stands, each with where. No page has frames: the mode for those opens a page of its own each time. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).analyze();
  return violations.map((one) => `${page.url()} ${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
}

/** Opens a page and holds it to what every page must be: accessible, in one language, whole on a phone, without an error. */
export async function expectFaultless(who: Visitor, path: string, lang: "zh" | "en", status = 200): Promise<void> {
  // axe waits for timers, which never come where scripts are off
  const visitor = await who.withScript();
  const errors: string[] = [];
  const listen = (message: ConsoleMessage) => message.type() === "error" && errors.push(message.text());
  visitor.page.on("console", listen);
  await visitor.go(path);
  // both languages have the same marks and colours, and the catalogues the same keys: looking at one of them finds what there is to find
  if (lang === "zh") expect(await accessibilityFaults(visitor.page)).toEqual([]);
  expect(await visitor.page.locator("html").getAttribute("lang")).toMatch(lang === "zh" ? /^zh/ : /^en/);
  const text = await visitor.page.locator("body").innerText();
  expect(text).not.toMatch(MISSING_TEXT);
  if (lang === "en") expect(text.replace(/[^\p{Script=Han}]/gu, "").length / text.length).toBeLessThan(0.35);
  expect(await visitor.page.evaluate(STICKING_OUT)).toEqual([]);
  visitor.page.off("console", listen);
  // the browser says so of every page that is not there
  expect(errors.filter((one) => !(status === 404 && one.includes("404")))).toEqual([]);
  expect(errors.length > 0).toBe(status === 404);
  if (visitor === who) return;
  await visitor.close();
  await who.go(path);
}
