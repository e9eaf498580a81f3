import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, toDate } from "#app/domain/dates.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { everythingElse, openQueue, rawStore, ready, setPin } from "./agent-phone.ts";
import { accessibilityFaults } from "./faultless.ts";
import { visit } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
let town = "";
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  town = (await deps.db.user.findUniqueOrThrow({ where: { username: "agent" } })).regionCode!;
});
afterAll(async () => {
  await deps?.close();
  await browser.close();
});

const press = (page: Page, text: string) => page.locator("main button", { hasText: text }).first().click();
const kept = (page: Page) => expect.poll(() => page.evaluate("navigator.serviceWorker.ready.then(() => caches.match('/muster/phone')).then((one) => one !== undefined)")).toBe(true);
const crewOf = async (seed: number) => {
  const make = createFactory(deps, seed);
  const names = ["东郭带班", "西门代表", "南宫务工"];
  const people = await Promise.all(names.map((name) => make.person({ name, homeRegionCode: town, homeCountyCode: "141124", age: 45, wish: false })));
  const accounts = await Promise.all(people.map(({ id }, at) => make.user({ role: "SEEKER", personId: id, username: `crew${seed}-${at}`, password: `demo-crew${seed}-${at}` })));
  return people.map((person, at) => ({ ...person, username: accounts[at]!.username }));
};

