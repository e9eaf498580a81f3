import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAudit } from "#app/data/audit.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit } from "./visitor.ts";

const run = Date.now() % 1_000_000;
let browser: Browser;
let deps: Deps;

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, run);
  const { id: personId } = await make.person({ name: "南宫查", homeCountyCode: "141124", age: 44 });
  const user = await deps.db.user.findUniqueOrThrow({ where: { username: "county" } });
  const actor: Actor = { userId: user.id, role: "OFFICER", regionCode: "141124", personId: null, employerId: null, purpose: "see:VISIT:送冬衣" };
  await writeAudit(deps, actor, { action: "see-contact", subjectType: "person", subjectId: personId, outcome: "ok" });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

describe("who opened personal data", () => {
  it("is found by the county's bureau from the desk: by purpose, about one person, by the day's bar; and is taken along", async () => {
    const county = await visit(browser, { as: "county" });
    const { page } = county;
    await county.go("/bureau");
    await page.getByRole("link", { name: "谁看了个人信息" }).click();
    await page.selectOption("select[name=purpose]", "VISIT");
    await page.getByRole("button", { name: "查" }).click();
    const row = page.locator("#list tr, section:has(#list) tr").filter({ hasText: "送冬衣" }).first();
    expect(await row.innerText()).toMatch(/姓名和电话[\s\S]*上门[\s\S]*南/);
    expect(await page.locator("main").innerText()).not.toContain("南宫查");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a[href^='/bureau/tables/openings.xlsx']").click()]);
    expect(download.suggestedFilename()).toContain("打开的记录");
    await row.locator("a[href*='person=']").click();
    expect(await page.locator("main").innerText()).toContain("只看关于南");
    await page.getByRole("link", { name: "不筛选" }).click();
    await page.locator(".day-stack svg a").last().click();
    expect(new URL(page.url()).searchParams.get("day")).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(await page.locator("main").innerText()).toContain("送冬衣");
    await county.close();
  });

  it("is not a township's page, and its desk does not name it", async () => {
    const town = await visit(browser, { as: "town" });
    await town.go("/bureau");
    expect(await town.page.locator("a[href='/bureau/audit']").count()).toBe(0);
    expect((await town.page.goto("/bureau/audit"))?.status()).toBe(404);
    await town.close();
  });

  it.each(["zh", "en"] as const)("is whole on a phone in %s", async (lang) => {
    const county = await visit(browser, { as: "county", lang, phone: true });
    await expectFaultless(county, "/bureau/audit", lang);
    await county.close();
  });
});
