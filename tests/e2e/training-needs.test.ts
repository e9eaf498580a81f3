import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { makeTrainingNeed } from "#tests/factories/training-need.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const LINXIAN = "141124";
const ELECTRICIAN = "6-31-01-03";
let browser: Browser;
let deps: Deps;
const learner = { id: "", username: "learner-n" };
let needId: string;
let postId: string;
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 71);
  const wish = { occupationCodes: [ELECTRICIAN] };
  learner.id = (await make.person({ homeCountyCode: LINXIAN, age: 34, categories: ["POVERTY_LIFTED"], wish })).id;
  const other = await make.person({ homeCountyCode: LINXIAN, age: 29, wish });
  await make.user({ role: "SEEKER", username: learner.username, password: `demo-${learner.username}`, personId: learner.id });
  postId = await make.post({ countyCode: LINXIAN, occupationCode: ELECTRICIAN, certOccupationCode: ELECTRICIAN, title: "维修电工（要证）", openings: 4 });
  needId = await makeTrainingNeed(deps, { countyCode: LINXIAN, occupationCode: ELECTRICIAN, people: [learner.id, other.id], postId, nr: 2_000_000 });
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  await deps.db.trainingBody.create({ data: { id: deps.newId(), name: "名单办班职业学校", creditCode: makeCreditCode(LINXIAN, 77_000_001), countyCode: LINXIAN, mayAssess: true, documentNumber: "测 9 号", approvedOn: new Date(`${addDays(today, -300)}T00:00:00Z`), validUntil: new Date(`${addDays(today, 600)}T00:00:00Z`), recordedAt: now } });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

async function as<T>(who: string, work: (visitor: Visitor) => Promise<T>, phone = false): Promise<T> {
  const visitor = await visit(browser, { as: who, phone });
  const done = await work(visitor);
  await visitor.close();
  return done;
}

describe("what to train", () => {
  it("leads from the openings that are left to a class that people were asked into and joined themselves, without script", async () => {
    const today = deps.clock.today();
    const classId = await as("county", async ({ page, go }) => {
      await go("/bureau/training");
      await page.getByRole("link", { name: "该办什么班" }).click();
      await page.selectOption("select[name=occupation]", ELECTRICIAN);
      await page.getByRole("button", { name: "筛选" }).click();
      expect(await page.locator("main").innerText()).toContain("预计上岗");
      await page.locator(`a[href="/bureau/training/needs/${needId}"]`).first().click();
      const text = await page.locator("main").innerText();
      expect(text).toContain("2 个名额 × 合格 85% × 上岗 60% = 1 人");
      expect(text).toContain("维修电工（要证）");
      await page.locator("summary", { hasText: "从名单办一个班" }).click();
      // what the course has to be is filled in, and the way leads back to the need
      await page.getByRole("link", { name: "先登记课程" }).click();
      expect([await page.inputValue("select[name=countyCode]"), await page.inputValue("select[name=occupationCode]"), await page.inputValue("select[name=kind]")]).toEqual([LINXIAN, ELECTRICIAN, "SPECIAL_ABILITY"]);
      await page.fill("input[name=title]", "电工专项能力班");
      await page.fill("input[name=hours]", "40");
      await page.getByRole("button", { name: "保存课程" }).click();
      await page.fill("input[name=costYuan]", "500");
      await page.getByRole("button", { name: "保存课程" }).click();
      await page.fill("input[name=invite]", "2");
      await page.selectOption("select[name=courseId]", { label: "电工专项能力班" });
      await page.selectOption("select[name=bodyId]", { label: "名单办班职业学校" });
      await page.fill("input[name=place]", "县职教中心");
      await page.fill("input[name=startsOn]", today);
      await page.fill("input[name=lastOn]", addDays(today, 12));
      await page.fill("input[name=teacher]", "李老师");
      await page.getByRole("button", { name: "建班并邀请" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("开班日期要在今天以后");
      expect(await page.inputValue("input[name=place]")).toBe("县职教中心");
      await page.fill("input[name=startsOn]", addDays(today, 8));
      await page.getByRole("button", { name: "建班并邀请" }).click();
      await page.getByText("已建班并邀请 2 人。").waitFor();
      return new URL(page.url()).pathname.split("/").pop()!;
    });
    await as(learner.username, async ({ page, go }) => {
      await go("/me/notices");
      await page.getByRole("link", { name: "县里请您参加培训，学完就能上岗" }).click();
      expect(await page.locator("main").innerText()).toContain("维修电工（要证）");
      await page.getByRole("button", { name: "我要参加" }).click();
      await page.getByText("您已入班。").waitFor();
      await page.locator("main").getByRole("link", { name: "我的培训" }).last().click();
      expect(await page.locator("main").innerText()).toContain("电工专项能力班");
    }, true);
    await as("county", async ({ page, go }) => {
      await go(`/bureau/training/invitations/${classId}`);
      await page.locator("summary", { hasText: "登记电话答复" }).click();
      await page.selectOption("select[name=answer]", "NO");
      await page.getByRole("button", { name: "登记答复" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("本人在电话里亲口说的");
      await page.check("input[name=heard]");
      await page.getByRole("button", { name: "登记答复" }).click();
      await page.getByText("已登记。").waitFor();
      expect(await page.locator("main").innerText()).toContain("不来");
      await go(`/jobs/${postId}`);
      expect(await page.locator("main").innerText()).toContain("1 人正在为这个岗位培训");
    });
    const officer = await visit(browser, { as: "county" });
    for (const path of ["/bureau/training/needs", `/bureau/training/needs/${needId}`, `/bureau/training/invitations/${classId}`]) await expectFaultless(officer, path, "zh");
    await officer.close();
    expect(await deps.db.trainingEnrolment.findMany({ where: { classId }, select: { personId: true, state: true } })).toEqual([{ personId: learner.id, state: "ENROLLED" }]);
  });
});
