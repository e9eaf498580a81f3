import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { codeOfStep, stepAt } from "#app/platform/totp.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { signedInCookie } from "./signed-in.ts";
import { visit, type Visitor } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
const open: Visitor[] = [];
const run = Date.now() % 1_000_000;
const username = `guarded-${run}`;

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  await createFactory(deps, run).user({ username, password: `demo-${username}`, role: "OFFICER", regionCode: "141124" });
});
afterAll(async () => {
  for (const visitor of open) await visitor.close();
  await Promise.all([browser.close(), deps.close()]);
});

const someone = async (options: Parameters<typeof visit>[1] = {}) => {
  const visitor = await visit(browser, { phone: true, ...options });
  open.push(visitor);
  return visitor;
};
/** RFC 4648, as a phone's generator reads it. */
const bytesOf = (letters: string) => Buffer.from([...letters].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("").match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));

async function password(visitor: Visitor, to: string) {
  await visitor.go(to);
  await visitor.page.fill("input[name=username]:visible", username);
  await visitor.page.fill("input[name=password]:visible", `demo-${username}`);
  await visitor.page.locator("form", { has: visitor.page.locator("input[name=password]:visible") }).locator("button").click();
}

describe("an officer", () => {
  it("sets a code generator up, signs in with its code, later with a recovery code, and turns it off", async () => {
    const first = await someone();
    await password(first, "/login");
    await first.go("/me/account");
    await first.page.click("a[href='/me/second-factor']");
    await first.page.click("button[value=begin]");
    const secret = bytesOf((await first.page.locator("p.soft .num").first().textContent())!.replace(/\s/g, ""));
    const code = (off = 0) => codeOfStep(secret, stepAt(new Date()) + off);
    expect(secret).toHaveLength(20);
    expect(await first.page.locator("svg.qr path").count()).toBe(1);
    await first.page.fill("input[name=code]", "000000");
    await first.page.click("button[value=confirm]");
    await first.page.waitForSelector("#problems");
    // a half minute may end at any line: the code of this one is good until the end of the next, that of the next at once
    const used = code();
    await first.page.fill("input[name=code]", used);
    await first.page.click("button[value=confirm]");
    await first.page.waitForSelector("ol.num");
    const recovery = await first.page.locator("ol.num li").allTextContents();
    expect(recovery).toHaveLength(10);
    await first.page.click("a[href='/me/account']");
    expect(new URL(first.page.url()).pathname).toBe("/me/account");

    const second = await someone({ lang: "en" });
    await password(second, "/login?to=%2Fbureau");
    expect(new URL(second.page.url()).pathname).toBe("/login/second");
    for (const shut of ["/bureau", "/me/account", "/board/samples"]) {
      await second.go(shut);
      expect(new URL(second.page.url()).pathname, shut).toBe("/login/second");
    }
    await second.go("/login?to=%2Fbureau");
    await second.page.fill("input[name=code]", used);
    await second.page.locator("main form").first().locator("button").click();
    await second.page.waitForSelector("#problems");
    await second.page.fill("input[name=code]", code(1));
    await second.page.locator("main form").first().locator("button").click();
    await second.page.waitForURL(/\/bureau$/);

    const third = await someone();
    await password(third, "/login");
    await third.page.fill("input[name=code]", recovery[0]!.toLowerCase());
    await third.page.locator("main form").first().locator("button").click();
    await third.page.waitForURL(/\/me\/second-factor\?recovery/);
    expect(await third.page.locator("main").textContent()).toContain("9");
    await third.page.locator("summary").last().click();
    await third.page.fill("#code-remove", recovery[1]!);
    await third.page.click("button[value=remove]");
    await third.page.waitForURL(/removed/);
    await password(await someone(), "/login");
    expect(new URL(open.at(-1)!.page.url()).pathname).toBe("/board");
  });
});

describe("a session's cookie", () => {
  it("gets another secret when the one it has is old, while requests under way go through with the old one", async () => {
    const cookie = await signedInCookie("county", "demo-county", "198.18.12.1");
    const token = /jgt_session=([\w-]{43})/.exec(cookie)![1]!;
    const get = async (path: string, session: string) => {
      const reply = await fetch(baseUrl() + path, { redirect: "manual", headers: { cookie: `jgt_session=${session}`, "x-forwarded-for": "198.18.12.1" } });
      return { status: reply.status, fresh: reply.headers.getSetCookie().map((one) => /jgt_session=([\w-]{43})/.exec(one)?.[1]).find((one) => one) ?? null };
    };
    expect((await get("/bureau", token)).fresh).toBeNull();
    await deps.pool.query("UPDATE session_secret s JOIN login_session l ON l.id = s.sessionId SET s.issuedAt = s.issuedAt - INTERVAL 21 MINUTE, l.renewedAt = l.renewedAt - INTERVAL 21 MINUTE WHERE s.hash = ?", [sha256(token)]);
    const together = await Promise.all(Array.from({ length: 5 }, () => get("/bureau", token)));
    expect(together.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const [fresh, ...more] = together.flatMap((one) => one.fresh ?? []);
    expect([typeof fresh, more]).toEqual(["string", []]);
    expect((await get("/bureau", fresh!)).status).toBe(200);
    expect((await get("/bureau", token)).status).toBe(200);
    await deps.pool.query("UPDATE session_secret SET endsAt = endsAt - INTERVAL 1 MINUTE WHERE hash = ? AND endsAt IS NOT NULL", [sha256(token)]);
    expect([(await get("/bureau", token)).status, (await get("/bureau", fresh!)).status]).toEqual([302, 200]);
  });
});
