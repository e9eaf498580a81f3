import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "#tests/setup/browser.ts";
import { numberIn, visit, type Visitor } from "./visitor.ts";

let browser: Browser;
const open: Visitor[] = [];
const someone = async (...options: Parameters<typeof visit> extends [Browser, ...infer O] ? O : never) => {
  const visitor = await visit(browser, ...options);
  open.push(visitor);
  return visitor;
};

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  for (const visitor of open) await visitor.close();
  await browser.close();
});

async function until<T>(what: string, read: () => Promise<T>, holds: (value: T) => boolean, seconds = 60): Promise<T> {
  for (const end = Date.now() + seconds * 1_000; ; await sleep(300)) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)} after ${seconds} s`);
  }
}

/** The county's counted number, as its page says it. */
async function countedOn(visitor: Visitor): Promise<number> {
  // the county's own board leads down to its people
  await visitor.go("/board");
  await visitor.page.getByRole("link", { name: "看计入的人和凭据" }).click();
  await visitor.page.waitForURL(/\/board\/counties\/141124/);
  return numberIn(await visitor.page.locator(".stat .figure-number").first().textContent());
}

describe("a job seeker, without script on a phone", () => {
  it.each(["电焊工", "dianhangong", "dhg", "电汗工"])("finds welding posts by typing %s", async (words) => {
    const guest = await someone({ phone: true });
    await guest.go("/");
    await guest.page.fill("input[name=q]", words);
    await guest.page.locator("form", { has: guest.page.locator("input[name=q]") }).locator("button").click();
    await guest.page.waitForURL(/\/jobs/);
    const titles = await guest.page.locator("article h2, li h2").allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles.slice(0, 3)) expect(title).toContain("焊");
  });

  it("sees why a post fits, accepts it, is confirmed by the employer, and the county has one more", async () => {
    const officer = await someone({ as: "county" });
    const before = await countedOn(officer);

    const seeker = await someone({ as: "seeker", phone: true });
    await seeker.go("/me/matches");
    const title = await seeker.page.locator("main h2, main h3").first().textContent();
    expect(title).toContain("焊");
    expect(await seeker.page.locator("main").textContent()).toContain("为什么推荐给您");
    await seeker.page.getByRole("button", { name: "我愿意去" }).click();
    await seeker.page.waitForURL(/\/me\/placements\//);
    const placement = new URL(seeker.page.url()).pathname.split("/").pop()!;
    expect(await seeker.page.locator("main").textContent()).toContain("已接受");

    const employer = await someone({ as: "employer" });
    await employer.go("/employer/placements");
    const row = employer.page.locator("tr", { has: employer.page.locator(`a[href*="${placement}"]`) });
    await row.getByRole("button", { name: "确认到岗" }).click();
    await employer.page.waitForLoadState();

    await until("the county's number", () => countedOn(officer), (counted) => counted === before + 1);
    expect(await officer.page.locator(`a[href*="${placement}"]`).count()).toBe(1);
    await officer.page.locator(`a[href*="${placement}"]`).first().click();
    await officer.page.waitForURL(/placements/);
    expect(await officer.page.locator("main").textContent()).toMatch(/单位|用人单位/);
  });

  it("is told kindly when a proposal is gone, and nothing happens twice", async () => {
    const seeker = await someone({ as: "seeker" });
    await seeker.go("/me/matches");
    expect(await seeker.page.getByRole("button", { name: "我愿意去" }).count()).toBe(0);
    // pressed a second time, from a page that was open before
    const post = await seeker.page.locator('article.post-card a[href^="/jobs/"]').first().getAttribute("href");
    await seeker.page.getByRole("link", { name: "看进展、报到岗" }).click();
    await seeker.page.waitForURL(/\/me\/placements\//);
    const again = await seeker.page.request.post("/me/matches", { form: { intent: "accept", postId: post!.split("/").pop()! }, headers: { origin: new URL(seeker.page.url()).origin }, maxRedirects: 0 });
    expect([again.status(), again.headers().location]).toEqual([302, new URL(seeker.page.url()).pathname]);
  });
});

describe("an employer, without script", () => {
  it("is told which phrase breaks which rule, keeps what was typed, and publishes once it is lawful", async () => {
    const employer = await someone({ as: "employer" });
    const { page } = employer;
    await employer.go("/employer/posts/new");
    const title = `氩弧焊工${Date.now() % 100_000}`;
    await page.fill("input[name=title]", title);
    await page.fill("textarea[name=description]", "按图纸焊接不锈钢管道，只招男性，白班。");
    await page.selectOption("select[name=regionCode]", "141124");
    await page.fill("input[name=wageMinYuan]", "6500");
    await page.fill("input[name=wageMaxYuan]", "9000");
    await page.getByRole("button", { name: "发布岗位" }).click();
    await page.waitForLoadState();
    expect(await page.locator("main").textContent()).toContain("只招男性");
    expect(await page.inputValue("input[name=title]")).toBe(title);
    expect(await page.inputValue("input[name=wageMaxYuan]")).toBe("9000");
    expect(await page.locator("[aria-invalid=true]").count()).toBeGreaterThan(0);

    await page.fill("textarea[name=description]", "按图纸焊接不锈钢管道，白班，会氩弧焊即可。");
    await page.getByRole("button", { name: "发布岗位" }).click();
    await page.waitForURL(/\/employer\?done/);
    const guest = await someone({});
    await until("the new post in the search", async () => {
      await guest.go(`/jobs?q=${encodeURIComponent(title)}`);
      return guest.page.locator("article h2, li h2").allTextContents();
    }, (titles) => titles.some((one) => one.includes(title)));
  });
});

describe("an officer, without script", () => {
  it("starts a matching run for the county, watches it finish, and opens what it proposed", async () => {
    const officer = await someone({ as: "county" });
    await officer.go("/runs");
    await officer.page.getByRole("button", { name: "开始匹配" }).click();
    await officer.page.waitForURL(/\/runs\/[0-9A-Z]{26}/);
    await until("the run", async () => {
      await officer.page.reload();
      return (await officer.page.locator("main").textContent()) ?? "";
    }, (text) => text.includes("已完成"), 60);
    expect(await officer.page.locator("main").textContent()).toContain("按帮扶次序分步");
  });

  it("sees the people of the county and not of another's", async () => {
    const officer = await someone({ as: "county" });
    await officer.go("/board/counties/141124");
    expect(await officer.page.locator("main").textContent()).toContain("计入的人");
    await officer.go("/board/counties/140222");
    expect(await officer.page.locator("a[href*='/placements/']").count()).toBe(0);
  });
});
