import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { knownRecords, type Known } from "./bad-input/known.ts";
import { PAGES } from "./every-page.ts";
import { signedInCookie } from "./signed-in.ts";

let deps: Deps;
let known: Known;
const cookies = new Map<string, string>();
beforeAll(async () => {
  deps = await createDeps(process.env, { process: "test" });
  known = await knownRecords(deps, 48);
});
afterAll(() => deps?.close());

let asked = 0;
async function open(path: string, as?: string, init: RequestInit = {}) {
  if (as && !cookies.has(as)) cookies.set(as, await signedInCookie(as, `demo-${as}`, `198.18.9.${cookies.size}`));
  const reply = await fetch(baseUrl() + path, { redirect: "manual", ...init, headers: { origin: baseUrl(), "x-forwarded-for": `198.18.10.${(asked += 1) % 250}`, ...(as ? { cookie: cookies.get(as)! } : {}), ...init.headers } });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

const ALWAYS: Record<string, string | RegExp> = {
  "content-security-policy": /default-src 'self'.*frame-ancestors 'none'/,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": /camera=\(self\).*microphone=\(\)/,
};

function faults(headers: Headers): string[] {
  const missing = Object.entries(ALWAYS).filter(([name, value]) => {
    const got = headers.get(name) ?? "";
    return typeof value === "string" ? got !== value : !value.test(got);
  }).map(([name]) => `${name}: ${headers.get(name)}`);
  return [...missing, ...["x-powered-by", "server", "x-runtime"].filter((name) => headers.get(name) !== null)];
}

/** What a page brings that the policy would not let run. */
const inline = (html: string) => [...html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*application\/(?:ld\+)?json)[^>]*>|<style[\s>]|\sstyle="|\son[a-z]+="|javascript:/gi)].map(([found]) => found);

describe("the headers", () => {
  it("stand on every page, and no page holds a script or style of its own", async () => {
    const wrong: string[] = [];
    const pages = PAGES.filter(({ as }) => as === undefined || ["seeker", "employer", "county", "city", "province", "agent", "admin", "operator"].includes(as));
    const one = [...new Map(pages.map((page) => [page.route, page])).values()];
    expect(one.length).toBeGreaterThan(100);
    for (const { path, as } of one) {
      const address = typeof path === "string" ? path : await path(known, "zh");
      const { headers, text } = await open(address, as);
      wrong.push(...faults(headers).map((fault) => `${address} ${fault}`), ...inline(text).map((found) => `${address} holds ${found}`));
      if (/unsafe-|\*|https?:/.test(headers.get("content-security-policy") ?? "")) wrong.push(`${address} allows too much`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["a page that isn't there", "/nothing", undefined, {}, 404], ["a page that is not yours", "/bureau", "seeker", {}, 403], ["a way to sign in", "/me", undefined, {}, 302],
    ["a stylesheet that isn't there", "/assets/none.css", undefined, {}, 404], ["a form from elsewhere", "/login", undefined, { method: "POST", headers: { origin: "https://elsewhere.example" } }, 403],
    ["a form that is none", "/login", undefined, { method: "POST", body: "x", headers: { "content-type": "application/json" } }, 400], ["a body too large", "/login", undefined, { method: "POST", body: "x".repeat(1_100_000) }, 413],
    ["a file", "/board.csv", undefined, {}, 200], ["a workbook", "/bureau/tables/posts.xlsx", "county", {}, 200], ["a report", "/board/report.pdf", undefined, {}, 200], ["a script", "/enhance/instant-search.js", undefined, {}, 200],
    ["keys for checking", "/certificates/keys.json", undefined, {}, 200], ["health", "/healthz", undefined, {}, 200], ["metrics", "/metrics", undefined, { headers: { "x-forwarded-for": "127.0.0.1" } }, 200], ["the dashboard, for strangers", "/admin/queues", undefined, {}, 404],
  ] as [string, string, string | undefined, RequestInit, number][])("stand on %s too", async (_what, path, as, init, status) => {
    const reply = await open(path, as, init);
    expect([reply.status, faults(reply.headers)]).toEqual([status, []]);
    expect(reply.headers.get("content-security-policy")).not.toContain("unsafe-");
  });

  it("let the queue dashboard alone run what it brings, and only for administrators", async () => {
    const dashboard = await open("/admin/queues", "admin");
    expect([dashboard.status, faults(dashboard.headers)]).toEqual([200, []]);
    expect(dashboard.headers.get("content-security-policy")).toContain("'unsafe-inline'");
    expect(dashboard.headers.get("content-security-policy")).not.toMatch(/unsafe-eval|\*|https?:/);
  });

  it("mark cookies as nobody's but ours: not for scripts, not for other sites", async () => {
    const reply = await open("/login", undefined, { method: "POST", body: new URLSearchParams({ username: "city", password: "demo-city" }) });
    const set = reply.headers.getSetCookie();
    expect(set.length).toBeGreaterThanOrEqual(2);
    for (const cookie of set) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=\d+/);
  });
});

describe("limits by class of route", () => {
  it("answer 429 with the seconds to wait, for that address and class alone", async () => {
    const from = (path: string, address: string) => fetch(baseUrl() + path, { headers: { "x-forwarded-for": address } });
    const replies = [];
    for (let round = 0; round < 31; round += 1) replies.push(...await Promise.all(Array.from({ length: 10 }, () => from("/certificates/none.pdf", "198.18.11.1"))));
    const limited = replies.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(10);
    expect(Number(limited[0]!.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await limited[0]!.text()).toContain("请");
    expect([(await from("/certificates/none.pdf", "198.18.11.2")).status, (await from("/login", "198.18.11.1")).status]).toEqual([404, 200]);
  });
});
