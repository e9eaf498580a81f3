import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeResidentId } from "#app/domain/person/resident-id.ts";
import { createDeps } from "#app/platform/deps.server.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { codeFor } from "./sms-code.ts";
import { visit, type Visitor } from "./visitor.ts";

let browser: Browser;
const open: Visitor[] = [];
const someone = async (options: Parameters<typeof visit>[1]) => {
  const visitor = await visit(browser, { phone: true, ...options });
  open.push(visitor);
  return visitor;
};

beforeAll(async () => {
  browser = await openBrowser();
  await publishPost();
});
afterAll(async () => {
  for (const visitor of open) await visitor.close();
  await browser.close();
});

const run = Date.now() % 1_000_000;
let number = 0;
/** A telephone and a resident ID of this run's own. */
const phoneOfRun = () => `139${String(run).padStart(6, "0")}${String((number += 1)).padStart(2, "0")}`;
const idOfRun = () => makeResidentId("999999", "1975-03-12", run % 400 + (number += 1), "F");

/** As if a minute had gone by since the last code to a telephone, so that another may be sent. */
async function aMinuteLater(phone: string): Promise<void> {
  const deps = await createDeps(process.env, { process: "test" });
  const moved = await deps.db.$executeRaw`UPDATE phone_code SET createdAt = createdAt - INTERVAL 61 SECOND WHERE phoneIndex = ${deps.crypto.blindIndex("person.phone", phone)}`;
  await deps.close();
  expect(moved).toBeGreaterThan(0);
}

interface Registered extends Visitor {
  phone: string;
  idNumber: string;
  password: string;
}

