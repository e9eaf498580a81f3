import { setTimeout as sleep } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { RowDataPacket } from "mysql2";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeResidentId } from "#app/domain/person/resident-id.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { codeFor } from "./sms-code.ts";
import { numberIn, visit, type Visitor } from "./visitor.ts";

const LINXIAN = "141124";
let browser: Browser;
let deps: Deps;
let officer: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  officer = await visit(browser, { as: "county" });
});
afterAll(async () => {
  await officer?.close();
  await browser?.close();
  await deps?.close();
});

const run = Date.now() % 1_000_000;
const person = (n: number, name: string) => ({ name, idNumber: makeResidentId("999999", "1976-09-18", (run % 300) + n, "M"), phone: `137${String(run).padStart(6, "0")}${String(n).padStart(2, "0")}` });
const [welder, mason, cook] = [person(1, "任铁生"), person(2, "白石匠"), person(3, "薛巧手")];
const HEAD = "户编号,姓名,身份证号,手机号,县,人员类别,求职意向,期望薪资,意向地区";
const row = (household: string, one: typeof welder, idNumber = one.idNumber) => `${household},${one.name},${idNumber},${one.phone},临县,脱贫户,电焊工,3000,省内`;
const ROSTER = `${HEAD}\n${[row("LX-1", welder), row("LX-1", mason), row("LX-2", cook, "1.4E+17")].join("\n")}\n`;

async function until(page: Page, holds: (text: string) => boolean, seconds = 60): Promise<string> {
  for (const end = Date.now() + seconds * 1_000; ; await sleep(400)) {
    const text = await page.locator("main").innerText();
    if (holds(text)) return text;
    if (Date.now() > end) throw new Error(`after ${seconds} s the page still says: ${text.slice(0, 400)}`);
    await page.reload();
  }
}
const counted = async () => {
  await officer.go(`/board/counties/${LINXIAN}`);
  return numberIn(await officer.page.locator(".stat .figure-number").first().textContent());
};

