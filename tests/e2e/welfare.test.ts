import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, addMonths } from "#app/domain/dates.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { createFactory } from "#tests/factories/index.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
const place = { town: "", village: "", villageName: "" };
const villager = { id: "", username: "villager-w", card: "6228480402564890018" };
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  place.town = (await deps.db.user.findUniqueOrThrow({ where: { username: "agent" } })).regionCode!;
  const villages = await deps.db.region.findMany({ where: { parentCode: place.town, level: "VILLAGE" }, orderBy: { code: "desc" }, take: 1 });
  [place.village, place.villageName] = [villages[0]!.code, villages[0]!.name];
  const make = createFactory(deps, 47);
  villager.id = (await make.person({ homeCountyCode: place.village.slice(0, 6), homeRegionCode: place.village, age: 51, categories: ["POVERTY_LIFTED"], wish: false })).id;
  await make.user({ role: "SEEKER", username: villager.username, password: `demo-${villager.username}`, personId: villager.id });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

/** Somebody who does one thing and goes. */
async function as<T>(who: string | undefined, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitor = await visit(browser, { as: who });
  const done = await work(visitor);
  await visitor.close();
  return done;
}
const lastMonth = () => addMonths(`${deps.clock.today().slice(0, 7)}-01`, -1).slice(0, 7);