describe("a workfare project", () => {
  it("goes from the award to the last pay sheet, with the network cut in the middle of the muster", async () => {
    const today = deps.clock.today();
    const from = addDays(today, -9);
    const crew = await crewOf(611);
    const [boss, speaker, worker] = crew as [typeof crew[number], typeof crew[number], typeof crew[number]];

    // registered, and awarded to a team by negotiation: small works
    const county = await visit(browser, { as: "county" });
    const { page } = county;
    await county.go(`/bureau/workfare/new?town=${town}`);
    await page.fill("#name", "东沟护坡以工代赈项目");
    await page.fill("#approvalRef", "测试批复 8 号");
    await page.fill("#approvedOn", addDays(from, -30));
    await page.fill("[id='funds.CENTRAL_BUDGET']", "20000");
    await page.fill("#dayRateYuan", "150.50");
    await page.fill("#startsOn", from);
    await page.fill("#lastOn", addDays(today, 30));
    // a project may lie in several townships: adding one saves nothing and keeps what is typed
    await page.locator("details summary", { hasText: "工程还在别的乡镇" }).click();
    const neighbour = (await page.locator("#addTown option").first().getAttribute("value"))!;
    await press(page, "加上");
    expect(await page.inputValue("#approvalRef")).toBe("测试批复 8 号");
    expect(await page.locator(`input[name=places][value='${town}']`).isChecked()).toBe(true);
    await page.locator(`input[name=places][value='${neighbour}']`).check();
    await press(page, "登记");
    const { places } = await deps.db.workfareProject.findFirstOrThrow({ where: { approvalRef: "测试批复 8 号" }, include: { places: { orderBy: { regionCode: "asc" } } } });
    expect(places.map((one) => one.regionCode)).toEqual([town, neighbour].sort());
    await county.go(`${new URL(page.url()).pathname}/edit`);
    for (const code of [town, neighbour]) expect(await page.locator(`input[name=places][value='${code}']`).isChecked(), code).toBe(true);
    await press(page, "保存");
    expect(await page.locator("h1").innerText()).toBe("东沟护坡以工代赈项目");
    const projectPath = new URL(page.url()).pathname;
    await page.click("main a.button:has-text('定施工单位')");
    await page.locator("input[value=NEGOTIATED]").check();
    await page.fill("#teamName", "东沟村专业工队");
    await page.fill("#amountYuan", "19000");
    await page.fill("#awardedOn", addDays(from, -5));
    await page.fill("#documentRef", "会议纪要 8 号");
    await press(page, "记下来");
    expect(await page.locator(".summary li").allInnerTexts()).toEqual(["议标要写明理由"]);
    expect(await page.inputValue("#teamName")).toBe("东沟村专业工队");
    await page.fill("#reason", "工程小，村里的工队就近就能干。");
    await press(page, "记下来");
    expect(await page.locator("main").innerText()).toContain("不用招标的小工程");

    // the crew, with accounts of their own
    await page.goto(`${projectPath}/crew`);
    for (const [at, one] of crew.entries()) {
      await page.locator("details summary", { hasText: "加一个专业工队的人" }).click();
      await page.fill("#name", one.name);
      await page.fill("#idNumber", one.idNumber);
      await page.selectOption("form:has(#idNumber) select[name=part]", ["FOREMAN", "REPRESENTATIVE", "WORKER"][at]!);
      await page.fill("#fromOn", from);
      await press(page, "加进队伍");
      await page.goto(`${projectPath}/crew?account=${one.id}`);
      await page.fill("#account", `0401010001234${String(at).padStart(4, "0")}`);
      await page.fill("#bankName", "农信社");
      await page.check("#ownName");
      await press(page, "保存账户");
    }
    expect(await page.locator("main tbody tr").count()).toBe(3);
    expect(await page.content()).not.toContain("东郭带班");

    // the roll of a week that began before today
    await page.goto(projectPath);
    await page.fill("#fromOn", from);
    await press(page, "开名册");
    const rollPath = new URL(page.url()).pathname;
    const cell = (personId: string, offset: number) => `select[name="q-${personId}-${addDays(from, offset)}"]`;

    // the agent takes it along, and the signal goes
    const agent = await visit(browser, { as: "agent", script: true, phone: true });
    const phone = agent.page;
    await agent.go("/muster/phone");
    await ready(phone);
    await kept(phone);
    await setPin(phone);
    await phone.locator(`form[data-roll] ${cell(boss.id, 0)}`).waitFor();
    await phone.locator("[data-muster-says]", { hasText: /^带着 \d+ 张名册/ }).waitFor();
    await phone.context().setOffline(true);
    await phone.goto(rollPath);
    expect(await phone.locator("h1").innerText()).toBe("在手机上记名册");
    await ready(phone);
    await openQueue(phone);
    for (const one of crew) for (const offset of [0, 1]) await phone.selectOption(cell(one.id, offset), "4");
    await phone.selectOption(cell(worker.id, 2), "2");
    const sheet = phone.locator("form[data-roll]", { has: phone.locator(cell(boss.id, 0)) });
    await sheet.locator("button[type=submit]").click();
    await sheet.locator("[data-sheet-says]", { hasText: "已存在手机上" }).waitFor();

    // killed and opened again without signal: what was filled in is there, and nobody reads it without the PIN
    await phone.reload();
    await ready(phone);
    for (const text of [...(await rawStore(phone)), await everythingElse(phone)]) expect(text).not.toMatch(/东\*|西\*|南\*|东郭|15050|150\.50/);
    await openQueue(phone);
    await phone.locator(cell(worker.id, 2)).waitFor();
    expect(await phone.inputValue(cell(worker.id, 2))).toBe("2");

    // meanwhile the county has written another word for one of these days
    await page.goto(rollPath);
    await page.selectOption(cell(worker.id, 2), "4");
    await press(page, "保存");
    await phone.context().setOffline(false);
    const ask = phone.locator("[data-queue-list] li form");
    await ask.waitFor();
    expect((await ask.innerText()).replace(/\s+/g, " ")).toMatch(/南\*.*原来： 1 × 150.50.*这次： ½ × 150.50/);
    expect(await accessibilityFaults(phone)).toEqual([]);
    await ask.locator("input[name=take]").check();
    await ask.locator("button").click();
    await phone.locator("[data-queue-done] a").waitFor();
    await agent.close();
    await page.reload();
    expect(await page.inputValue(cell(worker.id, 2))).toBe("2");

    // two signatures in their own accounts, and the roll is closed
    for (const one of [boss, speaker]) {
      const signer = await visit(browser, { as: one.username, phone: true });
      await signer.go(rollPath);
      await press(signer.page, "我看过了，签字");
      expect(await signer.page.locator(".notice").first().innerText()).toBe("已签字。");
      await signer.close();
    }
    await page.reload();
    await press(page, "结名册");
    expect(await page.locator("main").innerText()).toMatch(/11 笔记录，一笔没动过[\s\S]*和计酬天数账一致，7 天/);

    // a pay sheet: made by one, approved by another, made public, sent to the bank, paid
    await page.goto(projectPath);
    await press(page, "做发放表：3 人，978.25 元");
    const sheetPath = new URL(page.url()).pathname;
    expect(await page.locator("main button", { hasText: "批准" }).count()).toBe(0);
    const city = await visit(browser, { as: "city" });
    await city.go(sheetPath);
    await press(city.page, "批准");
    await city.close();
    await page.goto(`${sheetPath}/public`);
    const hung = await page.locator(".paper").innerText();
    expect(hung).toMatch(/南\*\*\*[\s\S]*376\.25/);
    expect(hung).not.toMatch(/南宫|04010100/);
    await deps.db.paySheet.update({ where: { id: sheetPath.split("/").at(-1)! }, data: { publicUntil: toDate(today) } });
    await page.goto(sheetPath);
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "CSV")]);
    const csv = await new Response((await download.createReadStream()) as unknown as BodyInit).text();
    expect(csv).toContain("南宫务工,04010100012340002,农信社,376.25");
    await page.goto(sheetPath);
    await press(page, "送去的 3 人都到账了");
    expect(await page.locator("main .tag").first().innerText()).toBe("全部到账");
    await page.goto(projectPath);
    expect(await page.locator("main").innerText()).toContain("没有要发的");

    // the worker's own line, and one tap when it is wrong
    const own = await visit(browser, { as: worker.username, phone: true });
    await own.go("/me/workfare");
    expect(await own.page.locator("main").innerText()).toMatch(/376\.25 元[\s\S]*已到账/);
    await press(own.page, "天数或钱不对");
    expect(await own.page.locator("main").innerText()).toContain("五个工作日内联系您");
    await own.close();
    await county.go("/bureau/checkins");
    expect(await page.locator("main").innerText()).toContain("南***");
    await county.close();
  });

  it("tells the second officer who changes it what the first has changed", async () => {
    const [first, second] = await Promise.all([visit(browser, { as: "county" }), visit(browser, { as: "city" })]);
    await first.go("/bureau/workfare");
    const path = await first.page.locator("main tbody th a", { hasText: "推广以工代赈" }).first().getAttribute("href");
    await Promise.all([first.go(`${path}/edit`), second.go(`${path}/edit`)]);
    await first.page.fill("#labourSharePct", "21");
    await press(first.page, "保存");
    await second.page.fill("#labourSharePct", "19");
    await press(second.page, "保存");
    expect(await second.page.locator(".notice").innerText()).toMatch(/别人改过[\s\S]*现在是 21[\s\S]*您填的是 19/);
    await press(second.page, "保存");
    await second.go(`${path}/edit`);
    expect(await second.page.inputValue("#labourSharePct")).toBe("19");
    await Promise.all([first.close(), second.close()]);
  });

  it("shows at once which project will miss its floor, and what each week left needs", async () => {
    const county = await visit(browser, { as: "county" });
    await county.go("/bureau/workfare");
    expect(await county.page.locator("main tbody tr").first().innerText()).toMatch(/⚑ 照此达不到/);
    await county.page.locator("main tbody th a").first().click();
    const says = await county.page.locator(".notice").first().innerText();
    expect(says).toMatch(/还差 [\d,]+ 元。剩下 \d+ 周，每周要发 [\d,]+ 元，现在每周 [\d,]+ 元/);
    expect(await county.page.locator("svg[role=img]").getAttribute("aria-label")).toMatch(/下限 90,000 元/);
    await county.close();
  });
});