describe("a county officer's month, from the roster to the frozen report", () => {
  it("begins at the workbench: what waits is what the lists hold", async () => {
    const { page } = officer;
    await officer.go("/bureau");
    const { db, pool } = deps;
    const [home, under] = [{ regionCode: { startsWith: LINXIAN } }, { countyCode: LINXIAN }];
    const number = async (sql: string) => Number((await pool.query<RowDataPacket[]>(sql, [LINXIAN]))[0][0]!.n);
    const lists: [string, number][] = [
      ["/watch", await db.watchCase.count({ where: { ...home, closedAt: null } })],
      ["/bureau/checkins", await db.careCase.count({ where: { ...home, closedAt: null } })],
      ["/bureau/certificates", await number(`SELECT COUNT(*) AS n FROM certificate c JOIN person p ON p.id = c.personId WHERE p.homeCountyCode = ? AND (c.verification = 'UNVERIFIED'
         OR (c.verification = 'REFUSED' AND EXISTS (SELECT 1 FROM private_file f WHERE f.certificateId = c.id AND f.recordedAt > c.decidedAt)))`)],
      ["/bureau/rosters", await db.roster.count({ where: { ...home, state: { in: ["MAPPING", "CHECKED"] } } })],
      ["/bureau/dispatches?show=LEAVING", (await db.dispatch.findMany({ where: { homeCode: LINXIAN } })).filter((one) => ["PLANNED", "OPEN", "BOARDING"].includes(one.state) && new Date(one.gatherAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) <= new Date(Date.parse(deps.clock.today()) + 3 * 86_400_000).toISOString().slice(0, 10)).length],
      ["/bureau/dispatches?show=NO_SHOWS", await db.dispatchSeat.count({ where: { dispatch: { homeCode: LINXIAN }, state: "NO_SHOW", followedUpAt: null } })],
      ["/bureau/fairs?show=BOOTHS", (await db.jobFair.findMany({ where: home, include: { stands: true } })).filter((one) => (one.state === "PLANNED" || one.state === "OPEN") && one.endsAt > deps.clock.now() && one.stands.some((booth) => booth.state === "APPLIED")).length],
      ["/bureau/employers", (await db.employer.findMany({ where: home })).filter((one) => one.status === "PENDING" || (one.status === "APPROVED" && one.reverifyBy !== null && one.reverifyBy.toISOString().slice(0, 10) < deps.clock.today())).length],
      ["/bureau/reports?status=OPEN", await db.postReport.count({ where: { ...under, status: "OPEN" } })],
      ["/bureau/ads", await db.postFlag.count({ where: { ...home, closedAt: null } })],
      ["/bureau/welfare", await db.welfareCase.count({ where: { ...home, state: { in: ["APPLIED", "REVIEWED", "CHECKED"] } } })],
      ["/bureau/welfare/sheets", await db.welfareSheet.count({ where: { ...under, state: { in: ["PREPARED", "APPROVED", "SENT"] } } })],
      ["/bureau/claims?state=APPLIED", await db.claim.count({ where: { ...under, state: "APPLIED" } })],
      ["/bureau/claims?state=CHECKED", await db.claim.count({ where: { ...under, state: "CHECKED" } })],
      ["/board/samples", await db.countDraw.count({ where: { sample: home, finding: "OPEN" } })],
    ];
    for (const [href, waits] of lists) expect(numberIn(await page.locator(`.desk-line a[href="${href}"] .desk-number`).innerText()), href).toBe(waits);
    expect(lists.filter(([, waits]) => waits > 0).length, "lists on which somebody waits").toBeGreaterThan(4);
    for (const lang of ["zh", "en"] as const) {
      const reader = await visit(browser, { as: "county", lang, script: true, phone: true });
      await expectFaultless(reader, "/bureau", lang);
      await reader.close();
    }
  });

  it("takes in a roster: looks first, names what is wrong by line, and lets the rest in", async () => {
    const { page } = officer;
    await officer.go("/bureau/rosters");
    await page.setInputFiles("input[name=file]", { name: "临县脱贫劳动力.csv", mimeType: "text/csv", buffer: Buffer.from(ROSTER) });
    await page.getByRole("button", { name: "上传" }).click();
    await page.waitForURL(/\/bureau\/rosters\/[0-9A-Z]{26}/);
    await until(page, (text) => text.includes("请看每一列是什么意思"));
    await page.getByRole("button", { name: "逐行核对" }).click();
    const weighed = await until(page, (text) => text.includes("并入以后会发生的事"));
    expect(weighed).toContain("4");
    expect(await deps.db.person.count({ where: { idNumberIndex: deps.crypto.blindIndex("person.idNumber", welder.idNumber) } })).toBe(0);
    await page.getByRole("button", { name: /并入这 2 人/ }).click();
    await until(page, (text) => text.includes("名单已并入"));
    const taken = await deps.db.person.findMany({ where: { idNumberIndex: { in: [welder, mason].map((one) => deps.crypto.blindIndex("person.idNumber", one.idNumber)) } }, select: { householdId: true } });
    expect(taken.map((one) => one.householdId)).toEqual([taken[0]!.householdId, taken[0]!.householdId]);
    expect(taken[0]!.householdId).not.toBeNull();
  });

  it("matches the county, and those of the roster are in the run", async () => {
    const { page } = officer;
    const [[before]] = await deps.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM wish w JOIN person p ON p.id = w.personId WHERE p.idNumberIndex = ? AND w.seeking", [deps.crypto.blindIndex("person.idNumber", welder.idNumber)]);
    expect(Number(before!.n)).toBe(1);
    await officer.go("/runs");
    await page.getByRole("button", { name: "开始匹配" }).click();
    await page.waitForURL(/\/runs\/[0-9A-Z]{26}/);
    await until(page, (text) => text.includes("已完成"), 90);
  });

  it("sees somebody of the roster accept, arrive and be counted, and opens the number down to them and their proof", async () => {
    const before = await counted();
    const title = `电焊工月${run}`;
    const employer = await visit(browser, { as: "employer" });
    await employer.go("/employer/posts/new");
    await employer.page.fill("input[name=title]", title);
    await employer.page.fill("textarea[name=description]", "按图纸焊接钢架，白班，工资按月发。");
    await employer.page.selectOption("select[name=occupationCode]", "6-18-02-04");
    await employer.page.selectOption("select[name=regionCode]", LINXIAN);
    await employer.page.fill("input[name=wageMinYuan]", "6000");
    await employer.page.fill("input[name=wageMaxYuan]", "7500");
    await employer.page.getByRole("button", { name: "发布岗位" }).click();
    await employer.page.waitForURL(/\/employer\?done/);
    const { id: postId } = await deps.db.post.findFirstOrThrow({ where: { title } });

    const seeker = await visit(browser, { phone: true });
    const { page } = seeker;
    await seeker.go("/register");
    await page.fill("input[name=phone]", welder.phone);
    await page.click("main button");
    await page.waitForURL(/\/login\/code/);
    await page.fill("input[name=code]", await codeFor(browser, welder.phone));
    await page.click("main button");
    await page.waitForURL(/\/register\/who/);
    await page.fill("input[name=name]", welder.name);
    await page.fill("input[name=idNumber]", welder.idNumber);
    await page.selectOption("select[name=education]", "JUNIOR");
    await page.selectOption("select[name=countyCode]", LINXIAN);
    await page.click("main button");
    await page.waitForURL(/\/register\/home/);
    await page.selectOption("select[name=homeRegionCode]", { index: 1 });
    await page.check("input[value=SERVICE]");
    await page.fill("input[name=password]", `month-${run}-report`);
    await page.click("main button");
    await page.waitForURL(/\/me/);
    // one person still: the roster's record has become the account's
    expect(await deps.db.person.count({ where: { idNumberIndex: deps.crypto.blindIndex("person.idNumber", welder.idNumber) } })).toBe(1);
    await seeker.go(`/jobs/${postId}`);
    await page.click("main form button.big");
    await page.waitForURL(/\/me\/placements\//);
    const placementId = new URL(page.url()).pathname.split("/").pop()!;

    await employer.go("/employer/placements");
    await employer.page.locator("tr", { has: employer.page.locator(`a[href*="${placementId}"]`) }).getByRole("button", { name: "确认到岗" }).click();
    await employer.page.waitForLoadState();
    for (const end = Date.now() + 60_000; (await counted()) !== before + 1; await sleep(400)) if (Date.now() > end) throw new Error(`still ${before}`);
    await officer.page.locator(`a[href*="${placementId}"]`).first().click();
    await officer.page.waitForURL(/placements/);
    expect(await officer.page.locator("main").innerText()).toMatch(/单位/);
    for (const one of [seeker, employer]) await one.close();
  });

  it("ends with a frozen month: a correction that comes late is a restatement with its reason, and the report keeps the number", async () => {
    const province = await visit(browser, { as: "province" });
    // the newest month that is over and in which somebody of the county was counted
    const [[latest]] = await deps.pool.query<RowDataPacket[]>(
      `SELECT YEAR(c.countedOn) AS year, MONTH(c.countedOn) AS month FROM target_count c JOIN target_year y ON y.year = c.year AND y.caliberCode = c.caliberCode
        WHERE c.countyCode = ? AND c.countedOn < ? ORDER BY c.countedOn DESC LIMIT 1`, [LINXIAN, `${deps.clock.today().slice(0, 7)}-01`]);
    const [year, month] = [Number(latest!.year), Number(latest!.month)];
    if ((await deps.db.frozenMonth.count({ where: { year, month } })) === 0) {
      await province.go(`/board/months?year=${year}&ask=${month}`);
      await province.page.getByRole("button", { name: "确认定账" }).click();
      await province.page.waitForURL(/saved=/);
    }
    await province.close();
    const { page } = officer;
    const frozenHere = await deps.db.frozenPerson.findMany({ where: { year, month, countyCode: LINXIAN } });
    expect(frozenHere.length).toBeGreaterThan(0);
    await officer.go(`/board/months/${month}?year=${year}`);
    const [frozenBefore] = await page.locator(".stat .figure-number").allTextContents();
    expect(numberIn(frozenBefore ?? null)).toBe(frozenHere.length);

    // somebody of that month was not there after all
    const { placementId } = frozenHere[0]!;
    await officer.go(`/placements/${placementId}`);
    const forms = page.locator("form", { has: page.locator("button[value=reverse]") });
    const many = await forms.count();
    for (let nr = many - 1; nr >= 0; nr -= 1) {
      const form = forms.nth(nr);
      await form.evaluate((element) => ((element.closest("details") as HTMLDetailsElement).open = true));
      await form.locator("textarea").fill("电话核实，当月并未到岗");
      await form.locator("button[value=reverse]").click();
      await page.waitForLoadState();
    }
    const told = await (async () => {
      for (const end = Date.now() + 60_000; ; await sleep(400)) {
        await officer.go(`/board/months/${month}?year=${year}`);
        const text = await page.locator("main").innerText();
        if (text.includes("电话核实") || Date.now() > end) return text;
      }
    })();
    expect(told).toContain("电话核实，当月并未到岗");
    expect(numberIn((await page.locator(".stat .figure-number").allTextContents())[0] ?? null)).toBe(frozenHere.length);

    const report = await page.request.get(`/board/report.xlsx?year=${year}&month=${month}`);
    expect(report.status()).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await report.body()) as unknown as ArrayBuffer);
    const numbers: unknown[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((line) => line.eachCell((cell) => numbers.push(cell.value))));
    expect(numbers).toContain(frozenHere.length);
    const pdf = await page.request.get(`/board/report.pdf?year=${year}&month=${month}`);
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, expect.stringContaining("application/pdf")]);
  });
});
