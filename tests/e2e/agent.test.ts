import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { controlled, everythingElse, fillIn, formEmpty, inList, newId, openQueue, rawStore, ready, send, setPin, signalIsBack } from "./agent-phone.ts";
import { accessibilityFaults } from "./faultless.ts";
import { visit } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(() => browser.close());

/** Somebody with a phone and script whose service worker keeps the page. */
async function onThePhone(lang: "zh" | "en" = "zh") {
  const visitor = await visit(browser, { as: "agent", lang, script: true, phone: true });
  await visitor.go("/agent");
  await ready(visitor.page);
  await controlled(visitor.page);
  return { ...visitor, context: visitor.page.context() };
}

describe("an agent without script", () => {
  it.each([["zh", "登记一个人", "要开启浏览器的脚本"], ["en", "Register a person", "needs the browser's script"]] as const)("registers a person on one page (%s), and is told that working without signal needs script", async (lang, heading, needs) => {
    const agent = await visit(browser, { as: "agent", lang, phone: true });
    await agent.go("/agent");
    await agent.page.click(`text=${heading}`);
    expect(await agent.page.locator("main").innerText()).toContain(needs);
    const { typed, taps } = await fillIn(agent.page, { name: "仝大山", idNumber: newId() });
    // two fields of 21 characters, and the rest by touch: what makes two minutes enough
    expect(typed).toBe(21);
    expect(taps).toBeLessThanOrEqual(5);
    await send(agent.page);
    expect(await agent.page.locator("h1").innerText()).toContain("仝**");
    expect(await agent.page.locator("a[href^='/receipts/']").count()).toBe(1);
    await agent.close();
  });

  it("keeps what was typed when something is wrong, and says what to do", async () => {
    const agent = await visit(browser, { as: "agent", phone: true });
    await agent.go("/agent/register");
    await fillIn(agent.page, { name: "𠮷㛃", idNumber: "999999197406081231" });
    await agent.page.fill("#ownWords", "<script>alert(1)</script>");
    await agent.page.locator("input[value=SERVICE]").uncheck();
    await send(agent.page);
    expect(await agent.page.locator(".summary li").allInnerTexts()).toEqual(["身份证号不对，多半抄错了一位，请对照身份证重填"]);
    expect(await agent.page.inputValue("#name")).toBe("𠮷㛃");
    expect(await agent.page.inputValue("#ownWords")).toBe("<script>alert(1)</script>");
    await agent.page.fill("#idNumber", newId());
    await send(agent.page);
    expect(await agent.page.locator(".summary li").allInnerTexts()).toEqual(["没有本人同意不能登记。请念给本人听，同意了点第一条"]);
    await agent.close();
  });

  it("sees both sides of somebody who is known, and takes over what is ticked", async () => {
    const agent = await visit(browser, { as: "agent", phone: true });
    const idNumber = newId();
    await agent.go("/agent/register");
    await fillIn(agent.page, { name: "牛二", idNumber, phone: "13911110000" });
    await send(agent.page);
    await agent.go("/agent/register");
    await fillIn(agent.page, { name: "牛二", idNumber, phone: "13922220000" });
    await agent.page.locator("input[name=leastPay][value='5000']").check();
    await send(agent.page);
    const sides = await agent.page.locator(".differences .choice").allInnerTexts();
    expect(sides.map((text) => text.replace(/\s+/g, " "))).toEqual([expect.stringMatching(/手机号.*139\*\*\*\*0000.*13922220000/), expect.stringMatching(/最低工资.*3,000 元.*5,000 元/)]);
    expect(await agent.page.content()).not.toContain("13911110000");
    await agent.page.locator("input[name=take][value=leastPay]").check();
    await agent.page.locator("main form button").click();
    expect(await agent.page.locator("h1").innerText()).toBe("已更新：牛*");
    await agent.close();
  });

  it("sends a form twice and has registered once", async () => {
    const agent = await visit(browser, { as: "agent" });
    await agent.go("/agent/register");
    const form = {
      entryKey: await agent.page.inputValue("input[name=entryKey]"), name: "双双", idNumber: newId(), homeRegionCode: await agent.page.locator("#homeRegionCode option").nth(1).getAttribute("value") ?? "",
      occupationCodes: await agent.page.locator("input[name=occupationCodes]").first().getAttribute("value") ?? "", reach: "PROVINCE", leastPay: "3000", consents: "SERVICE", consentHow: "AGENT",
    };
    const replay = async () => (await agent.page.request.post("/agent/register", { form, headers: { origin: baseUrl() } })).url();
    const first = await replay();
    expect(first).toMatch(/\/agent\/entries\/[0-9A-Z]{26}$/);
    expect(await Promise.all([replay(), replay(), replay()])).toEqual([first, first, first]);
    await agent.go("/agent");
    expect(await inList(agent.page, "双*")).toBe(1);
    await agent.close();
  });
});

