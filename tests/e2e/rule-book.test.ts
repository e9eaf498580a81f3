import ExcelJS from "exceljs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openNote } from "#app/data/case-notes.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
const KEY = "travel.subsidy.out-of-province.max";
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

const textOf = async (page: Awaited<ReturnType<typeof visit>>["page"], at: string) => page.locator(at).innerText();

describe("a rule", () => {
  it("is drafted, simulated and switched on by a second officer; then the person sees the new amount with its document and asks for it", async () => {
    const person = await visit(browser, { as: "seeker" });
    await person.go("/me/claims");
    expect(await textOf(person.page, "#benefit-TRAVEL")).toContain("1,500");

    const writer = await visit(browser, { as: "province" });
    await writer.go(`/policy/${KEY}`);
    await writer.page.fill("input[name=value]", "1650");
    await writer.page.fill("input[name=documentNumber]", "测〔演示〕7号");
    await writer.page.fill("input[name=source]", "测试通知");
    await writer.page.fill("input[name=validFrom]", `${deps.clock.today().slice(0, 4)}-01-01`);
    await writer.page.getByRole("button", { name: "存为草案" }).click();
    await writer.page.waitForURL(/\/policy\/drafts\//);
    const draftPath = new URL(writer.page.url()).pathname;
    expect(await textOf(writer.page, "main")).toContain("要由另一位工作人员启用");
    expect(await writer.page.getByRole("button", { name: "启用", exact: true }).count()).toBe(0);
    await person.go("/me/claims");
    expect(await textOf(person.page, "#benefit-TRAVEL")).toContain("1,500");

    await writer.page.getByRole("button", { name: "测算影响" }).click();
    await writer.page.waitForURL(/\/policy\/simulations\//);
    const simulation = new URL(writer.page.url()).pathname.split("/").pop()!;
    for (const end = Date.now() + 60_000; ; await new Promise((done) => setTimeout(done, 250))) {
      if ((await deps.db.ruleSimulation.findUniqueOrThrow({ where: { id: simulation } })).status === "DONE") break;
      if (Date.now() > end) throw new Error("the simulation was not carried out");
    }
    await writer.page.reload();
    const gains = await deps.db.ruleSimulationPerson.count({ where: { simulationId: simulation } });
    expect(gains).toBeGreaterThan(0);
    expect(await textOf(writer.page, "main")).toContain("多领的人");

    const second = await visit(browser, { as: "admin" });
    await second.go(draftPath);
    await second.page.getByRole("button", { name: "启用", exact: true }).click();
    await second.page.getByText("已启用，").waitFor();

    await person.go("/me/claims");
    const card = await textOf(person.page, "#benefit-TRAVEL");
    expect(card).toContain("1,650");
    expect(card).toContain("测〔演示〕7号");
    await person.page.locator("#benefit-TRAVEL button[value=apply]").click();
    await person.page.waitForURL(/done=applied/);
    expect(await textOf(person.page, "#benefit-TRAVEL")).toContain("已申请");

    const county = await visit(browser, { as: "county" });
    await county.go("/bureau/claims?benefit=TRAVEL&state=APPLIED");
    const own = await deps.db.user.findUniqueOrThrow({ where: { username: "seeker" } });
    const claim = await deps.db.claim.findFirstOrThrow({ where: { personId: own.personId!, benefit: "TRAVEL" } });
    expect(claim.amountFen).toBe(165_000);
    await county.page.locator(`a[href='/bureau/claims/${claim.id}']`).click();
    await county.page.getByRole("button", { name: "审核通过" }).click();
    await county.page.getByText("发放要由另一位工作人员办").waitFor();
    expect(await county.page.getByRole("button", { name: "确认发放" }).count()).toBe(0);
    const payer = await visit(browser, { as: "city" });
    await payer.go(`/bureau/claims/${claim.id}`);
    await payer.page.getByRole("button", { name: "确认发放" }).click();
    await payer.page.waitForURL(/saved=1/);
    expect(await deps.db.claim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({ state: "PAID", paidFen: 165_000 });
    await county.go("/bureau/claims?benefit=TRAVEL");
    const file = await county.page.request.get((await county.page.locator("a[href^='/bureau/tables/claims.xlsx']").getAttribute("href"))!);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await file.body()) as never);
    const sheet = workbook.worksheets[0]!;
    const paid = (sheet.getRow(1).values as string[]).indexOf("实发（元）");
    expect(sheet.getColumn(paid).values).toContain(1_650);
    for (const lang of ["zh", "en"] as const) {
      const reader = await visit(browser, { as: "province", lang, script: true, phone: true });
      await expectFaultless(reader, `/policy/simulations/${simulation}`, lang);
      await expectFaultless(reader, draftPath, lang);
      await reader.close();
    }
    for (const one of [person, writer, second, county, payer]) await one.close();
  });
});

describe("a case of a watched household", () => {
  it("opens by itself when a job is lost, and is taken on, noted and closed with a result", async () => {
    const make = createFactory(deps, 77);
    const employerId = await make.employer();
    const postId = await make.post({ employerId, countyCode: "141124", openings: 2, validUntil: addDays(deps.clock.today(), 90) });
    const member = await make.person({ homeRegionCode: "141124100200", homeCountyCode: "141124", age: 36, categories: ["MONITORED_UNSTABLE"], householdId: await make.household("141124100200"), wish: { occupationCodes: ["6-18-02-04"] } });
    const as = (role: "SEEKER" | "EMPLOYER", more: object) => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
    const accepted = await acceptPost(deps, as("SEEKER", { personId: member.id }), { postId });
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
    for (const kind of ["ON_THE_JOB", "ENDED"]) expect(await recordPlacementEvent(deps, as("EMPLOYER", { employerId }), { placementId: accepted.value.placementId, kind, happenedOn: deps.clock.today() })).toMatchObject({ ok: true });
    let caseId = "";
    for (const end = Date.now() + 60_000; caseId === ""; await new Promise((done) => setTimeout(done, 250))) {
      caseId = (await deps.db.watchCase.findFirst({ where: { personId: member.id } }))?.id ?? "";
      if (Date.now() > end) throw new Error("no case was opened");
    }
    const officer = await visit(browser, { as: "county" });
    const { page } = officer;
    await officer.go(`/watch/${caseId}`);
    await page.getByRole("button", { name: "我来负责" }).click();
    await page.fill("#note", "上门看了，想去车间");
    await page.getByRole("button", { name: "记一笔" }).click();
    await page.waitForURL(/saved=1/);
    await page.locator("input[name=result][value=PLACED]").check();
    await page.fill("#close-note", "去了车间");
    await page.getByRole("button", { name: "办结" }).click();
    expect(await textOf(page, "#problems")).toContain("台账里没有正在进行的就业");
    expect(await page.inputValue("#close-note")).toBe("去了车间");
    await page.locator("input[name=result][value=TRAINED]").check();
    await page.fill("#close-note", "报了缝纫班");
    await page.getByRole("button", { name: "办结" }).click();
    await page.getByText("已办结，不能再改。").waitFor();
    const closed = await deps.db.watchCase.findUniqueOrThrow({ where: { id: caseId } });
    expect([closed.result, openNote(deps, closed)]).toEqual(["TRAINED", "报了缝纫班"]);
    await officer.go("/watch?view=closed");
    expect(await textOf(page, "main")).toContain("已参加培训");
    await officer.close();
  });
});