/** Registers at /register as a person would, step by step. */
async function register(name: string, options: { lang?: "zh" | "en"; script?: boolean; phone?: string; from?: string } = {}): Promise<Registered> {
  const visitor = await someone({ lang: options.lang, script: options.script });
  const { page } = visitor;
  const [phone, idNumber] = [options.phone ?? phoneOfRun(), idOfRun()];
  const password = `tractor-${run}-${number}`;
  if (options.from) {
    await visitor.go(options.from);
    await page.locator("main a[href^='/login?to=']").first().click();
    await page.locator("main a[href^='/register']").first().click();
    await page.waitForURL(/\/register/);
  } else await visitor.go("/register");
  await page.fill("input[name=phone]", phone);
  await page.click("main button");
  await page.waitForURL(/\/login\/code/);
  await page.fill("input[name=code]", await codeFor(browser, phone));
  await page.click("main button");
  await page.waitForURL(/\/register\/who/);
  await page.fill("input[name=name]", name);
  await page.fill("input[name=idNumber]", idNumber.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
  await page.selectOption("select[name=education]", "JUNIOR");
  await page.selectOption("select[name=countyCode]", "141124");
  await page.click("main button");
  await page.waitForSelector("#problems");
  expect(await page.inputValue("input[name=name]")).toBe(name);
  await page.fill("input[name=idNumber]", idNumber);
  await page.click("main button");
  await page.waitForURL(/\/register\/home/);
  expect(await page.locator("input[type=checkbox]:checked").count()).toBe(0);
  await page.selectOption("select[name=homeRegionCode]", { index: 1 });
  const town = await page.inputValue("select[name=homeRegionCode]");
  await page.fill("input[name=password]", password);
  await page.click("main button");
  await page.waitForSelector("#problems");
  expect([await page.inputValue("select[name=homeRegionCode]"), await page.inputValue("input[name=password]")]).toEqual([town, ""]);
  await page.check("input[value=SERVICE]");
  await page.fill("input[name=password]", password);
  await page.click("main button");
  await page.waitForURL(/\/me\/wish/);
  await page.selectOption("select#occupation-0", "6-18-02-04");
  await page.click("main button");
  await page.waitForSelector("main [role=status] a");
  return { ...visitor, phone, idNumber, password };
}

const TITLE = `电焊工学徒${run}`;

/** A post that asks for no certificate, with openings enough for everybody here; resolves once the search finds it. */
async function publishPost(): Promise<void> {
  const employer = await visit(browser, { as: "employer" });
  open.push(employer);
  const { page } = employer;
  await employer.go("/employer/posts/new");
  await page.fill("input[name=title]", TITLE);
  await page.fill("textarea[name=description]", "按图纸焊接钢架，有师傅带，白班。");
  await page.selectOption("select[name=occupationCode]", "6-18-02-04");
  await page.fill("input[name=openings]", "20");
  await page.selectOption("select[name=regionCode]", "141124");
  await page.fill("input[name=wageMinYuan]", "5000");
  await page.fill("input[name=wageMaxYuan]", "7000");
  await page.getByRole("button", { name: "发布岗位" }).click();
  await page.waitForURL(/\/employer\?done/);
  for (let tries = 0; tries < 120; tries += 1, await sleep(250)) {
    await employer.go("/jobs?q=dhg");
    if ((await page.locator("main").innerText()).includes(TITLE)) return;
  }
  throw new Error("the search doesn't find the post");
}

/** Opens posts of a search by initials one after another until one may be applied for. */
async function openSuitingPost(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await visitor.go("/jobs?q=dhg");
  const hrefs = await page.locator("article h2 a, li h2 a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).getAttribute("href") ?? ""));
  for (const href of hrefs) {
    await visitor.go(href);
    if ((await page.locator("main form button.big").count()) > 0) return href;
  }
  throw new Error(`none of ${hrefs.length} posts suits`);
}

describe("a job seeker", () => {
  it.each([["zh", false], ["zh", true], ["en", false], ["en", true]] as const)("in %s (script: %s) registers, searches by pinyin, accepts a post, and reports departure and arrival", async (lang, script) => {
    const seeker = await register("赵𠮷柱", { lang, script });
    const { page } = seeker;
    await openSuitingPost(seeker);
    await page.click("main form button.big");
    await page.waitForURL(/\/me\/placements\//);
    for (const kind of ["DEPARTED", "ON_THE_JOB"]) {
      const form = page.locator("form", { has: page.locator(`input[name=kind][value=${kind}]`) });
      await form.evaluate((element) => ((element.closest("details") as HTMLDetailsElement).open = true));
      await form.locator("button").click();
      await page.waitForLoadState();
      expect(await page.locator("#problems").count()).toBe(0);
    }
    expect(await page.locator("main").innerText()).toContain(lang === "zh" ? "报告仍在岗" : "still");
  });
});

describe("signing in", () => {
  it("by telephone, password and telephone shared with another; devices are listed and ended", async () => {
    const first = await register("钱大妮");
    const second = await register("孙二妮", { phone: phoneOfRun() });
    const byPassword = await someone({});
    await byPassword.go("/login");
    await byPassword.page.fill("input[name=username]", first.phone);
    await byPassword.page.fill("input[name=password]", first.password);
    await byPassword.page.locator("form", { has: byPassword.page.locator("input[name=password]:visible") }).locator("button").click();
    await byPassword.page.waitForURL(/\/me$/);

    await first.go("/me/notices");
    expect(await first.page.locator("main").innerText()).toContain("有一台新设备登录了您的账号");
    await first.go("/me/account");
    expect(await first.page.locator(".sessions li").count()).toBe(2);
    await first.page.click("button[value=end]");
    await first.page.waitForURL(/done=ended/);
    expect(await first.page.locator(".sessions li").count()).toBe(1);
    await byPassword.go("/me");
    expect(new URL(byPassword.page.url()).pathname).toBe("/login");

    await first.page.click("summary");
    await first.page.fill("input[name=currentPassword]", "wrong-password");
    await first.page.fill("input[name=password]", "a-better-password");
    await first.page.locator("form", { has: first.page.locator("input[name=currentPassword]") }).locator("button").click();
    await first.page.waitForSelector("#problems");
    expect(await first.page.content()).not.toContain("a-better-password");
    await first.page.fill("input[name=currentPassword]", first.password);
    await first.page.fill("input[name=password]", "a-better-password");
    await first.page.locator("form", { has: first.page.locator("input[name=currentPassword]") }).locator("button").click();
    await first.page.waitForURL(/done=saved/);

    const byCode = await someone({});
    await byCode.go("/login");
    await byCode.page.fill("input[name=phone]", second.phone);
    await aMinuteLater(second.phone);
    await byCode.page.click("form:has(input[name=phone]) button");
    await byCode.page.waitForURL(/\/login\/code/);
    await byCode.page.fill("input[name=code]", "12");
    await byCode.page.click("main button");
    await byCode.page.waitForSelector("#problems");
    await byCode.page.fill("input[name=code]", await codeFor(browser, second.phone));
    await byCode.page.click("main button");
    await byCode.page.waitForURL(/\/me$/);
    expect(await byCode.page.locator("h1").innerText()).toContain("孙**");
  });

  it("leads whoever registers for the sake of a post back to it", async () => {
    const guest = await someone({});
    await guest.go(`/jobs?${new URLSearchParams({ q: TITLE })}`);
    const post = await guest.page.locator("main a[href^='/jobs/0']").first().getAttribute("href");
    const newcomer = await register("路过", { from: post! });
    await newcomer.page.locator("main [role=status] a").first().click();
    await newcomer.page.waitForURL((url) => url.pathname === post);
    await newcomer.go("/me/profile");
    expect(await newcomer.page.locator("main a[href='/me/profile/education']").innerText()).toBe("修改");
  });

  it("answers a telephone that nobody has like any other, and a stranger's session or receipt like one that isn't there", async () => {
    const ask = (phone: string) => fetch(`${baseUrl()}/login`, { method: "POST", redirect: "manual", body: new URLSearchParams({ phone }), headers: { origin: baseUrl() } });
    const known = await register("吴有号");
    const seeker = await visit(browser, { as: "seeker" });
    open.push(seeker);
    const post = async (path: string, form: Record<string, string>) => (await seeker.page.request.post(path, { form, headers: { origin: baseUrl() }, maxRedirects: 0 })).status();
    expect(await post("/me/account", { intent: "end", sessionId: "x".repeat(43) })).toBe(404);
    expect(await post("/me/helpers", { intent: "withdraw", delegationId: "01K00000000000000000000000" })).toBe(404);
    expect(await post("/acting", { intent: "begin", delegationId: "01K00000000000000000000000" })).toBe(404);
    expect((await seeker.page.goto("/receipts/01K00000000000000000000000"))?.status()).toBe(404);
    await aMinuteLater(known.phone);
    const [one, other] = [await ask(known.phone), await ask(phoneOfRun())];
    for (const reply of [one, other]) {
      expect(reply.status).toBe(302);
      expect(reply.headers.get("location")).toMatch(/^\/login\/code\?t=[\w-]{43}$/);
    }
  });
});

describe("acting for somebody", () => {
  it("a household member asks, acts, and the person reads the receipt; withdrawn, the helper is out at the next step", async () => {
    const person = await register("周老汉");
    const helper = await register("郑小妹");
    await person.go("/me/helpers");
    const { page } = person;
    await page.fill("input[name=name]", "郑小妹");
    await page.fill("input[name=phone]", helper.phone);
    for (const act of ["ANSWER", "WISH"]) await page.locator(`input[value=${act}]`).first().check();
    await page.locator("form", { has: page.locator("input[value=HOUSEHOLD]") }).locator("button").click();
    await page.waitForURL(/done=household/);

    await helper.go("/acting");
    await helper.page.click("button[value=accept]");
    await helper.page.waitForURL(/accepted/);
    await helper.page.click("button[value=begin]");
    await helper.page.waitForURL(/\/me$/);
    expect(await helper.page.locator(".acting-strip").innerText()).toContain("周**");
    await helper.go("/me/account");
    expect(new URL(helper.page.url()).search).toBe("?notice=closed");
    await openSuitingPost(helper);
    await helper.page.click("main form button.big");
    await helper.page.waitForURL(/\/me\/placements\//);
    await expectFaultless(helper, "/acting", "zh");
    await helper.page.locator("a[href^='/receipts/']").first().click();
    await helper.page.waitForURL(/\/receipts\//);
    const receipt = new URL(helper.page.url()).pathname;
    expect(await helper.page.locator(".slip").first().innerText()).toMatch(/接受了岗位[\s\S]*郑\*\*/);
    expect(/\/Count (\d+)/.exec((await helper.page.pdf({ preferCSSPageSize: true })).toString("latin1"))?.[1]).toBe("1");
    await expectFaultless(helper, receipt, "zh");
    await expectFaultless(person, receipt, "zh");
    await expectFaultless(person, "/me/helpers", "zh");
    expect(await page.locator("main").innerText()).toContain("接受了岗位");

    await helper.go("/me/wish");
    await page.locator("button[value=withdraw]").first().click();
    await page.waitForURL(/done=withdrawn/);
    await helper.page.click("main button");
    await helper.page.waitForURL(/\/acting/);
    expect(await helper.page.locator("main").innerText()).toContain("已经收回");
    expect(await helper.page.locator(".acting-strip").count()).toBe(0);
  });

  it("a village agent records a signed consent, hands over the slip, and acts", async () => {
    const person = await register("冯大爷");
    const agent = await someone({ as: "agent" });
    const { page } = agent;
    // the demonstration's agent looks after one township: the person says that they live there
    await agent.go("/acting/consent");
    await page.locator("details").nth(1).locator("summary").click();
    const form = page.locator("form", { has: page.locator("input[name=sheetRef]") });
    await form.locator("input[name=name]").fill("冯大爷");
    await form.locator("input[name=idNumber]").fill(person.idNumber);
    await form.locator("input[value=WISH]").check();
    await form.locator("input[name=sheetRef]").fill("临泉-2026-001");
    await form.locator("input[name=who][value=AGENT]").check();
    await form.locator("input[name=explained]").check();
    await form.locator("input[name=cardSeen]").check();
    await form.locator("button").click();
    await page.waitForURL(/receipt=/);
    await page.click("main [role=status] a");
    await page.waitForURL(/\/receipts\//);
    await page.click("main form button");
    await page.waitForLoadState();
    expect(await page.locator("main").innerText()).toContain("已交给本人");
    await agent.go("/acting");
    await page.click("button[value=begin]");
    await page.waitForURL(/\/me$/);
    await agent.go("/me/wish");
    await page.fill("input[name=minWageYuan]", "4500");
    await page.click("main button");
    await page.waitForSelector("main [role=status] a");
    await page.click(".acting-strip button");
    await page.waitForURL(/ended/);
    await person.go("/me/wish");
    expect(await person.page.inputValue("input[name=minWageYuan]")).toBe("4500");
    await person.go("/me/account");
    expect(await person.page.locator("main").innerText()).toContain("工作人员看过身份证");
  });
});

describe("whoever is signed out while they fill in a form", () => {
  it.each([["zh", false], ["en", true]] as const)("in %s (script: %s) signs in beside it and sends it again: nothing typed is lost", async (lang, script) => {
    const seeker = await register("晋小满", { lang, script });
    const { page } = seeker;
    await seeker.go("/me/wish");
    await page.fill("input[name=minWageYuan]", "4300");
    const deps = await createDeps(process.env, { process: "test" });
    const user = await deps.db.user.findFirstOrThrow({ where: { person: { phoneIndex: deps.crypto.blindIndex("person.phone", seeker.phone) } }, select: { id: true } });
    await deps.db.loginSession.updateMany({ where: { userId: user.id }, data: { seenAt: new Date(Date.now() - 13 * 3_600_000) } });
    const refused = page.waitForResponse((reply) => reply.request().method() === "POST");
    await page.click("main button");
    const { status, headers } = await refused.then(async (reply) => ({ status: reply.status(), headers: await reply.allHeaders() }));
    expect([status, headers["cache-control"]]).toEqual([401, "no-store"]);
    await page.waitForSelector("main a[target=_blank]");
    const [beside] = await Promise.all([page.context().waitForEvent("page"), page.click("main a[target=_blank]")]);
    await beside.fill("input[name=username]:visible", seeker.phone);
    await beside.fill("input[name=password]:visible", seeker.password);
    await beside.locator("form", { has: beside.locator("input[name=password]:visible") }).locator("button").click();
    await beside.waitForURL((url) => url.pathname !== "/login");
    await beside.close();
    await page.click("main form button");
    await page.waitForSelector("main [role=status] a");
    expect(await page.inputValue("input[name=minWageYuan]")).toBe("4300");
    expect((await deps.db.wish.findFirstOrThrow({ where: { person: { user: { id: user.id } } } })).minWageFen).toBe(430_000);
    await deps.close();
  });
});

describe("every new page", () => {
  it.each(["zh", "en"] as const)("in %s has no accessibility fault, no missing text, no overflow on a phone", async (lang) => {
    const guest = await someone({ lang, script: true });
    for (const path of ["/login", "/register"]) await expectFaultless(guest, path, lang);
    await guest.page.fill("input[name=phone]", phoneOfRun());
    await guest.page.click("main button");
    await guest.page.waitForURL(/\/login\/code/);
    await expectFaultless(guest, guest.page.url().replace(baseUrl(), ""), lang);
    const seeker = await register("卫三", { lang, script: true });
    for (const path of ["/me/account", "/me/helpers", "/acting", "/acting/consent", "/me/notices"]) await expectFaultless(seeker, path, lang);
    const agent = await someone({ as: "agent", lang, script: true });
    for (const path of ["/acting", "/acting/consent", "/me/account"]) await expectFaultless(agent, path, lang);
    const fresh = await someone({ lang, script: true });
    const phone = phoneOfRun();
    await fresh.go("/register");
    await fresh.page.fill("input[name=phone]", phone);
    await fresh.page.click("main button");
    await fresh.page.waitForURL(/\/login\/code/);
    await fresh.page.fill("input[name=code]", await codeFor(browser, phone));
    await fresh.page.click("main button");
    await fresh.page.waitForURL(/\/register\/who/);
    await expectFaultless(fresh, "/register/who", lang);
    await expectFaultless(fresh, "/login/choose", lang);
  });
});