describe("an agent without signal", () => {
  it("hears at once whether a resident ID is right", async () => {
    const { page, close } = await onThePhone();
    await page.goto("/agent/register");
    await page.fill("#idNumber", "9999991974");
    expect(await page.locator("#id-read").innerText()).toBe("已输 10 位，共 18 位");
    await page.fill("#idNumber", "11010519491231002x");
    expect(await page.locator("#id-read").innerText()).toBe("号码正确：1949-12-31 出生，女");
    await page.fill("#idNumber", "110105194912310021");
    expect(await page.locator("#id-read").innerText()).toContain("身份证号不对");
    await page.fill("#idNumber", "");
    await close();
  });

  it("registers two people, finds them encrypted after a reload, and sends them once when the signal is back", async () => {
    const { page, context, close } = await onThePhone();
    await setPin(page);
    await context.setOffline(true);
    await page.goto("/agent/register");
    expect(await page.locator("h1").innerText()).toBe("没有信号，也能登记");
    await ready(page);
    await openQueue(page);
    await page.locator("[data-lock]").waitFor();
    const people = [{ name: "东方离线甲", idNumber: newId() }, { name: "西门离线乙", idNumber: newId() }];
    for (const person of people) {
      await fillIn(page, person);
      await send(page);
      await page.locator("[data-queue-says]", { hasText: "已加密存在手机上" }).waitFor();
      await formEmpty(page);
    }
    expect(await page.locator("[data-queue-list] li").allInnerTexts()).toEqual([expect.stringContaining("东***"), expect.stringContaining("西***")]);

    await page.reload();
    await ready(page);
    expect(await page.locator("[data-queue-count]").innerText()).toContain("2 条等着上传，已加密");
    expect(await page.locator("main").innerText()).not.toMatch(/东\*|东方|西门/);
    const raw = await rawStore(page);
    expect(raw).toHaveLength(2);
    const kept = await everythingElse(page);
    expect(kept).toContain("/agent/offline");
    for (const { name, idNumber } of people) for (const text of [...raw, kept]) expect(text).not.toMatch(new RegExp(`${name}|${idNumber}|${name.slice(1, 3)}`));

    await openQueue(page, "不是这个口令");
    await page.locator("[data-queue-says]", { hasText: "口令不对" }).waitFor();
    expect(await page.locator("[data-queue-list] li").count()).toBe(0);
    await openQueue(page);
    await page.locator("[data-queue-list] li").nth(1).waitFor();

    await context.setOffline(false);
    await page.locator("[data-queue-done] a").nth(1).waitFor();
    expect(await page.locator("[data-queue-count]").innerText()).toBe("没有等着上传的");
    expect(await rawStore(page)).toEqual([]);
    await page.goto("/agent");
    expect([await inList(page, "东***"), await inList(page, "西***")]).toEqual([1, 1]);
    await close();
  });

  it("who is asked for a PIN only when the form cannot be sent keeps what was typed", async () => {
    const { page, context, close } = await onThePhone("en");
    await page.goto("/agent/register");
    await ready(page);
    await fillIn(page, { name: "林无信", idNumber: newId() });
    await context.setOffline(true);
    await send(page);
    await page.locator("[data-queue-says]", { hasText: "It can't be sent now" }).waitFor();
    expect(await page.inputValue("#name")).toBe("林无信");
    for (const [pin, says] of [["12345", "at least 6"], ["123456", "too simple"]] as const) {
      await page.fill("#pin-new", pin.padEnd(6, pin === "12345" ? "" : "6"));
      await page.fill("#pin-again", pin);
      if (pin.length >= 6) {
        await page.locator("[data-pin-set] button").click();
        await page.locator("[data-queue-says]", { hasText: says }).waitFor();
      }
    }
    await setPin(page);
    await page.locator("[data-queue-list] li", { hasText: "林**" }).waitFor();
    expect(await page.inputValue("#name")).toBe("");
    await signalIsBack(page);
    await page.locator("[data-queue-done] a").first().waitFor();
    await close();
  });

  it("decides on a conflict with both sides in view, and nothing is lost meanwhile", async () => {
    const { page, context, close } = await onThePhone();
    const idNumber = newId();
    await page.goto("/agent/register");
    await ready(page);
    await fillIn(page, { name: "常冲突", idNumber });
    await send(page);
    await page.waitForURL(/\/agent\/entries\//);

    await page.goto("/agent");
    await ready(page);
    await setPin(page);
    await context.setOffline(true);
    await page.goto("/agent");
    await ready(page);
    await openQueue(page);
    await page.locator("[data-lock]").waitFor();
    await fillIn(page, { name: "常冲突", idNumber });
    await page.locator("input[name=leastPay][value='8000']").check();
    await send(page);
    await page.locator("[data-queue-list] li").waitFor();
    await signalIsBack(page);
    const conflict = page.locator("[data-queue-list] li form");
    await conflict.waitFor();
    expect((await conflict.locator(".choice").innerText()).replace(/\s+/g, " ")).toMatch(/最低工资.*原来： 3,000 元.*这次： 8,000 元/);
    await page.reload();
    await ready(page);
    await openQueue(page);
    await conflict.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await conflict.locator("input[name=take]").check();
    await conflict.locator("button").click();
    await page.locator("[data-queue-done] a", { hasText: "已更新" }).waitFor();
    expect(await rawStore(page)).toEqual([]);
    await close();
  });

  it("loses and doubles nothing when the page is killed in the middle of sending", async () => {
    const { page, context, close } = await onThePhone();
    await setPin(page);
    await context.setOffline(true);
    await page.goto("/agent");
    await ready(page);
    await openQueue(page);
    await page.locator("[data-lock]").waitFor();
    for (const name of ["杀一一", "杀二二", "杀三三"]) {
      await fillIn(page, { name, idNumber: newId() });
      await send(page);
      await formEmpty(page);
    }
    // the server takes the second entry, and the phone dies before it hears so
    let asked = 0;
    await context.route("**/agent/sync", async (route) => {
      asked += 1;
      if (asked < 2) return route.continue();
      await route.fetch();
      await page.close();
    });
    await signalIsBack(page);
    await expect.poll(() => page.isClosed()).toBe(true);
    await context.unroute("**/agent/sync");
    const again = await context.newPage();
    await again.goto("/agent");
    await ready(again);
    expect(await again.locator("[data-queue-count]").innerText()).toContain("2 条");
    await openQueue(again);
    await again.locator("[data-queue-done] a").nth(1).waitFor();
    expect(await rawStore(again)).toEqual([]);
    await again.goto("/agent");
    expect(await inList(again, "杀**")).toBe(3);
    await close();
  });

  it("whose session has ended signs in again and finds the queue as it was", async () => {
    const { page, context, close } = await onThePhone();
    await setPin(page);
    await context.setOffline(true);
    await page.goto("/agent");
    await ready(page);
    await openQueue(page);
    await page.locator("[data-lock]").waitFor();
    await fillIn(page, { name: "会期满", idNumber: newId() });
    await send(page);
    await page.locator("[data-queue-list] li").waitFor();
    const cookies = await context.cookies();
    await context.clearCookies({ name: "jgt_session" });
    await signalIsBack(page);
    await page.locator("[data-queue-says] a[href='/login?to=%2Fagent']").waitFor();
    expect(await rawStore(page)).toHaveLength(1);
    await context.addCookies(cookies);
    await page.goto("/agent");
    await ready(page);
    await openQueue(page);
    await page.locator("[data-queue-done] a").waitFor();
    await close();
  });

  it("who forgot the PIN is told what is lost before the phone is emptied", async () => {
    const { page, context, close } = await onThePhone();
    await setPin(page);
    await context.setOffline(true);
    await page.goto("/agent");
    await ready(page);
    await openQueue(page);
    await page.locator("[data-lock]").waitFor();
    await fillIn(page, { name: "忘口令", idNumber: newId() });
    await send(page);
    await page.locator("[data-queue-list] li").waitFor();
    await page.reload();
    await ready(page);
    await page.locator("[data-pin-open] summary").click();
    expect(await page.locator("[data-wipe-says]").innerText()).toContain("1 条会全部丢失");
    await page.locator("[data-wipe]").click();
    await page.locator("[data-queue-says]", { hasText: "已清空" }).waitFor();
    expect(await rawStore(page)).toEqual([]);
    await close();
  });
});
