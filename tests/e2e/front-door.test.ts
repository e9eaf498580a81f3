import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe("the started product", () => {
  it("says that everything it depends on is well, workers included", async () => {
    const reply = await fetch(`${baseUrl()}/healthz`);
    expect(reply.status).toBe(200);
    const { status, checks } = (await reply.json()) as { status: string; checks: Record<string, { ok: boolean }> };
    expect(status).toBe("ok");
    expect(Object.keys(checks).sort()).toEqual(["meilisearch", "mysql", "redis", "workers"]);
  });

  it("opens in Chinese, asks no other machine for anything and reports no error", async () => {
    const page = await browser.newPage({ locale: "zh-CN" });
    const foreign: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(baseUrl()) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error.message));
    const reply = await page.goto(baseUrl(), { waitUntil: "networkidle" });
    expect(reply?.status()).toBe(200);
    expect(await page.locator("html").getAttribute("lang")).toMatch(/^zh/);
    expect(await page.title()).toContain("晋岗通");
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    await page.close();
  });

  it("finds the seeded posts without any script in the browser", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseUrl()}/jobs`);
    expect(await page.locator('a[href*="/jobs/"]').count()).toBeGreaterThan(0);
    await context.close();
  });
});
