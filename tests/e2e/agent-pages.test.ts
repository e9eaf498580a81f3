import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toDate } from "#app/domain/dates.ts";
import { createDeps } from "#app/platform/deps.server.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { fillIn, newId, send } from "./agent-phone.ts";
import { accessibilityFaults } from "./faultless.ts";
import { visit } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const agent = await visit(browser, { as: "agent" });
  await agent.go("/agent/register");
  await fillIn(agent.page, { name: "页上人", idNumber: newId() });
  await send(agent.page);
  await agent.close();
});
afterAll(() => browser.close());

describe("the endpoint that takes a phone's queue", () => {
  it("refuses strangers, other roles, other sites, bad JSON and 10 MB, and stores nothing", async () => {
    const post = (body: string, headers: Record<string, string> = {}) => fetch(`${baseUrl()}/agent/sync`, { method: "POST", body, headers: { "Content-Type": "application/json", origin: baseUrl(), ...headers } });
    expect((await post("{}")).status).toBe(401);
    const cookieOf = async (as: string) => {
      const visitor = await visit(browser, { as });
      const cookie = (await visitor.page.context().cookies()).map((one) => `${one.name}=${one.value}`).join("; ");
      await visitor.close();
      return { cookie };
    };
    expect((await post("{}", await cookieOf("seeker"))).status).toBe(403);
    const agent = await cookieOf("agent");
    expect((await post("{}", { ...agent, origin: "https://elsewhere.example" })).status).toBe(403);
    for (const bad of ["", "{", "[]", "null", '{"entries":[]}', '{"entries":[{"key":"1","form":{}}]}', `{"entries":[${Array(21).fill('{"key":"7b0b7a3e-6f0c-4d2e-9a55-0c6a1d2e3f40","form":{}}').join()}]}`]) expect((await post(bad, agent)).status, bad).toBe(400);
    expect((await post(JSON.stringify({ entries: "x".repeat(10_485_760) }), agent)).status).toBe(413);
    const key = "7b0b7a3e-6f0c-4d2e-9a55-0c6a1d2e3f41";
    const odd = await post(JSON.stringify({ entries: [{ key, form: { name: "'; DROP TABLE person;--", idNumber: { $ne: 1 }, take: ["idNumberEnc"], entryKey: "x" } }] }), agent);
    expect(await odd.json()).toMatchObject({ results: [{ key, state: "refused" }] });
  });
});

