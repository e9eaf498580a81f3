import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { executeMatchRun } from "#workers/matching/run/run.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const FANGSHAN = "141128";
const CARER = "4-10-01-05";
let browser: Browser;
let deps: Deps;
let brandId: string;
let postId: string;
const carer = { id: "", username: "carer-b", masked: "" };
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 83);
  const person = await make.person({ homeCountyCode: FANGSHAN, age: 40, experienceMonths: 0, wish: { occupationCodes: [CARER], minWageFen: 900_000 } });
  [carer.id, carer.masked] = [person.id, person.row.nameMasked];
  await make.user({ role: "SEEKER", username: carer.username, password: `demo-${carer.username}`, personId: carer.id });
  brandId = (await deps.db.labourBrand.findUniqueOrThrow({ where: { name: "吕梁山护工" } })).id;
  // above what any other post pays, and with room for all who want it: no other county's proposals are touched
  postId = await make.post({ title: "住家护工", occupationCode: CARER, countyCode: FANGSHAN, regionCode: FANGSHAN, wageMinFen: 950_000, wageMaxFen: 950_000, openings: 200, brandId });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

async function as<T>(who: string | undefined, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitor = await visit(browser, { as: who });
  const done = await work(visitor);
  await visitor.close();
  return done;
}

describe("a labour brand", () => {
  it("takes a person from the application over its test and pledge to a match that says why, which they accept; all without script", async () => {
    await as(undefined, async ({ page, go }) => {
      await go("/brands?place=141128");
      await page.getByRole("link", { name: "吕梁山护工" }).click();
      expect(await page.locator("main").innerText()).toContain("28,110");
      await page.getByRole("link", { name: "登录后申请" }).click();
      expect(new URL(page.url()).searchParams.get("to")).toBe(`/brands/${brandId}`);
    });
    await as(carer.username, async ({ page, go }) => {
      await go(`/brands/${brandId}`);
      await page.getByLabel("凭培训合格").check();
      await page.getByRole("button", { name: "申请加入" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("没有这个品牌工种的培训合格记录");
      await page.getByLabel("参加品牌考核").check();
      await page.getByRole("button", { name: "申请加入" }).click();
      await page.waitForURL(/\/me\/brands/);
      expect(await page.locator("main").innerText()).toContain("等品牌答复");
    });
    await as("operator", async ({ page, go }) => {
      await go("/operator/brand");
      const row = page.locator("#applications tbody tr", { hasText: carer.masked }).last();
      await row.locator("summary", { hasText: "答复" }).click();
      await row.getByRole("button", { name: "通过", exact: true }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("先记考核分数");
      const again = page.locator("#applications tbody tr", { hasText: carer.masked }).last();
      await again.locator("summary", { hasText: "记考核" }).click();
      await again.getByLabel("分数").fill("91");
      await again.getByRole("button", { name: "记考核" }).click();
      await page.getByText("已保存。").waitFor();
      const tested = page.locator("#applications tbody tr", { hasText: carer.masked }).last();
      expect(await tested.innerText()).toContain("91");
      await tested.locator("summary", { hasText: "答复" }).click();
      await tested.getByLabel("等级").selectOption("正式");
      await tested.getByRole("button", { name: "通过", exact: true }).click();
      await page.getByText("已保存。").waitFor();
    });
    const operator = await visit(browser, { as: "operator" });
    await expectFaultless(operator, "/operator/brand", "zh");
    await operator.close();
    await as(carer.username, async ({ page, go }) => {
      await go("/me/notices");
      await page.getByRole("link", { name: /您已成为劳务品牌成员/ }).click();
      await page.getByRole("button", { name: "作出承诺" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请先勾选愿意遵守承诺");
      await page.getByLabel("我愿意遵守上面的承诺").check();
      await page.getByRole("button", { name: "作出承诺" }).click();
      await page.getByText("已记下您的承诺。").waitFor();
    });
    const run = await requestMatchRun(deps, { userId: null, role: "SYSTEM", regionCode: "140000", personId: null, employerId: null, purpose: "test" }, { regionCode: FANGSHAN });
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    await executeMatchRun(deps, run.value.runId);
    expect(await deps.db.match.count({ where: { postId, personId: carer.id, status: "PROPOSED" } })).toBe(1);
    // members come first in what the run offered: nobody who is none holds an opening while a member of the county waits for it
    const offered = await deps.db.match.findMany({ where: { postId, status: "PROPOSED" }, select: { personId: true, reasons: true } });
    expect(offered.filter((one) => one.personId === carer.id).every((one) => JSON.stringify(one.reasons).includes("brand-member"))).toBe(true);
    await as(carer.username, async ({ page, go }) => {
      await go("/me/matches");
      expect(await page.locator(".offer").innerText()).toContain("您是“吕梁山护工”劳务品牌成员，这个岗位优先要");
      await page.getByRole("button", { name: "我愿意去" }).click();
      await page.waitForURL(/\/me\/placements\//);
    });
    expect(await deps.db.placement.count({ where: { activeKey: carer.id, postId } })).toBe(1);
  });

  it("its health card and the counties' coverage open down to their tables", async () => {
    await as("city", async ({ page, go }) => {
      await go(`/bureau/brands/${brandId}`);
      await page.getByRole("link", { name: "体检表" }).click();
      expect(await page.locator("h2").allInnerTexts()).toEqual(["留岗率", "工资比同工种高多少", "投诉", "年龄", "今后三年的人", "缺人还是缺岗"]);
      await go("/board/brands");
      const own = await page.locator("tbody tr", { hasText: "县里自己有" }).first().innerText();
      expect(own).toMatch(/[1-9]/);
      expect(await page.locator("svg.cartogram a").count()).toBe(58);
    });
  });
});
