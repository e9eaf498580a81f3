import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { createFactory } from "#tests/factories/index.ts";
import { jobPostingFaults } from "#tests/contract/job-posting-rules.ts";
import { type Known, knownRecords } from "./bad-input/known.ts";
import { provedPhone, saidWho } from "./bad-input/proof.ts";
import { PAGES } from "./every-page.ts";
import { accessibilityFaults, expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
let known: Known;
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  known = await knownRecords(deps, 32);
});
afterAll(() => Promise.all([browser.close(), deps.close()]));

const get = (path: string, init: RequestInit = {}) => fetch(`${baseUrl()}${path}`, { redirect: "manual", ...init });

/** One browser context for each account and language: signing in again for every page would be most of the time. */
const visitors = new Map<string, Promise<Visitor>>();
const proofs = new Map<string, Promise<string>>();
function visitorFor(as: string | undefined, lang: "zh" | "en"): Promise<Visitor> {
  const key = `${as} ${lang}`;
  if (!visitors.has(key)) visitors.set(key, come(as, lang));
  return visitors.get(key)!;
}
async function come(as: string | undefined, lang: "zh" | "en"): Promise<Visitor> {
  if (as === "awaited") return awaitedVisitor(lang);
  if (as !== "proved" && as !== "household") return visit(browser, { as: as === "welder" || as === "worker" ? known[as] : as, lang, script: true, phone: true });
  const visitor = await visit(browser, { lang, script: true, phone: true });
  if (!proofs.has(as)) proofs.set(as, as === "household" ? provedPhone(deps, known.household, "SIGN_IN") : provedPhone(deps, known.freePhones.proved, "REGISTER").then((cookie) => saidWho(cookie, known.freeIdNumbers.seeker)));
  const [name, value] = (await proofs.get(as)!).split(/=(.*)/s);
  await visitor.page.context().addCookies([{ name: name!, value: value!, url: baseUrl() }]);
  return visitor;
}

/** Signed in with a password, to an account that has a code generator. */
async function awaitedVisitor(lang: "zh" | "en"): Promise<Visitor> {
  const username = `awaited-${lang}`;
  const user = await createFactory(deps, lang === "zh" ? 63 : 64).user({ username, password: `demo-${username}`, role: "OFFICER", regionCode: "141124" });
  await deps.db.secondFactor.create({ data: { userId: user.id, secretEnc: new Uint8Array(48), confirmedAt: new Date(), recordedAt: new Date() } });
  return visit(browser, { as: username, lang, script: true, phone: true });
}

describe("every page, in both languages", () => {
  const routes = readdirSync("app/routes").filter((name) => /export default|export \{[^}]*\bdefault\b/.test(readFileSync(`app/routes/${name}`, "utf8"))).map((name) => name.replace(/\.tsx?$/, ""));

  it("is in the list (a new one gets a line in tests/e2e/every-page.ts)", () => {
    expect([...new Set(PAGES.map(({ route }) => route))].sort()).toEqual(routes.sort());
  });

  it.each(PAGES.map((page) => [typeof page.path === "string" ? page.path : page.route, page.as ?? "guest", page] as const))(
    "%s for %s: no accessibility fault, no missing text, no overflow on a phone",
    async (_name, _as, { as, path, status }) => {
      await Promise.all((["zh", "en"] as const).map(async (lang) => {
        const visitor = await visitorFor(as, lang);
        const asked = typeof path === "string" ? path : await path(known, lang);
        await expectFaultless(visitor, asked, lang, status);
        // neither sent to sign in nor anywhere else
        expect(new URL(visitor.page.url()).pathname).toBe(new URL(asked, baseUrl()).pathname);
      }));
    },
  );
});

it("a page with a fault is told from one without", async () => {
  const guest = await visit(browser, { script: true, phone: true });
  await guest.page.setContent(`<html lang="zh"><title>x</title><main><h1>x</h1><img src="data:," alt=""></main>`);
  expect(await accessibilityFaults(guest.page)).toEqual([]);
  await guest.page.setContent(`<html lang="zh"><title>x</title><main><h1>x</h1><img src="data:,"><input></main>`);
  expect((await accessibilityFaults(guest.page)).map((one) => one.split(" ")[1])).toEqual(expect.arrayContaining(["image-alt:", "label:"]));
  await guest.close();
});

describe("a first visit", () => {
  it.each([["the front page", "/"], ["a search", "/jobs?q=dhg"], ["a post", null]] as const)("to %s weighs at most 70 KB over the wire, everything together, in both languages", async (_page, path) => {
    const asked = path ?? /\/jobs\/[0-7][0-9A-HJKMNP-TV-Z]{25}/.exec(await (await get("/jobs?q=dhg")).text())![0];
    for (const lang of ["zh", "en"]) expect(await weightOf(asked, lang), lang).toBeLessThanOrEqual(70 * 1_024);
  });

  it.each(["/", "/jobs?q=dhg"])("to %s needs no script: the box finds and the choices lead on", async (path) => {
    const guest = await visit(browser, { phone: true });
    await guest.go(path);
    await guest.page.fill("input[name=q]", "保安");
    await guest.page.locator("form[role=search] button").click();
    expect(new URL(guest.page.url()).searchParams.get("q")).toBe("保安");
    expect(await guest.page.locator(".post-card").count()).toBeGreaterThan(0);
    await guest.close();
  });
});

