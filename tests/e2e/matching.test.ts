import mysql from "mysql2/promise";
import type { Browser } from "playwright-core";
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunResult } from "#app/domain/matching/run-result.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit } from "./visitor.ts";

const LANGUAGES = ["zh", "en"] as const;
const NOBODY = "01K00000000000000000000000";
let browser: Browser;
let database: mysql.Connection;
const made: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: run the end-to-end tests with npm test -- --only e2e");
  database = await mysql.createConnection({ uri: url, timezone: "Z" });
});
afterAll(async () => {
  if (made.length > 0) await database.query("DELETE FROM match_run WHERE id IN (?)", [made]);
  await database.end();
  await browser.close();
});

/** A run that no worker has been told of. */
async function makeRun(status: string, result: RunResult | null = null): Promise<string> {
  const id = ulid();
  const at = new Date(Date.now() - 86_400_000 + made.length * 1_000);
  await database.query("INSERT INTO match_run (id, regionCode, status, asOf, phase, result, requestedAt, startedAt, finishedAt) VALUES (?)", [
    [id, "140222", status, "2026-11-23", status === "DONE" ? "done" : "queued", result && JSON.stringify(result), at, at, status === "DONE" ? at : null],
  ]);
  made.push(id);
  return id;
}

const rows = (groups: string[]) => groups.map((group, index) => ({ group, people: 40 + index, placed: 30 - index, meanScore: index === 5 ? null : 700.4 - index }));
const result: RunResult = {
  seekers: 400, posts: 150, openings: 620, allowedPairs: 18_412, matched: 297, value: 210_094, bound: 210_199, gapPct: 0.04998, seconds: 53.1, peakRssMb: 2_871,
  perPhaseSeconds: { snapshot: 7.2, candidates: 12.6, auction: 28.8, write: 4.1, notify: 0.4 },
  history: Array.from({ length: 40 }, (_, index) => ({
    seconds: index * 1.3, phase: ["snapshot", "candidates", "auction", "write"][Math.floor(index / 10)]!,
    value: index < 8 ? null : 150_000 + index * 1_500, bound: index < 12 ? null : 240_000 - index * 700,
  })),
  stages: [{ streams: ["MARKET"], considered: 400, assigned: 220, value: 160_000 }, { streams: ["WORKSHOP", "WORKFARE"], considered: 180, assigned: 50, value: 35_000 }, { streams: ["WELFARE"], considered: 130, assigned: 27, value: 15_094 }],
  fairness: { category: rows(["POVERTY_LIFTED", "MONITORED_SUDDEN", "NONE"]), countyClass: rows(["UNKNOWN"]), sex: rows(["F", "M"]), ageBand: rows(["16-24", "25-34", "35-44", "45-54", "55-59", "60+"]) },
  kept: 12, proposals: 290, skipped: 7,
};

describe("a run's page", () => {
  it.each(LANGUAGES)("says how good the run provably is and how it served each group, faultlessly in %s", async (lang) => {
    await makeRun("DONE", { ...result, proposals: 280, gapPct: 0.2 });
    const runId = await makeRun("DONE", result);
    const officer = await visit(browser, { as: "province", lang, script: true, phone: true });
    await expectFaultless(officer, `/runs/${runId}`, lang);
    const text = await officer.page.locator("main").innerText();
    const words = lang === "zh"
      ? ["总分最多再高 0.05%", "多 10 人", "当时最多还能高 0.20%", "岗位竞选人员", "打分不看性别、年龄和类别"]
      : ["no other assignment can be worth more than 0.05% more", "10 more", "at most 0.20%", "Posts competing for people", "Scores read neither sex nor age"];
    for (const one of words) expect(text).toContain(one);
    const bounded = new Set(result.history.filter(({ bound }) => bound !== null).map(({ phase }) => phase)).size;
    expect(await officer.page.locator("svg polyline.y1").count()).toBe(bounded);
    expect(await officer.page.locator("svg polyline.now").count()).toBe(1);
    await officer.close();
  });

  it("copes with a run that left little behind", async () => {
    const runId = await makeRun("DONE", { seekers: 3, proposals: 1 } as RunResult);
    const officer = await visit(browser, { as: "province" });
    await officer.go(`/runs/${runId}`);
    expect(await officer.page.locator("main").innerText()).toContain("这次没有留下上限");
    await officer.close();
  });

  it("stops a waiting run after it has been confirmed, without script, and offers that to its own region only", async () => {
    const runId = await makeRun("QUEUED");
    const stranger = await visit(browser, { as: "county" });
    await stranger.go(`/runs/${runId}`);
    expect(await stranger.page.getByText("停止这次匹配").count()).toBe(0);
    await stranger.close();
    const officer = await visit(browser, { as: "province" });
    await officer.go(`/runs/${runId}`);
    const button = officer.page.getByRole("button", { name: "确认停止" });
    expect(await button.isVisible()).toBe(false);
    await officer.page.getByText("停止这次匹配").click();
    await button.click();
    await officer.page.waitForLoadState();
    expect(await officer.page.locator("main").innerText()).toContain("这次匹配已被停止");
    await officer.go("/runs");
    expect(await officer.page.locator("tr", { has: officer.page.locator(`a[href="/runs/${runId}"]`) }).innerText()).toContain("已取消");
    await officer.close();
  });

  it("says of a run under way that it is stopping, and asks no second time", async () => {
    const runId = await makeRun("RUNNING");
    const officer = await visit(browser, { as: "province" });
    await officer.go(`/runs/${runId}`);
    await officer.page.getByText("停止这次匹配").click();
    await officer.page.getByRole("button", { name: "确认停止" }).click();
    await officer.page.waitForLoadState();
    expect(await officer.page.locator("main").innerText()).toContain("已要求停止");
    expect(await officer.page.getByText("停止这次匹配").count()).toBe(0);
    await officer.go("/runs");
    expect(await officer.page.locator("tr", { has: officer.page.locator(`a[href="/runs/${runId}"]`) }).innerText()).toContain("停止中");
    await officer.close();
  });
});

