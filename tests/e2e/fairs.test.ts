import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { streamLedger } from "#app/data/ledger/events.server.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { makeResidentId } from "#app/domain/person/resident-id.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const [LINXIAN, WELDER] = ["141124", "6-18-02-04"];
let browser: Browser;
let deps: Deps;
let employerId: string, postId: string, guestId: string, deskIdNumber: string, newcomer: string;
let fairId = "";

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 2_427);
  employerId = await make.employer({ name: "招聘会测试机械有限公司" });
  postId = await make.post({ employerId, title: "招聘会电焊工", openings: 9 });
  await make.user({ role: "EMPLOYER", username: "fair-employer", password: "demo-fair-employer", employerId });
  const guest = await make.person({ homeCountyCode: LINXIAN, wish: { occupationCodes: [WELDER] } });
  guestId = guest.id;
  await make.user({ role: "SEEKER", username: "fair-guest", password: "demo-fair-guest", personId: guest.id });
  deskIdNumber = (await make.person({ homeCountyCode: LINXIAN, wish: { occupationCodes: [WELDER] } })).idNumber;
  newcomer = makeResidentId("149999", "1988-03-09", 431, "M");
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

async function as<T>(who: string, work: (visitor: Visitor) => Promise<T>, more: { script?: boolean; phone?: boolean; lang?: "zh" | "en" } = {}): Promise<T> {
  const visitor = await visit(browser, { as: who, ...more });
  const done = await work(visitor);
  await visitor.close();
  return done;
}
const inHours = (n: number) => momentField(new Date(Date.now() + n * 3_600_000));
const counted = async () => Number((await deps.db.fairTick.aggregate({ where: { fairId, boothId: null }, _sum: { n: true } }))._sum.n ?? 0);
/** Everybody whose yes the ledger holds with this fair as where it was said, read from its first row to its last. */
async function saidAtFair() {
  const found = [];
  for await (const persons of streamLedger(deps.pool)) for (const [personId, placements] of persons) for (const events of placements.values()) if (events.some((event) => event.kind === "ACCEPTED" && event.evidenceRef === `fair:${fairId}`)) found.push(personId);
  return found.sort();
}

