import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const [LINXIAN, WELDER, COMPANY, SEEKER] = ["141124", "6-18-02-04", "abroad-company", "abroad-seeker"];
let browser: Browser;
let deps: Deps;
let creditCode: string;
let personId: string;
let postId = "";
let placementId = "";

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 2_917);
  const employerId = await make.employer({ name: "测试出海劳务公司" });
  creditCode = (await deps.db.employer.findUniqueOrThrow({ where: { id: employerId } })).creditCode!;
  await make.user({ role: "EMPLOYER", username: COMPANY, password: `demo-${COMPANY}`, employerId });
  personId = (await make.person({ homeCountyCode: LINXIAN, wish: { occupationCodes: [WELDER], willOverseas: 1 } })).id;
  await make.user({ role: "SEEKER", username: SEEKER, password: `demo-${SEEKER}`, personId });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

async function as<T>(who: string | undefined, work: (visitor: Visitor) => Promise<T>, more: { phone?: boolean; lang?: "zh" | "en" } = {}): Promise<T> {
  const visitor = await visit(browser, { as: who, ...more });
  const done = await work(visitor);
  await visitor.close();
  return done;
}
const alert = (visitor: Visitor) => visitor.page.locator("#problems").innerText();
const view = async () => viewPlacement(await loadEventsOfPlacement(deps.pool, placementId));
const soon = (days: number) => addDays(deps.clock.today(), days);