describe("a public-welfare post", () => {
  it("goes from its notice to the exit on screen, without script: each step by whoever it is for, the subsidy to the fen, two officers at once told", async () => {
    const today = deps.clock.today();
    const month = lastMonth();

    // the county: a fund, and a quota for the village
    await as("county", async ({ page, go }) => {
      await go(`/bureau/welfare/quotas?in=${place.town}`);
      await page.locator("summary", { hasText: "录资金控制数" }).click();
      await page.fill("input[name=fundSource]", "水库移民后扶资金");
      await page.fill("input[name=amountYuan]", "30000");
      await page.getByRole("button", { name: "保存资金" }).click();
      await page.waitForURL(/saved=/);
      const quota = page.locator("form", { has: page.locator("select[name=regionCode]") });
      await quota.locator("select[name=fundId]").selectOption({ label: await quota.locator("select[name=fundId] option", { hasText: "水库移民后扶资金" }).innerText() });
      await quota.locator("select[name=regionCode]").selectOption(place.village);
      await quota.locator("select[name=kind]").selectOption("CLEANING");
      const fill = async (posts: string, yuan: string) => {
        await page.fill("input[name=posts]", posts);
        await page.fill("input[name=monthlyYuan]", yuan);
        await page.getByRole("button", { name: "保存名额" }).click();
      };
      await fill("2", "800");
      expect(await page.locator("[role=alert]").innerText()).toMatch(/补贴不能低于每月 \d+ 元/);
      await fill("3", "1000");
      expect(await page.locator("[role=alert]").innerText()).toContain("资金只剩 30,000 元");
      expect(await page.inputValue("input[name=posts]")).toBe("3");
      await fill("2", "1000");
      await page.waitForURL(/saved=/);
      // the same village again: what stands is shown before it is changed
      await quota.locator("select[name=fundId]").selectOption({ label: await quota.locator("select[name=fundId] option", { hasText: "水库移民后扶资金" }).innerText() });
      await quota.locator("select[name=regionCode]").selectOption(place.village);
      await quota.locator("select[name=kind]").selectOption("CLEANING");
      await fill("1", "1000");
      expect(await page.locator("[role=alert]").innerText()).toContain("这个村已有 2 个名额");
      expect((await quotaRow()).posts).toBe(2);
      await page.getByRole("button", { name: "保存名额" }).click();
      await page.waitForURL(/saved=/);
      expect((await quotaRow()).posts).toBe(1);
    });
    const quotaId = (await quotaRow()).id;

    // the township sets the post; everybody reads its notice
    const postId = await as("town", async ({ page, go }) => {
      await go(`/bureau/welfare/quotas/${quotaId}`);
      await page.fill("input[name=title]", "村口保洁员");
      await page.fill("textarea[name=need]", "村口到学校一段路每天清扫，缺一个人手。");
      await page.fill("input[name=noticeFrom]", addDays(today, -12));
      await page.fill("input[name=noticeUntil]", addDays(today, -8));
      await page.getByRole("button", { name: "设岗并公告" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("公告至少 7 天");
      await page.fill("input[name=noticeUntil]", addDays(today, -5));
      await page.getByRole("button", { name: "设岗并公告" }).click();
      await page.waitForURL(/\/bureau\/welfare\/posts\//);
      return new URL(page.url()).pathname.split("/").pop()!;
    });
    await as(undefined, async ({ page, go }) => {
      await go("/welfare");
      expect(await page.locator("main").innerText()).toContain("村口保洁员");
      await go(`/welfare/${postId}`);
      expect(await page.locator("main").innerText()).toContain("1,000 元/月");
      expect(await page.locator("form[method=post] input[name=kin]").count()).toBe(0);
      await page.getByRole("link", { name: "登录后申请" }).click();
      expect(new URL(page.url()).searchParams.get("to")).toBe(`/welfare/${postId}`);
    });

    // the villager applies, and is asked about the kin they declare
    const caseId = await as(villager.username, async ({ page, go }) => {
      await go(`/welfare/${postId}`);
      await page.check("input[name=kin][value=SIBLING]");
      await page.fill("input[name=cadreName]", "王会计");
      await page.getByRole("button", { name: "交申请" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请说明怎么回避");
      expect(await page.inputValue("input[name=cadreName]")).toBe("王会计");
      await page.fill("input[name=kinSays]", "评议时这位亲属回避");
      await page.getByRole("button", { name: "交申请" }).click();
      await page.waitForURL(/\/me\/welfare/);
      expect(await page.locator("main").innerText()).toContain("等村（驻村工作队、协管员）办“村里评议”");
      await page.locator("summary", { hasText: "登记发放账户" }).click();
      await page.fill("input[name=bankName]", "临县农商银行");
      await page.fill("input[name=account]", "6228 4804 0256 4890 019");
      await page.check("input[name=ownName]");
      await page.getByRole("button", { name: "保存账户" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("卡号不对");
      expect(await page.content()).not.toContain("4890 019");
      await page.fill("input[name=account]", villager.card);
      await page.getByRole("button", { name: "保存账户" }).click();
      await page.getByText("****0018").waitFor();
      return (await deps.db.welfareCase.findUniqueOrThrow({ where: { openKey: villager.id } })).id;
    });
    const file = `/bureau/welfare/cases/${caseId}`;

    // village, township, county: each finds its own step and no other's
    await as("agent", async ({ page, go }) => {
      await go("/bureau/welfare");
      expect(await page.locator("table").first().innerText()).toContain("轮到您");
      await go(file);
      expect(await page.locator("main").innerText()).not.toContain("王会计");
      expect(await page.locator("main").innerText()).toContain("王**");
      expect(await page.locator("input[name=act]").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual(["REVIEW", "REFUSE"]);
      await page.fill("input[name=minutesRef]", "村民代表会〔2026〕31号");
      await page.fill("input[name=publicFrom]", addDays(today, -6));
      await page.fill("input[name=publicUntil]", addDays(today, -1));
      await page.getByRole("button", { name: "村里评议" }).click();
      await page.waitForURL(/saved=/);
    });
    await as("town", async ({ page, go }) => {
      await go(file);
      await page.getByRole("button", { name: "乡镇审核" }).click();
      await page.waitForURL(/saved=/);
    });
    const sign = async ({ page }: Visitor) => {
      const form = page.locator("form", { has: page.locator("input[name=act][value=SIGN]") });
      await form.locator("input[name=number]").fill("临公岗031");
      await form.locator("input[name=validFrom]").fill(`${month}-01`);
      await form.locator("input[name=validUntil]").fill(addMonths(`${month}-01`, 12));
      await form.locator("input[name=insurer]").fill("人保财险");
      await form.locator("input[name=policyNo]").fill("PDAA2026031");
      await form.locator("input[name=insuredFrom]").fill(`${month}-01`);
      await form.locator("input[name=insuredUntil]").fill(addMonths(`${month}-01`, 13));
      await form.getByRole("button").click();
    };
    await as("county", (first) => as("county", async (second) => {
      await Promise.all([first.go(file), second.go(file)]);
      await sign(first);
      await first.page.waitForURL(/saved=/);
      await sign(second);
      expect(await second.page.locator("[role=alert]").innerText()).toContain("已经在岗");
      expect(await second.page.locator("main").innerText()).toContain("临公岗031");
    }));
    expect(await deps.db.welfareContract.count({ where: { caseId } })).toBe(1);

    // attendance of last month, the sheet by the township, approved and paid by the county
    await as("agent", async ({ page, go }) => {
      await go(`/bureau/welfare/attendance?village=${place.village}&month=${month}`);
      await page.locator(`input[name=n-${caseId}]`).evaluate((field) => field.removeAttribute("max"));
      await page.fill(`input[name=n-${caseId}]`, "32");
      await page.getByRole("button", { name: "保存考勤" }).click();
      expect(await page.locator("[role=alert]").innerText()).toMatch(/排不下/);
      await page.fill(`input[name=n-${caseId}]`, "11");
      await page.getByRole("button", { name: "保存考勤" }).click();
      await page.waitForURL(/saved=1/);
    });
    const sheet = await as("town", async ({ page, go }) => {
      await go("/bureau/welfare/sheets");
      await page.selectOption("select[name=town]", place.town);
      await page.fill("input[name=month]", month);
      await page.getByRole("button", { name: "生成发放表" }).click();
      await page.waitForURL(/\/sheets\/[0-7]/);
      expect(await page.locator("main").innerText()).toContain("要请另一个人审核");
      expect(await page.locator("tr", { has: page.locator(`a[href$='${caseId}']`) }).innerText()).toContain("500.00");
      return new URL(page.url()).pathname;
    });
    await as("county", async ({ page, go }) => {
      await go(sheet);
      await page.getByRole("button", { name: "审核通过" }).click();
      await page.waitForURL((url) => url.pathname === sheet);
      await page.fill("input[name=purpose]", "发");
      await page.getByRole("button", { name: "下载 CSV" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请写用途");
      const answer = await page.request.post(`${sheet}/file`, { form: { purpose: "发放上月补贴", form: "csv" }, headers: { origin: baseUrl() } });
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
      expect((await answer.text()).split("\r\n").find((line) => line.includes(villager.card))).toMatch(/,500\.00$/);
      const workbook = await page.request.post(`${sheet}/file`, { form: { purpose: "再取一份", form: "xlsx" }, headers: { origin: baseUrl() } });
      expect(workbook.headers()["content-type"]).toContain("spreadsheetml");
      await go(sheet);
      await page.check("input[name=sure]");
      await page.getByRole("button", { name: "记下结果" }).click();
      await page.waitForURL((url) => url.pathname === sheet);
      expect(await page.locator("main").innerText()).toContain("已发完");
    });
    await as(villager.username, async ({ page, go }) => {
      await go("/me/welfare");
      expect(await page.locator("tr", { hasText: month }).innerText()).toMatch(/500\.00[\s\S]*已发/);
      await go(`/me/days?month=${month}`);
      expect(await page.locator(".calendar .taken").count()).toBe(11);
    });

    // the way on, and the exit
    await as("town", async ({ page, go }) => {
      await go(file);
      await page.locator("summary", { hasText: "记下去向" }).click();
      const plan = page.locator("form", { has: page.locator("input[name=act][value=PLAN]") });
      await plan.locator("input[name=choice][value=MARKET]").check();
      await plan.locator("input[name=reason]").fill("去县里物业公司");
      await plan.getByRole("button").click();
      await page.waitForURL(/saved=/);
      expect(await page.locator("main").innerText()).toContain("定了：去市场岗位");
      await page.locator("summary", { hasText: "退岗" }).click();
      const end = page.locator("form", { has: page.locator("input[name=act][value=END]") });
      await end.locator("input[name=endedOn]").fill(`${month}-03`);
      await end.locator("input[name=reason]").fill("去市场岗位");
      await end.getByRole("button").click();
      expect(await page.locator("[role=alert]").innerText()).toMatch(/已记了 \d+ 天考勤/);
      await end.locator("input[name=endedOn]").fill(today);
      await end.getByRole("button").click();
      await page.waitForURL(/saved=/);
      expect(await page.locator("main").innerText()).toContain("已退岗");
    });
    await as(villager.username, async ({ page, go }) => {
      await go("/me/welfare");
      expect(await page.locator("main").innerText()).toContain("已退岗");
      await go("/me/notices");
      expect(await page.locator("main").innerText()).toContain("已退岗：村口保洁员");
    });
    const [post, placement] = [await deps.db.post.findUniqueOrThrow({ where: { id: postId } }), await deps.db.placement.findFirstOrThrow({ where: { personId: villager.id } })];
    expect([post.filled, placement.activeKey]).toEqual([0, null]);

    for (const lang of ["zh", "en"] as const) {
      const reader = await visit(browser, { as: "county", lang, script: true, phone: true });
      for (const path of [file, sheet, `${sheet}/board`]) await expectFaultless(reader, path, lang);
      await reader.close();
    }
  });

  async function quotaRow() {
    return deps.db.welfareQuota.findFirstOrThrow({ where: { regionCode: place.village, fund: { fundSource: "水库移民后扶资金" } } });
  }
});