describe("why", () => {
  /** Posts by their answer: one that the seeker's own trade fits, and one that asks for another's. */
  async function postFor(trade: "own" | "other"): Promise<string> {
    const [found] = await database.query<mysql.RowDataPacket[]>(
      `SELECT id FROM post WHERE status = 'PUBLISHED' AND filled < openings AND stream = 'MARKET' AND countyCode LIKE '14%'
          AND ${trade === "own" ? "occupationCode = '6-18-02-04'" : "occupationCode <> '6-18-02-04' AND certOccupationCode = occupationCode"} ORDER BY id LIMIT 1`);
    return found[0]!.id as string;
  }

  it.each(LANGUAGES.flatMap((lang) => (["own", "other"] as const).map((trade) => [trade, lang] as const)))("is answered to a seeker for a post of the %s trade, faultlessly in %s", async (trade, lang) => {
    const seeker = await visit(browser, { as: "seeker", lang, script: true, phone: true });
    const postId = await postFor(trade);
    await expectFaultless(seeker, `/matches/why?post=${postId}`, lang);
    expect(await seeker.page.locator(`a[href="/jobs/${postId}"]`).count()).toBe(1);
    expect(await seeker.page.locator(".causes > li").count()).toBeGreaterThan(0);
    await seeker.close();
  });

  it("is one step from the post's page for a seeker, and from a run's page for an officer", async () => {
    const seeker = await visit(browser, { as: "seeker" });
    const postId = await postFor("other");
    await seeker.go(`/jobs/${postId}`);
    await seeker.page.locator(`a[href="/matches/why?post=${postId}"]`).click();
    await seeker.page.waitForURL(/\/matches\/why/);
    expect(await seeker.page.locator("main").innerText()).toContain("差一步");
    await seeker.close();
    const [runs] = await database.query<mysql.RowDataPacket[]>("SELECT runId FROM job_match WHERE status = 'PROPOSED' LIMIT 1");
    const officer = await visit(browser, { as: "province" });
    await officer.go(`/runs/${runs[0]!.runId}`);
    await officer.page.locator('a[href^="/matches/why?worker="]').first().click();
    await officer.page.waitForURL(/\/matches\/why/);
    for (const lang of LANGUAGES) {
      const again = await visit(browser, { as: "province", lang, script: true, phone: true });
      await expectFaultless(again, new URL(officer.page.url()).pathname + new URL(officer.page.url()).search, lang);
      await again.close();
    }
    await officer.close();
  });

  it("is answered to nobody else: a guest signs in first, a stranger finds nothing", async () => {
    const postId = await postFor("own");
    const guest = await fetch(`${baseUrl()}/matches/why?post=${postId}`, { redirect: "manual" });
    expect(guest.headers.get("location")).toBe(`/login?to=${encodeURIComponent(`/matches/why?post=${postId}`)}`);
    const [others] = await database.query<mysql.RowDataPacket[]>("SELECT id FROM person WHERE homeCountyCode NOT LIKE '1411%' LIMIT 1");
    const someone = others[0]!.id as string;
    const asked = [["seeker", someone], ["county", someone], ["employer", someone], ["admin", someone], ["province", NOBODY], ["province", "nonsense"]] as const;
    for (const [as, worker] of asked) {
      const visitor = await visit(browser, { as });
      expect((await visitor.page.goto(`/matches/why?worker=${worker}&post=${postId}`))?.status(), `${as} ${worker}`).toBe(404);
      expect((await visitor.page.goto("/matches/why"))?.status()).toBe(404);
      await visitor.close();
    }
  });
});
