import type { RowDataPacket } from "mysql2";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { numberIn, visit } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

describe("a month", () => {
  it("is frozen by the province alone, after being asked twice, without script; the page and the report say how many", async () => {
    const county = await visit(browser, { as: "county" });
    await county.go("/board/months");
    expect(await county.page.locator("a[href*='ask=']").count()).toBe(0);
    await county.go("/board/months?ask=1");
    expect(await county.page.locator("main form[method=post]").count()).toBe(0);
    await county.close();

    const province = await visit(browser, { as: "province" });
    const { page } = province;
    await province.go("/board/months");
    const links = await page.locator("a[href*='ask=']").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute("href")!));
    let asked = 0;
    for (const link of links.reverse()) {
      await province.go(link);
      asked = numberIn((/有 ([\d,]+) 人/.exec(await page.locator("main").innerText()) ?? [])[1] ?? null);
      if (asked > 0) break;
    }
    expect(asked).toBeGreaterThan(0);
    const query = new URL(page.url()).searchParams;
    const [year, month] = [Number(query.get("year")), Number(query.get("ask"))];
    await page.getByRole("link", { name: "先不定" }).click();
    expect(await deps.db.frozenMonth.count({ where: { year, month } })).toBe(0);
    await page.locator(`a[href$='ask=${month}']`).click();
    await page.getByRole("button", { name: "确认定账" }).click();
    await page.waitForURL(/saved=/);
    const frozen = await deps.db.frozenMonth.findUniqueOrThrow({ where: { year_month: { year, month } } });
    expect(frozen.persons).toBe(asked);
    expect(await deps.db.frozenPerson.count({ where: { year, month } })).toBe(asked);
    for (const [kind, type] of [["xlsx", "spreadsheetml"], ["pdf", "application/pdf"]] as const) {
      const report = await page.request.get(`/board/report.${kind}?year=${year}&month=${month}`);
      expect([report.status(), report.headers()["content-type"]]).toEqual([200, expect.stringContaining(type)]);
    }
    for (const lang of ["zh", "en"] as const) {
      const reader = await visit(browser, { as: "province", lang, script: true, phone: true });
      await expectFaultless(reader, `/board/months/${month}?year=${year}`, lang);
      await expectFaultless(reader, `/board/months?year=${year}&ask=${month - 1}`, lang);
      await reader.close();
    }
    await province.close();
  });
});

describe("a random check", () => {
  it("is drawn, and each finding moves the share of wrong counts", async () => {
    const officer = await visit(browser, { as: "province" });
    const { page } = officer;
    await officer.go("/board/samples");
    const [[most]] = await deps.pool.query<RowDataPacket[]>("SELECT c.year FROM target_count c JOIN target_year y ON y.year = c.year AND y.caliberCode = c.caliberCode GROUP BY c.year ORDER BY COUNT(*) DESC LIMIT 1");
    await page.fill("input[name=year]", String(most!.year));
    await page.fill("input[name=perRung]", "2");
    await page.getByRole("button", { name: "随机抽取" }).click();
    await page.waitForURL(/\/board\/samples\/[0-7]/);
    const path = new URL(page.url()).pathname;
    const sampleId = path.split("/").pop()!;
    const draws = await deps.db.countDraw.findMany({ where: { sampleId } });
    expect(draws.length).toBeGreaterThan(0);
    const form = page.locator("form", { has: page.locator("select[name=finding]") }).first();
    await form.locator("select[name=finding]").selectOption("TRUE");
    await form.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/saved=/);
    expect(await deps.db.countDraw.count({ where: { sampleId, finding: "TRUE" } })).toBe(1);
    for (const lang of ["zh", "en"] as const) {
      const reader = await visit(browser, { as: "province", lang, script: true, phone: true });
      await expectFaultless(reader, path, lang);
      await reader.close();
    }
    await officer.close();
  });
});