describe("a job fair", () => {
  it("is planned and public at once; an employer asks for a booth, gets its number, and a person says that they come", async () => {
    await as("county", async ({ page, go }) => {
      await go("/bureau/fairs/new");
      await page.fill("input[name=title]", "临县端到端招聘会");
      await page.fill("input[name=address]", "临泉镇体育路 1 号");
      await page.fill("input[name=startsAt]", inHours(1));
      await page.fill("input[name=endsAt]", inHours(0.5));
      await page.fill("input[name=booths]", "2");
      await page.fill("input[name=phone]", "0358-4422000");
      await page.fill("textarea[name=says]", "带身份证，进场不要钱");
      await page.getByRole("button", { name: "保存并公布" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("结束要在开始之后");
      expect(await page.inputValue("input[name=title]")).toBe("临县端到端招聘会");
      await page.fill("input[name=endsAt]", inHours(7));
      await page.getByRole("button", { name: "保存并公布" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请写场地");
      await page.fill("input[name=place]", "县体育馆");
      await page.getByRole("button", { name: "保存并公布" }).click();
      await page.waitForURL(/\/bureau\/fairs\/[0-9A-Z]{26}\?saved/);
      fairId = new URL(page.url()).pathname.split("/").at(-1)!;
    });
    await as("fair-employer", async ({ page, go }) => {
      await go("/employer/fairs");
      const form = page.locator("article", { hasText: "临县端到端招聘会" });
      await form.getByRole("button", { name: /申请/ }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请至少选一个岗位");
      const again = page.locator("article", { hasText: "临县端到端招聘会" });
      await again.locator(`input[value="${postId}"]`).check();
      await again.getByRole("button", { name: /申请/ }).click();
      await page.waitForURL(/saved/);
    });
    await as("county", async ({ page, go }) => {
      await go("/bureau/fairs?show=BOOTHS");
      await page.locator(`a[href="/bureau/fairs/${fairId}"]`).click();
      await page.getByRole("button", { name: /^批准/ }).click();
      await page.waitForURL(/saved/);
    });
    expect(await deps.db.fairBooth.findFirstOrThrow({ where: { fairId } })).toMatchObject({ employerId, number: 1, state: "APPROVED" });
    await as("fair-guest", async ({ page, go }) => {
      await go(`/fairs?county=${LINXIAN}`);
      await page.getByRole("link", { name: "临县端到端招聘会" }).click();
      expect(await page.locator("main").innerText()).toContain("招聘会电焊工");
      await page.getByRole("button", { name: "我要来" }).click();
      await page.waitForURL(/\/me\/fairs\?saved/);
      const { code } = await deps.db.fairGuest.findFirstOrThrow({ where: { fairId, personId: guestId } });
      expect((await page.locator(".fair-code").innerText()).replace(/\D/g, "")).toBe(code);
    }, { phone: true });
  });

  it("is counted at the door, also without a signal, and each press once", async () => {
    await as("county", async ({ page, go }) => {
      await go(`/bureau/fairs/${fairId}`);
      await page.getByRole("button", { name: "开场" }).click();
      await page.waitForURL(/saved/);
    });
    await as("county", async ({ page, go }) => {
      await go(`/bureau/fairs/${fairId}/floor`);
      const door = page.locator('[data-place=""]');
      await door.getByRole("button", { name: "进门加 5 人" }).click();
      await page.getByText("都交上去了").waitFor();
      await page.context().setOffline(true);
      await door.getByRole("button", { name: "进门加 1 人" }).click();
      await door.getByRole("button", { name: "进门减 1 人" }).click();
      await door.getByRole("button", { name: "进门加 1 人" }).click();
      await page.getByText(/还有 [123] 条没交上去/).waitFor();
      expect(await door.locator("[data-count]").innerText()).toBe("6");
      expect(await counted()).toBe(5);
      await page.context().setOffline(false);
      await page.getByText("都交上去了").waitFor();
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
      expect(await door.locator("[data-count]").innerText()).toBe("6");
    }, { script: true, phone: true });
    expect(await counted()).toBe(6);
    expect(await deps.db.fairTick.count({ where: { fairId } })).toBe(4);
  });

  it("hires on the spot: by the code of who said they come, by a number, and somebody who was on no record; a booth's report waits for the yes; all of it, and no more, is in the ledger", async () => {
    const { code } = await deps.db.fairGuest.findFirstOrThrow({ where: { fairId, personId: guestId } });
    await as("fair-employer", async ({ page, go }) => {
      await go("/employer/fairs");
      const booth = page.locator("article", { hasText: "临县端到端招聘会" });
      await booth.getByText("报告现场录用", { exact: true }).click();
      await booth.locator("input[name=code]").fill(code);
      await booth.getByRole("button", { name: "报告录用" }).click();
      await page.waitForURL(/reported/);
    });
    expect(await saidAtFair()).toEqual([]);
    await as("fair-guest", async ({ page, go }) => {
      await go("/me/notices");
      await page.getByRole("link", { name: /招聘会上有单位说录用了您/ }).click();
      await page.getByRole("button", { name: "我去", exact: true }).click();
      await page.waitForURL(/saved/);
      await go("/me");
      expect(await page.locator("main").innerText()).toContain("招聘会电焊工");
    }, { phone: true });
    expect(await saidAtFair()).toEqual([guestId]);
    await as("county", async ({ page, go }) => {
      const here = `/bureau/fairs/${fairId}/floor`;
      const hire = async () => {
        await page.locator("#hire-post").selectOption(postId);
        await page.getByRole("button", { name: "本人答应了，登记录用" }).click();
        await page.waitForURL(/done=/);
        expect(await page.locator("main").innerText()).toContain("已入就业台账");
      };
      await go(here);
      await page.fill("input[name=who]", "123");
      await page.getByRole("button", { name: "找这个人" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请输入 9 位到场码");
      await page.fill("input[name=who]", deskIdNumber);
      await page.getByRole("button", { name: "找这个人" }).click();
      await hire();
      await page.getByText("没有登记过？现场登记").click();
      await page.locator("#postId").selectOption(postId);
      await page.fill("input[name=name]", "刘新来");
      await page.fill("input[name=idNumber]", newcomer);
      await page.selectOption("select[name=homeRegionCode]", { index: 1 });
      await page.check("input[name=consent]");
      await page.getByRole("button", { name: "登记", exact: true }).click();
      await hire();
    }, { phone: true });
    const said = await saidAtFair();
    expect(said).toHaveLength(3);
    expect((await deps.db.fairHiring.findMany({ where: { fairId, state: "HIRED" } })).map((one) => one.personId).sort()).toEqual(said);
    expect((await deps.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(3);
    for (const lang of ["zh", "en"] as const) {
      await as("county", async (visitor) => {
        await expectFaultless(visitor, `/bureau/fairs/${fairId}`, lang);
        await expectFaultless(visitor, `/bureau/fairs/${fairId}/floor`, lang);
      }, { lang, script: true, phone: true });
    }
    await as("county", async ({ page, go }) => {
      await go(`/bureau/fairs/${fairId}`);
      const fact = async (term: string) => page.locator("dl.facts div", { has: page.locator(`dt:text-is("${term}")`) }).locator("dd").innerText();
      expect([await fact("进场人次"), await fact("现场录用的人"), await fact("登记到场的人"), await fact("其中确认到岗的")]).toEqual([String(await counted()), String(said.length), "3", "0"]);
    });
  });
});
