import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { accessibilityFaults } from "./faultless.ts";
import { numberIn, visit } from "./visitor.ts";

let browser: Browser;
let post: string;
beforeAll(async () => {
  browser = await openBrowser();
  const list = await (await fetch(`${baseUrl()}/jobs?q=dhg`)).text();
  post = /\/jobs\/[0-7][0-9A-HJKMNP-TV-Z]{25}/.exec(list)![0];
});
afterAll(() => browser.close());

describe("a post's page, its poster and the page to report it", () => {
  it.each(["", "/poster", "/report"].flatMap((part) => (["zh", "en"] as const).map((lang) => [part, lang] as const)))("%s in %s: no accessibility fault, nothing missing, no overflow on a phone or at 200%", async (part, lang) => {
    const visitor = await visit(browser, { lang, script: true, phone: true });
    await visitor.go(post + part);
    expect(await accessibilityFaults(visitor.page)).toEqual([]);
    expect(await visitor.page.locator("body").innerText()).not.toMatch(/\b(?:common|jobs|seek|errors)\.[a-z]+\.|\{\{/);
    for (const width of [640, 360]) {
      await visitor.page.setViewportSize({ width, height: 600 });
      expect(await visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
    }
    await visitor.close();
  });

  it("prints its poster on one A4 sheet", async () => {
    const visitor = await visit(browser);
    await visitor.go(`${post}/poster`);
    const pdf = (await visitor.page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe("1");
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    expect([Math.round(Number(width) / 72 * 25.4), Math.round(Number(height) / 72 * 25.4)]).toEqual([210, 297]);
    await visitor.close();
  });

  it("is reported in two taps without script or account, and the bureau of its region reads it", async () => {
    const guest = await visit(browser, { phone: true });
    await guest.go(post);
    await guest.page.click("text=这个岗位有问题");
    await guest.page.click("text=单位是假的");
    expect(await guest.page.locator("h1").innerText()).toBe("已报送");
    await guest.close();
    const officer = await visit(browser, { as: "province" });
    await officer.go("/bureau/reports");
    expect(await officer.page.locator(`a[href="${post}"]`).count()).toBeGreaterThan(0);
    await officer.close();
  });

  it("refuses a report too large or of an unknown kind, keeping what was typed", async () => {
    const send = (body: URLSearchParams) => fetch(`${baseUrl()}${post}/report`, { method: "POST", redirect: "manual", body, headers: { origin: baseUrl() } });
    const odd = await send(new URLSearchParams({ reason: "x'); DROP TABLE post;--", detail: "𠮷㛃😀 <script>alert(1)</script>" }));
    expect(odd.status).toBe(200);
    const html = await odd.text();
    expect(html).toContain("请选一个问题");
    expect(html).toContain("𠮷㛃😀 &lt;script&gt;alert(1)&lt;/script&gt;");
    expect((await send(new URLSearchParams({ reason: "FEE", detail: "长".repeat(4_000_000) }))).status).toBe(413);
    expect((await fetch(`${baseUrl()}/jobs/01K00000000000000000000000/report`, { method: "POST", redirect: "manual", body: new URLSearchParams({ reason: "FEE" }), headers: { origin: baseUrl() } })).status).toBe(404);
  });
});

describe("pages behind a sign-in", () => {
  it.each([["seeker", ["/me", "/me/notices", "/me/searches", "/me/searches/new?q=dhg&housing=1&v=1"]], ["city", ["/bureau/reports"]]] as const)("of %s, in both languages: no accessibility fault, nothing missing, no overflow on a phone", async (as, paths) => {
    const visitor = await visit(browser, { as, script: true, phone: true });
    for (const lang of ["zh", "en"]) {
      await visitor.page.context().addCookies([{ name: "lang", value: lang, url: baseUrl() }]);
      for (const path of paths) {
        await visitor.go(path);
        expect(await accessibilityFaults(visitor.page)).toEqual([]);
        expect(await visitor.page.locator("body").innerText()).not.toMatch(/\b(?:common|jobs|seek|me|errors)\.[a-z]+\.|\{\{/);
        expect(await visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
      }
    }
    await visitor.close();
  });
});

describe("the search page", () => {
  it("large choices put a condition on and take it off, without script", async () => {
    const visitor = await visit(browser, { phone: true });
    await visitor.go("/jobs");
    const choice = visitor.page.locator(".big-choices a", { hasText: "包住" });
    const promised = numberIn(await choice.locator(".note").innerText());
    await choice.click();
    expect(numberIn(await visitor.page.locator("[data-results=list] strong").first().innerText())).toBe(promised);
    await visitor.page.locator(".big-choices a[aria-current]").click();
    expect(await visitor.page.locator(".big-choices a[aria-current]").count()).toBe(0);
    await visitor.close();
  });

  it("measures from a township that was chosen, in two steps, without script", async () => {
    const visitor = await visit(browser);
    await visitor.go("/jobs");
    await visitor.page.click(".big-choices a >> text=离家近");
    await visitor.page.click(".places a[href*=\"county=141124\"]");
    await visitor.page.locator(".places a").nth(1).click();
    expect(new URL(visitor.page.url()).searchParams.get("near")).toMatch(/^141124\d{3}$/);
    expect(await visitor.page.locator(".post-card .who").first().innerText()).toContain("在本");
    await visitor.close();
  });

  it("shows results as one types where script runs, and the address follows", async () => {
    const visitor = await visit(browser, { script: true });
    await visitor.go("/jobs");
    await visitor.page.locator("#q").pressSequentially("dianhan", { delay: 20 });
    await visitor.page.waitForURL((url) => url.searchParams.get("q") === "dianhan");
    expect(await visitor.page.locator(".post-card h2").first().innerText()).toContain("焊");
    await visitor.close();
  });

  it("shows results on the front page too, tells them to who listens, and gives the page back when the box is emptied", async () => {
    const visitor = await visit(browser, { script: true, phone: true });
    await visitor.go("/");
    const { page } = visitor;
    await page.locator("#q").pressSequentially("dhg", { delay: 20 });
    await page.waitForURL((url) => url.pathname === "/jobs" && url.searchParams.get("q") === "dhg");
    expect(await page.locator(".post-card h2").first().innerText()).toContain("焊");
    expect(await page.locator("[data-instant-says]").innerText()).toMatch(/个岗位/);
    expect(await page.locator(".ways").first().isVisible()).toBe(false);
    await page.fill("#q", "");
    await page.waitForURL((url) => url.pathname === "/");
    expect(await page.locator(".ways").first().isVisible()).toBe(true);
    expect(await page.locator(".post-card").count()).toBe(0);
    await visitor.close();
  });

  it("remembers from where to measure, on every page and without an account", async () => {
    const visitor = await visit(browser, { phone: true });
    const { page } = visitor;
    await visitor.go("/");
    await page.click(".big-choices a >> text=离家近");
    await page.click(".places a[href*=\"county=141124\"]");
    await page.locator(".places a").nth(1).click();
    const town = /从(.+)算/.exec(await page.locator(".big-choices .note").first().innerText())![1]!;
    await visitor.go("/");
    expect(await page.locator(".big-choices .note").first().innerText()).toContain(town);
    await visitor.go(post);
    expect(await page.locator("main").innerText()).toMatch(new RegExp(`从${town}算：(约 [\\d,]+ 公里|在本县|就在本乡镇)`));
    await visitor.close();
  });

  it("shows the first result on a phone without scrolling far", async () => {
    const visitor = await visit(browser, { phone: true });
    await visitor.go("/jobs?q=dhg");
    expect((await visitor.page.locator(".post-card h2").first().boundingBox())!.y).toBeLessThan(760);
    await visitor.close();
  });

  it("is saved by a seeker, and stopped again, without script", async () => {
    const seeker = await visit(browser, { as: "seeker", phone: true });
    await seeker.go("/jobs?q=保安&housing=1&v=1");
    await seeker.page.click("text=保存这个搜索");
    expect(await seeker.page.locator("#name").inputValue()).toBe("保安，包住");
    await seeker.page.locator("main form button[type=submit]").click();
    expect(await seeker.page.locator("main").innerText()).toContain("已保存");
    const saved = seeker.page.locator("li", { hasText: "保安，包住" });
    expect(await saved.locator("h2 a").getAttribute("href")).toContain("v=1");
    await saved.locator("button").click();
    expect(await seeker.page.locator("main").innerText()).toContain("已停止提醒");
    await seeker.close();
  });
});
