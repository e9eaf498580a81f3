import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import type { Visitor } from "./visitor.ts";

/** Opens a page and holds it to what every page must be: accessible, in one language, whole on a phone, without an error. */
export async function expectFaultless(who: Visitor, path: string, lang: "zh" | "en"): Promise<void> {
  // axe waits for timers, which never come where scripts are off
  const visitor = await who.withScript();
  const errors: string[] = [];
  visitor.page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await visitor.go(path);
  const { violations } = await new AxeBuilder({ page: visitor.page }).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(await visitor.page.locator("html").getAttribute("lang")).toMatch(lang === "zh" ? /^zh/ : /^en/);
  const text = await visitor.page.locator("body").innerText();
  expect(text).not.toMatch(/\b(?:common|jobs|post|me|board|runs|errors|reasons|terms|employer|recruit|seek|auth|why|offers|account|profile|agent|ledger|policy|terms)\.[a-z]+[A-Za-z.]*\b|\{\{/);
  if (lang === "en") expect(text.replace(/[^\p{Script=Han}]/gu, "").length / text.length).toBeLessThan(0.35);
  expect(await visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
  if (visitor === who) return;
  await visitor.close();
  await who.go(path);
}
