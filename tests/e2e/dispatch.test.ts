import jsQR from "jsqr";
import type { Browser, Locator } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { signAgreement } from "#app/usecases/agreements/sign-agreement.server.ts";
import { answerDispatch, askForDispatch } from "#app/usecases/dispatches/fill-list.server.ts";
import { tickDispatch } from "#app/usecases/dispatches/tick.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const [LINXIAN, BEIJING, WELDER] = ["141124", "110000", "6-18-02-04"];
const PEOPLE = 50;
let browser: Browser;
let deps: Deps;
let officer: Actor;
let agreementId: string;
let people: { id: string; username: string; placementId: string }[];
let dispatchId = "";

const asPerson = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 1_913);
  const user = await deps.db.user.findUniqueOrThrow({ where: { username: "county" } });
  officer = { userId: user.id, role: "OFFICER", regionCode: user.regionCode, personId: null, employerId: null, purpose: "test" };
  const today = deps.clock.today();
  agreementId = must(await signAgreement(deps, officer, {
    entryKey: deps.newId(), homeCode: LINXIAN, partnerCode: BEIJING, partnerBody: "北京市朝阳区人社局", number: `专车测试${deps.newId()}`, signedOn: today, validFrom: today, validUntil: addDays(today, 365), people: "100", weGive: "组织和接送", theyGive: "岗位和住处", contactName: "王联络", contactPhone: "01012345678",
  })).agreementId;
  const postId = await make.post({ regionCode: "110105", openings: PEOPLE });
  people = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const person = await make.person({ homeCountyCode: LINXIAN, wish: { occupationCodes: [WELDER] } });
    const username = `traveller-${at}`;
    if (at < 3) await make.user({ role: "SEEKER", username, password: `demo-${username}`, personId: person.id });
    people.push({ id: person.id, username, placementId: must(await acceptPost(deps, asPerson(person.id), { postId })).placementId });
  }
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

/** What the code says that stands on the page, read as a camera would. */
async function readCode(picture: Locator): Promise<string> {
  const { data, info } = await sharp(await picture.screenshot()).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (!read) throw new Error("no code on the page");
  return read.data;
}
const seats = (state: string) => deps.db.dispatchSeat.count({ where: { dispatchId, state: state as never } });
const arrivedNow = async () => {
  const ledger = await loadEventsOfPersons(deps.pool, people.map((one) => one.id));
  return people.filter((one) => viewPlacement(ledger.get(one.id)?.get(one.placementId) ?? []).arrivedOn !== null);
};
const inHours = (n: number) => momentField(new Date(Date.now() + n * 3_600_000));
const resultOf = async (visitor: Visitor) => {
  await visitor.go(`/bureau/agreements/${agreementId}`);
  const cells = await visitor.page.locator("table tbody tr").first().locator("td").allTextContents();
  return { quota: cells[1], people: cells[2], dispatched: cells[3] };
};