describe("a post in Japan", () => {
  it("is refused without a licence and with a deposit in its words; with the licence it stands there with company, scheme, steps and no deposit", async () => {
    await as(COMPANY, async (company) => {
      const { page, go } = company;
      await go("/employer/posts/new");
      const fields = { title: "日本焊接工", description: "在造船厂做二保焊，按图施工，宿舍由公司安排。签约前交保证金两万元。", openings: "2", wageMinYuan: "10000", wageMaxYuan: "12000", validUntil: soon(60) };
      for (const [name, value] of Object.entries(fields)) await page.fill(`main [name=${name}]`, value);
      await page.selectOption("select[name=occupationCode]", WELDER);
      await page.selectOption("select[name=regionCode]", "JP0000");
      await page.getByRole("button", { name: "发布岗位" }).click();
      const first = await alert(company);
      expect(first).toContain("“保证金”：不得以任何名目收押金");
      expect(first).toContain("对外劳务合作经营资格");
      expect(await page.inputValue("input[name=title]")).toBe("日本焊接工");
      await page.fill("main [name=description]", "在造船厂做二保焊，按图施工，宿舍由公司安排，不收任何押金。");
      await page.selectOption("select[name=scheme]", "TITP");
      await page.fill("input[name=entryOn]", soon(700));
      await page.fill("input[name=feeYuan]", "9000");
      await page.fill("input[name=feeFor]", "签证和合同办理");
      await page.fill("input[name=depositYuan]", "0");
      await page.getByRole("button", { name: "发布岗位" }).click();
      const second = await alert(company);
      expect(second).toContain("对外劳务合作");
      expect(second).toContain("特定技能1号");
      expect(second).not.toContain("保证金");
      await as("province", async ({ page: desk, go: to }) => {
        await to("/bureau/overseas");
        await desk.locator("summary", { hasText: "登记许可" }).click();
        const given = { creditCode, number: `测试外劳${deps.newId()}`, issuer: "山西省商务厅", validFrom: soon(-10), validUntil: soon(700), reason: "证书已核对" };
        const give = desk.locator("form", { has: desk.locator("input[name=creditCode]") });
        for (const [name, value] of Object.entries(given)) await give.locator(`input[name=${name}]`).fill(value);
        await give.locator("input[name=reserveYuan]").fill("2000000");
        await give.getByRole("button", { name: "登记" }).click();
        expect(await desk.locator("#problems").innerText()).toContain("3,000,000 元");
        await give.locator("input[name=reserveYuan]").fill("3000000");
        await give.getByRole("button", { name: "登记" }).click();
        await desk.waitForURL(/saved/);
      });
      await page.selectOption("select[name=scheme]", "SSW1");
      await page.fill("input[name=entryOn]", soon(200));
      await page.getByRole("button", { name: "发布岗位" }).click();
      await page.waitForURL(/done=published/);
      postId = new URL(page.url()).searchParams.get("post")!;
    });
    await as(undefined, async (guest) => {
      await guest.go(`/jobs/${postId}`);
      const said = await guest.page.locator("main").innerText();
      for (const one of ["测试出海劳务公司", "山西省商务厅", "特定技能1号", "9,000 元", "签证和合同办理", "申请 → 日语 → 技能考试 → 签合同 → 合同备案", "收了就是违法"]) expect(said).toContain(one);
      await expectFaultless(guest, "/overseas", "zh");
      expect(await guest.page.locator("main").innerText()).toContain("测试出海劳务公司");
    }, { phone: true });
    await as(undefined, (guest) => expectFaultless(guest, "/overseas", "en"), { lang: "en" });
  });

  it("is accepted, walked step by step and left for; the ledger has the departure and nothing before it", async () => {
    await as(SEEKER, async ({ page, go }) => {
      await go(`/jobs/${postId}`);
      await page.getByRole("button", { name: "我愿意去" }).click();
      await page.waitForURL(/\/me\/placements\//);
      placementId = new URL(page.url()).pathname.split("/").at(-1)!;
      await go("/me/overseas");
      expect(await page.locator("main").innerText()).toContain("下一步：日语");
      await page.getByRole("link", { name: "就业页面" }).click();
      await page.locator("summary", { hasText: "报告已出发" }).click();
      await page.getByRole("button", { name: "报告已出发" }).click();
      expect(await page.locator("#problems").innerText()).toContain("日语证明还没记");
    }, { phone: true });
    const step = async ({ page, go }: Visitor, reference: string, button: string, proof?: string) => {
      await go("/employer/overseas");
      if (proof) await page.selectOption("select[name=proof]", proof);
      await page.fill("input[name=reference]", reference);
      await page.getByRole("button", { name: button }).click();
      await page.waitForURL(/saved/);
    };
    await as(COMPANY, async (company) => {
      await step(company, "N4-77", "记下这一步", "JLPT_N4");
      await step(company, "技-77", "记下这一步");
      await step(company, "合-77", "记下这一步");
      expect(await company.page.locator("main").innerText()).toContain("等人社部门记合同备案");
    });
    await as("county", async (officer) => {
      await expectFaultless(officer, "/bureau/overseas", "zh");
      const waiting = officer.page.locator("article.panel", { hasText: "日本焊接工" });
      await waiting.locator("input[name=reference]").fill("备-77");
      await waiting.getByRole("button", { name: "记备案" }).click();
      await officer.page.waitForURL(/saved/);
    });
    await as(COMPANY, async (company) => {
      await step(company, "认-77", "记下这一步");
    });
    expect((await view()).state).toBe("ACCEPTED");
    await as(SEEKER, async (seeker) => {
      await expectFaultless(seeker, "/me/overseas", "zh");
      expect(await seeker.page.locator("main").innerText()).toContain("手续齐了，可以出发");
      await seeker.go(`/me/placements/${placementId}`);
      await seeker.page.locator("summary", { hasText: "报告已出发" }).click();
      await seeker.page.getByRole("button", { name: "报告已出发" }).click();
      await expect.poll(async () => (await view()).state).toBe("DEPARTED");
      await seeker.go("/me/overseas");
      expect(await seeker.page.locator(".journey li.done").count()).toBe(7);
    }, { phone: true });
    const { state } = await view();
    const lines = await deps.db.overseasStep.findMany({ where: { application: { placementId } }, orderBy: { seq: "asc" } });
    expect([state, lines.map((one) => one.step)]).toEqual(["DEPARTED", ["APPLIED", "LANGUAGE", "SKILL", "CONTRACT", "FILED", "CERTIFICATE"]]);
    expect(await deps.db.placementEvent.count({ where: { personId, kind: "DEPARTED" } })).toBe(1);
  });
});