describe("the agent's pages", () => {
  it("forged and foreign ids are not found, whoever they belong to", async () => {
    const agent = await visit(browser, { as: "agent" });
    const seeker = await (await fetch(`${baseUrl()}/agent`, { redirect: "manual" })).headers.get("location");
    expect(seeker).toContain("/login");
    for (const path of ["/agent/people/01K00000000000000000000000/forms", "/agent/people/x/forms/consent", "/agent/people/'%20OR%201=1/forms", "/agent/entries/01K00000000000000000000000"]) {
      expect((await agent.page.goto(path))!.status(), path).toBe(404);
    }
    await agent.go("/agent");
    const own = (await agent.page.locator("a[href$='/forms']").first().getAttribute("href"))!;
    expect((await agent.page.goto(`${own}/passport`))!.status()).toBe(404);
    await agent.close();
  });

  it.each(["zh", "en"] as const)("have no accessibility fault, nothing missing and no overflow on a phone, in %s", async (lang) => {
    const agent = await visit(browser, { as: "agent", lang, script: true, phone: true });
    await agent.go("/agent");
    const forms = (await agent.page.locator("a[href$='/forms']").first().getAttribute("href"))!;
    const entry = (await agent.page.locator("[data-recent] a").first().getAttribute("href"))!;
    for (const path of ["/agent", "/agent/register", "/agent/offline", entry, forms, `${forms}/travel-subsidy`, "/agent/roster"]) {
      await agent.go(path);
      expect(await accessibilityFaults(agent.page)).toEqual([]);
      expect(await agent.page.locator("body").innerText()).not.toMatch(/\b(?:common|agent|errors|terms)\.[a-z]+\.|\{\{/);
      for (const width of [390, 360]) {
        await agent.page.setViewportSize({ width, height: 800 });
        expect(await agent.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"), `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
    await agent.close();
  });
});

describe("a form printed from a registered person", () => {
  it.each(["job-seeking", "welfare-post", "travel-subsidy", "stay-in-work", "consent"])("%s is one A4 sheet with the person's data in full, opened by a purpose", async (form) => {
    const agent = await visit(browser, { as: "agent", script: true, phone: true });
    await agent.go("/agent");
    const forms = (await agent.page.locator("a[href$='/forms']").first().getAttribute("href"))!;
    await agent.go(forms);
    expect(await agent.page.locator("main").innerText()).not.toMatch(/\d{17}[\dX]/);
    await agent.page.locator("input[value=ON_BEHALF]").check();
    await agent.page.locator(`button[formaction$='/${form}']`).click();
    expect(await agent.page.locator("[data-paper]").innerText()).toMatch(/\d{17}[\dX]/);
    expect(agent.page.url()).not.toMatch(/\d{17}/);
    expect(await accessibilityFaults(agent.page)).toEqual([]);
    expect(await agent.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
    const pdf = (await agent.page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe("1");
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    expect([Math.round(Number(width) / 72 * 25.4), Math.round(Number(height) / 72 * 25.4)]).toEqual([210, 297]);
    await agent.close();
  });

  it("names amounts with their document, out of the policy table", async () => {
    const agent = await visit(browser, { as: "agent" });
    await agent.go("/agent");
    await agent.page.locator("a[href$='/forms']").first().click();
    await agent.page.locator("button[formaction$='/travel-subsidy']").click();
    const deps = await createDeps(process.env, { process: "test" });
    const [cap] = await deps.db.policyParameter.findMany({
      where: { key: "travel.subsidy.out-of-province.max", regionCode: { in: ["141124", "141100", "140000", ""] }, validFrom: { lte: toDate(deps.clock.today()) }, OR: [{ validTo: null }, { validTo: { gt: toDate(deps.clock.today()) } }] },
      orderBy: [{ regionCode: "desc" }, { validFrom: "desc" }],
    });
    await deps.close();
    expect(await agent.page.locator("[data-paper]").innerText()).toContain(`${(Number(cap!.value) / 100).toLocaleString("en-US")} 元/年（${cap!.documentNumber}）`);
    await agent.close();
  });

  it("the roster lists the chosen people of a village, on as many sheets as needed, the head on each", async () => {
    const agent = await visit(browser, { as: "agent", script: true });
    await agent.go("/agent/roster");
    const villages = (await agent.page.locator("#village option").evaluateAll((options) => options.map((option) => (option as unknown as { value: string }).value))).filter(Boolean);
    for (const village of villages) {
      await agent.go(`/agent/roster?village=${village}`);
      if ((await agent.page.locator("input[name=personIds]").count()) > 1) break;
    }
    const boxes = await agent.page.locator("input[name=personIds]").all();
    for (const box of boxes) await box.uncheck();
    await agent.page.locator("main form[method=post] button").click();
    expect(await agent.page.locator(".summary li").innerText()).toContain("请至少勾一个人");
    // a few of them: other tests may have registered a whole village
    const few = (await agent.page.locator("input[name=personIds]").all()).slice(0, 5);
    for (const box of few) await box.check();
    await agent.page.locator("main form[method=post] button").click();
    expect(await agent.page.locator("[data-paper] tbody tr").count()).toBe(few.length);
    const pages = async () => {
      const pdf = (await agent.page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.slice(1).map((points) => Math.round(Number(points) / 72 * 25.4))).toEqual([297, 210]);
      return Number(/\/Count (\d+)/.exec(pdf)![1]);
    };
    expect(await pages()).toBe(1);
    // as many lines as the largest roster has
    await agent.page.evaluate("(() => { const body = document.querySelector('[data-paper] tbody'); while (body.children.length < 60) body.append(body.firstElementChild.cloneNode(true)); })()");
    expect(await pages()).toBeGreaterThan(1);
    expect(await agent.page.evaluate("getComputedStyle(document.querySelector('[data-paper] thead')).display")).toBe("table-header-group");
    await agent.close();
  });
});