/** Bytes of a visit with an empty cache, until nothing more is asked for. */
async function weightOf(path: string, lang: string): Promise<number> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "lang", value: lang, url: baseUrl() }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await page.goto(`${baseUrl()}${path}`, { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(1_000);
  await context.close();
  return bytes;
}

describe("a post's page", () => {
  it("carries valid JobPosting data that says what the page says", async () => {
    const list = await (await get("/jobs?q=dhg")).text();
    const id = /\/jobs\/([0-7][0-9A-HJKMNP-TV-Z]{25})/.exec(list)?.[1];
    const html = await (await get(`/jobs/${id}`)).text();
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, unknown>;
    expect(jobPostingFaults(data)).toEqual([]);
    expect(html).toContain(String(data.title));
    expect(html).toContain(String((data.hiringOrganization as { name: string }).name));
  });
});

describe("the guards", () => {
  it("send a guest to sign in and bring them back", async () => {
    const reply = await get("/me/matches");
    expect(reply.status).toBe(302);
    expect(reply.headers.get("location")).toBe("/login?to=%2Fme%2Fmatches");
  });

  it("refuse a form from elsewhere before reading it", async () => {
    for (const headers of [{}, { origin: "https://elsewhere.example" }, { origin: "null" }] as Record<string, string>[]) {
      expect((await get("/login", { method: "POST", body: new URLSearchParams({ username: "seeker", password: "demo-seeker" }), headers })).status).toBe(403);
    }
  });

  it("allow nothing inline and nothing from elsewhere, and name no software", async () => {
    const reply = await get("/");
    const policy = reply.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-inline");
    expect(reply.headers.get("x-powered-by")).toBeNull();
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("show the queue dashboard to administrators only", async () => {
    expect((await get("/admin/queues")).status).toBe(404);
    const admin = await visit(browser, { as: "admin" });
    expect((await admin.page.goto("/admin/queues"))?.status()).toBe(200);
    await admin.close();
    const county = await visit(browser, { as: "county" });
    expect((await county.page.goto("/admin/queues"))?.status()).toBe(404);
    await county.close();
  });

  it("answer a stranger's record as one that doesn't exist", async () => {
    const seeker = await visit(browser, { as: "seeker" });
    expect((await seeker.page.goto("/me/placements/01K00000000000000000000000"))?.status()).toBe(404);
    expect((await seeker.page.goto("/employer"))?.status()).toBe(403);
    await seeker.close();
  });

  it("slow down guessing a password, and only for that address and account", async () => {
    const tryOnce = (username: string) => get("/login", { method: "POST", body: new URLSearchParams({ username, password: "wrong" }), headers: { origin: baseUrl(), "accept-language": "zh-CN" } });
    for (let n = 0; n < 10; n += 1) await tryOnce("nobody-there");
    expect(await (await tryOnce("nobody-there")).text()).toContain("试得太多了");
    expect(await (await tryOnce("somebody-else")).text()).not.toContain("试得太多了");
  });
});

describe("signing in", () => {
  const signIn = (password: string) => get("/login", { method: "POST", body: new URLSearchParams({ username: "city", password }), headers: { origin: baseUrl(), "accept-language": "zh-CN" } });

  it("is free to whoever knows the password, however often, and wrong tries before it are forgotten", async () => {
    for (let n = 0; n < 12; n += 1) expect((await signIn("demo-city")).status).toBe(302);
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 9; n += 1) expect(await (await signIn("wrong")).text()).not.toContain("试得太多了");
      expect((await signIn("demo-city")).status).toBe(302);
    }
  });
});

describe("bad input", () => {
  it.each([
    "/jobs?page=abc", "/jobs?page=-1", "/jobs?page=999999", "/jobs?wage=%27%20OR%201=1", "/jobs?sort=nonsense", "/jobs?q=%00%F0%9F%98%80", `/jobs?q=${"长".repeat(3_000)}`,
    "/jobs?stream=MARKET&stream=NOPE", "/board?year=1800", "/board?caliber=nope", "/jobs?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
  ])("in %s gets a page, not a failure, and is not echoed as markup", async (path) => {
    const reply = await get(path);
    expect(reply.status).toBeLessThan(500);
    expect(await reply.text()).not.toContain("<script>alert");
  });

  it.each(["/jobs/nonsense", "/jobs/01K00000000000000000000000", "/runs/x", "/nothing-here", "/assets/none.css"])("in %s finds nothing there, and says where to go on", async (path) => {
    const reply = await get(path);
    expect([302, 404]).toContain(reply.status);
  });
});

describe("operations", () => {
  it("/healthz says how each dependency is", async () => {
    const reply = await get("/healthz");
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ status: "ok", checks: { mysql: { ok: true }, redis: { ok: true }, meilisearch: { ok: true }, workers: { ok: true } } });
  });

  it("/metrics speaks Prometheus, with requests, outbox and queues, and names nobody", async () => {
    await get("/jobs?q=secretword");
    const text = await (await get("/metrics")).text();
    expect(text).toMatch(/^jgt_http_request_seconds_count\{.*route="\/jobs"/m);
    expect(text).toMatch(/^jgt_outbox_pending \d+/m);
    expect(text).toMatch(/^jgt_queue_jobs\{queue="index-posts",state="waiting"\} \d+/m);
    expect(text).not.toContain("secretword");
  });
});