describe("a bus of fifty", () => {
  it("is planned and filled: what is wrong is named and stays in the form; three say yes on their own phones", async () => {
    await as("county", async ({ page, go }) => {
      await go("/bureau/dispatches/new");
      await page.selectOption("select[name=destinationCode]", BEIJING);
      await page.fill("input[name=destination]", "朝阳区产业园东门");
      await page.selectOption("select[name=agreementId]", agreementId);
      await page.fill("input[name=plate]", "晋J·50050");
      await page.fill("input[name=capacity]", String(PEOPLE));
      await page.fill("input[name=gatherPlace]", "县汽车站");
      await page.fill("input[name=gatherAt]", inHours(3));
      await page.fill("input[name=departsAt]", inHours(2));
      await page.fill("input[name=arrivesAt]", inHours(12));
      await page.fill("input[name=escortName]", "高志强");
      await page.fill("input[name=escortPhone]", "13835800002");
      await page.getByRole("button", { name: "保存计划" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("发车要在集合之后");
      expect(await page.inputValue("input[name=destination]")).toBe("朝阳区产业园东门");
      await page.fill("input[name=departsAt]", inHours(4));
      await page.getByRole("button", { name: "保存计划" }).click();
      await page.waitForURL(/\/bureau\/dispatches\/[0-9A-Z]{26}\?saved/);
      dispatchId = new URL(page.url()).pathname.split("/").at(-1)!;
      await page.getByRole("button", { name: "开始报名" }).click();
      await page.waitForURL(/saved/);
      for (const { id } of people.slice(0, 3)) await page.check(`input[value="${id}"]`);
      await page.getByRole("button", { name: "请勾选的人" }).click();
      await page.waitForURL(/saved/);
      expect(await seats("ASKED")).toBe(3);
    });
    must(await askForDispatch(deps, officer, { dispatchId, personIds: people.slice(3).map((one) => one.id) }));
    for (const { id } of people.slice(3)) must(await answerDispatch(deps, asPerson(id), { dispatchId, answer: "yes" }));
    for (const { username } of people.slice(0, 3)) {
      await as(username, async ({ page, go }) => {
        await go("/me/dispatches");
        await page.locator("main a[href*='/me/dispatches/']").first().click();
        await page.getByRole("button", { name: "我去" }).click();
        await page.waitForURL(/saved/);
        await page.fill("input[name=name]", "刘小梅");
        await page.fill("input[name=relation]", "爱人");
        await page.fill("input[name=phone]", "13800000009");
        await page.getByRole("button", { name: "保存紧急联系人" }).click();
        await page.waitForURL(/saved/);
        const card = await page.locator(".boarding-card").innerText();
        for (const said of ["刘小梅", "13800000009", "高志强", "13835800002", "120", "12333", "县汽车站"]) expect(card).toContain(said);
      }, { phone: true });
    }
    expect(await seats("YES")).toBe(PEOPLE);
    expect(new Set((await deps.db.dispatchSeat.findMany({ where: { dispatchId } })).map((one) => one.seat)).size).toBe(PEOPLE);
  });

  it("boards by the card's code, by its figures and by the list, also without a signal; leaves with 48 of 50, and the two are called", async () => {
    const [byQr, byCode, byList] = people as [typeof people[0], typeof people[0], typeof people[0]];
    const card = await as(byQr.username, async ({ page, go }) => {
      await go(`/me/dispatches/${dispatchId}`);
      return readCode(page.locator(".boarding-card .qr"));
    }, { phone: true });
    const seatOf = (personId: string) => deps.db.dispatchSeat.findFirstOrThrow({ where: { dispatchId, personId } });
    await as("county", async ({ page, go }) => {
      await go(`/bureau/dispatches/${dispatchId}`);
      await page.getByRole("button", { name: "开始上车" }).click();
      await page.waitForURL(/saved/);
      await go(`/bureau/dispatches/${dispatchId}/boarding`);
      const type = async (text: string) => {
        await page.fill("input[name=card]", text);
        await page.getByRole("button", { name: "上车了" }).first().click();
        await page.waitForLoadState();
        return page.locator("main").innerText();
      };
      expect(await type("JGTC.made.up")).toContain("这不是乘车卡");
      expect(await type(card)).toContain("在车上");
      expect(await type(card)).toContain("已经记过了");
      expect(await type((await seatOf(byCode.id)).code)).toContain("在车上");
    });
    expect(await deps.db.dispatchEvent.count({ where: { dispatchId, kind: "ON_BOARD" } })).toBe(2);
    await as("county", async ({ page, go }) => {
      await go(`/bureau/dispatches/${dispatchId}/boarding`);
      const row = page.locator(`[data-seat="${(await seatOf(byList.id)).id}"]`);
      await page.context().setOffline(true);
      await row.getByRole("button", { name: /上车了/ }).click();
      await page.getByText("还有 1 条没交上去").waitFor();
      expect(await seats("BOARDED")).toBe(2);
      await page.context().setOffline(false);
      await row.getByText("在车上").waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }, { script: true, phone: true });
    for (const { id } of people.slice(3, 48)) must(await tickDispatch(deps, officer, { dispatchId, tick: "BOARDED", seatId: (await seatOf(id)).id }));
    expect(await seats("BOARDED")).toBe(48);
    await as("county", async ({ page, go }) => {
      await go(`/bureau/dispatches/${dispatchId}`);
      await page.getByRole("button", { name: "发车" }).click();
      await page.waitForURL(/saved/);
      expect(await seats("NO_SHOW")).toBe(2);
      await go("/bureau/dispatches?show=NO_SHOWS");
      expect(await page.locator(`a[href="/bureau/dispatches/${dispatchId}#no-shows"]`).count()).toBe(2);
      for (const [at, why] of ["ILL", "WENT_ALONE"].entries()) {
        await go(`/bureau/dispatches/${dispatchId}`);
        const line = page.locator("#no-shows li").nth(at);
        await line.locator("select").selectOption(why);
        await line.locator("input[name=note]").fill("打过电话");
        await line.getByRole("button").click();
        await page.waitForURL(/saved/);
      }
    });
    expect((await deps.db.dispatchSeat.findMany({ where: { dispatchId, state: "NO_SHOW" } })).map((one) => one.followUp).sort()).toEqual(["ILL", "WENT_ALONE"]);
  });

  it("arrives: the ledger has exactly 48 arrivals by the officer's word, and the agreement's result grows by as many as a recount finds", async () => {
    const [byQr] = people as [typeof people[0]];
    await as("county", async (visitor) => {
      const { page, go } = visitor;
      const before = await resultOf(visitor);
      expect(before).toEqual({ quota: "100", people: "0", dispatched: "0" });
      await go(`/bureau/dispatches/${dispatchId}`);
      await page.getByRole("button", { name: "车到了" }).click();
      await page.waitForURL(/saved/);
      await go(`/bureau/dispatches/${dispatchId}/boarding`);
      await page.fill("input[name=card]", (await deps.db.dispatchSeat.findFirstOrThrow({ where: { dispatchId, personId: byQr.id } })).code);
      await page.getByRole("button", { name: "到了" }).first().click();
      await page.waitForURL(/done=/);
      await page.getByRole("button", { name: "其余在车上的人都到了" }).click();
      await page.waitForURL(/boarding$/);
      const arrived = await arrivedNow();
      expect(arrived.map((one) => one.id).sort()).toEqual(people.slice(0, 48).map((one) => one.id).sort());
      expect(await deps.db.placementEvent.count({ where: { kind: "ON_THE_JOB", evidenceRef: `dispatch:${dispatchId}`, saidByRole: "OFFICER" } })).toBe(48);
      const after = await resultOf(visitor);
      expect(after).toEqual({ quota: "100", people: String(arrived.length), dispatched: "48" });
      await go(`/bureau/dispatches/${dispatchId}`);
      await page.getByRole("button", { name: "办结" }).click();
      await page.waitForURL(/saved/);
      expect((await deps.db.dispatch.findUniqueOrThrow({ where: { id: dispatchId } })).state).toBe("CLOSED");
    });
    for (const lang of ["zh", "en"] as const) await as("county", (visitor) => expectFaultless(visitor, `/bureau/dispatches/${dispatchId}`, lang), { lang, script: true, phone: true });
  });
});
