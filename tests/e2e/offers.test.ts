import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock, systemClock } from "#app/platform/clock.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { openCheckIns } from "#app/usecases/checkins/open-check-ins.server.ts";
import { invitePerson } from "#app/usecases/hiring/invite.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const TRADE = "6-18-02-04";
const today = systemClock.today();
let browser: Browser;
let deps: Deps;
let past: Deps;
let invited: Story;
const hired: Story[] = [];
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });

interface Story {
  seeker: string;
  employer: string;
  postId: string;
  personId: string;
  placementId: string;
}

/** Somebody and an employer with accounts of their own: invited now, or hired 31 days ago. */
async function story(at: Deps, seed: number, phone: string | null, hire: boolean): Promise<Story> {
  const make = createFactory(at, seed);
  const employerId = await make.employer({ name: `回访测试单位${seed}`, regionCode: "141124" });
  const postId = await make.post({ employerId, occupationCode: TRADE, title: `电焊工${seed}`, countyCode: "141124", validUntil: addDays(today, 60) });
  // where the village agent with the demo account goes from door to door
  const village = (await at.db.user.findUniqueOrThrow({ where: { username: "agent" } })).regionCode!;
  const person = await make.person({ phone, homeRegionCode: village, homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
  const [seeker, employer] = [`offer-seeker-${seed}`, `offer-employer-${seed}`];
  await make.user({ role: "SEEKER", username: seeker, password: `demo-${seeker}`, personId: person.id });
  await make.user({ role: "EMPLOYER", username: employer, password: `demo-${employer}`, employerId });
  const done = hire ? await acceptPost(at, as("SEEKER", { personId: person.id }), { postId }) : await invitePerson(at, as("EMPLOYER", { employerId }), { postId, personId: person.id });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { seeker, employer, postId, personId: person.id, placementId: "placementId" in done.value ? done.value.placementId : "" };
}

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  past = await createDeps(process.env, { process: "test", clock: fixedClock(`${addDays(today, -31)}T02:00:00Z`) });
  invited = await story(deps, 501, "10012345001", false);
  for (const [seed, phone] of [[502, "10012345002"], [503, "10012345003"], [504, null]] as const) hired.push(await story(past, seed, phone, true));
});
afterAll(async () => {
  await Promise.all([browser.close(), deps.close(), past.close()]);
});

async function until<T>(what: string, read: () => Promise<T | null | undefined>, seconds = 60): Promise<T> {
  for (const end = Date.now() + seconds * 1_000; ; await sleep(400)) {
    const value = await read();
    if (value !== null && value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
  }
}

/** The address in the message to a person, as the product's page of messages shows it. */
async function linkFor(one: Story, visitor: Visitor): Promise<string> {
  return until(`the message to ${one.seeker}`, async () => {
    await visitor.go("/sms");
    const row = visitor.page.locator("tr", { hasText: `“电焊工${one.seeker.slice(-3)}”` });
    return (await row.count()) === 0 ? null : /\/c\/[A-Za-z0-9_-]{22}/.exec(await row.first().innerText())?.[0];
  });
}
const ledgerOf = async (placementId: string) => (await deps.db.placementEvent.findMany({ where: { placementId }, orderBy: { seq: "asc" } })).map((one) => `${one.saidByRole} ${one.kind}`);

describe("asking", () => {
  it("a seeker asks in ready-made and own words, a WeChat id is refused and nothing typed is lost, the employer answers, both see the thread; without script", async () => {
    const seeker = await visit(browser, { as: invited.seeker, phone: true });
    await seeker.go("/me/invitations");
    await seeker.page.click(`text=电焊工501`);
    await seeker.page.click("text=有不清楚的，问一问");
    await seeker.page.check("input[value=housing]");
    await seeker.page.fill("textarea[name=text]", "加我微信 abc_12345");
    await seeker.page.click("main form button.big");
    expect(await seeker.page.locator("#problems").innerText()).toContain("微信");
    expect(await seeker.page.inputValue("textarea[name=text]")).toBe("加我微信 abc_12345");
    expect(await seeker.page.isChecked("input[value=housing]")).toBe(true);
    await seeker.page.fill("textarea[name=text]", "夫妻能住一间吗？");
    await seeker.page.click("main form button.big");
    await seeker.page.waitForURL(/done=sent/);

    const employer = await visit(browser, { as: invited.employer });
    await employer.go("/employer");
    await employer.page.click("text=去答复");
    await employer.page.locator("main table a").first().click();
    expect(await employer.page.locator(".thread").innerText()).toContain("夫妻能住一间吗？");
    await employer.page.check("input[value=housing-free]");
    await employer.page.click("main form button.big");
    await employer.page.waitForURL(/done=sent/);
    await employer.close();

    await seeker.go("/me/notices");
    await seeker.page.locator("main a", { hasText: "有答复了" }).first().click();
    expect(await seeker.page.locator(".thread").innerText()).toContain("包住，不收钱");
    await seeker.close();
  });
});

describe("from a yes to thirty days on the job", () => {
  it("the employer confirms arrivals, and the seeker's page shows the way with the next question's day", async () => {
    for (const one of hired) {
      const employer = await visit(browser, { as: one.employer });
      await employer.go("/employer/placements");
      await employer.page.fill(`#day-${one.placementId}`, addDays(today, -31));
      await employer.page.getByRole("button", { name: "确认到岗" }).click();
      await employer.page.waitForURL(/saved=1/);
      await employer.close();
    }
    const seeker = await visit(browser, { as: hired[0]!.seeker, phone: true });
    await seeker.go("/me");
    expect(await seeker.page.locator(".journey .next").innerText()).toContain("干满 30 天");
    await seeker.close();
    expect(await openCheckIns(deps)).toBeGreaterThanOrEqual(3);
  });

  it("whoever opens the link answers without signing in, without script, once; the ledger has their word", async () => {
    const guest = await visit(browser, { phone: true });
    const link = await linkFor(hired[0]!, guest);
    for (let looks = 0; looks < 3; looks += 1) expect((await fetch(baseUrl() + link)).status).toBe(200);
    expect((await deps.db.checkIn.findFirstOrThrow({ where: { placementId: hired[0]!.placementId } })).answeredAt).toBeNull();
    await guest.go(link);
    expect(await guest.page.locator("h1").innerText()).toContain("工资发了吗");
    const text = await guest.page.locator("body").innerText();
    expect(text).toContain("回访测试单位502");
    await guest.page.getByRole("button", { name: "还在干，工资发了" }).click();
    expect(await guest.page.locator("h1").innerText()).toContain("谢谢");
    await guest.go(link);
    expect(await guest.page.locator("h1").innerText()).toContain("已经答过");
    expect((await ledgerOf(hired[0]!.placementId)).slice(-1)).toEqual(["SEEKER STILL_ON_THE_JOB"]);
    await guest.close();
  });

  it("in English and with script, wages that did not come reach the bureau, which closes the case; the employer's ads show it", async () => {
    const guest = await visit(browser, { phone: true, script: true, lang: "en" });
    const link = await linkFor(hired[1]!, guest);
    await expectFaultless(guest, link, "en");
    await guest.page.getByRole("button", { name: "Still there, not paid" }).click();
    expect(await guest.page.locator("h1").innerText()).toContain("somebody will look into it");
    const officer = await visit(browser, { as: "county", script: true });
    await officer.go("/bureau/checkins");
    await officer.page.locator("tr", { hasText: "电焊工503" }).locator("a").first().click();
    await officer.page.waitForURL(/\/bureau\/checkins\/0/);
    expect(await officer.page.locator("main").innerText()).not.toContain("10012345003");
    await officer.page.getByRole("button", { name: "打开", exact: true }).click();
    expect(await officer.page.locator("#problems").innerText()).toContain("请选为什么打开");
    await officer.page.selectOption("select[name=why]", { index: 1 });
    await officer.page.getByRole("button", { name: "打开", exact: true }).click();
    await officer.page.getByText("10012345003").waitFor();
    await expectFaultless(officer, new URL(officer.page.url()).pathname, "zh");
    await officer.page.getByRole("button", { name: "办结" }).click();
    expect(await officer.page.locator("#problems").innerText()).toContain("请写明做了什么");
    await officer.page.check("input[value=UPHELD]");
    await officer.page.fill("textarea[name=note]", "已联系单位，工资今天补发。");
    await officer.page.getByRole("button", { name: "办结" }).click();
    await officer.page.waitForURL(/done=1/);
    await officer.close();
    await guest.go(`/jobs/${hired[1]!.postId}`);
    expect(await guest.page.locator("#honesty").innerText()).toContain("unpaid wages");
    await guest.close();
  });

  it("the village agent records what somebody without a telephone said", async () => {
    const agent = await visit(browser, { as: "agent", phone: true });
    await agent.go("/agent/checkins");
    const row = agent.page.locator("article", { hasText: "电焊工504" });
    await row.locator("summary").click();
    await row.getByRole("button", { name: "还在干，没到发工资的日子" }).click();
    await agent.page.waitForURL(/done=1/);
    expect((await ledgerOf(hired[2]!.placementId)).slice(-1)).toEqual(["AGENT STILL_ON_THE_JOB"]);
    await agent.close();
  });

  it("the employer records that somebody left, and the opening is free again", async () => {
    const one = hired[0]!;
    const employer = await visit(browser, { as: one.employer });
    await employer.go("/employer/placements");
    await employer.page.click("summary >> text=离岗登记");
    await employer.page.fill(`#left-${one.placementId}`, today);
    await employer.page.getByRole("button", { name: "登记离岗" }).click();
    await employer.page.waitForURL(/saved=left/);
    expect((await ledgerOf(one.placementId)).slice(-1)).toEqual(["EMPLOYER ENDED"]);
    expect((await deps.db.post.findUniqueOrThrow({ where: { id: one.postId } })).filled).toBe(0);
    await employer.close();
  });
});

describe("a link that is not one", () => {
  it("says the same kind words with the same status whatever was tried, also when it is sent", async () => {
    const answers = await Promise.all(["AAAAAAAAAAAAAAAAAAAAAA", "x", "%00", "..%2f..%2fme", "a".repeat(2_000)].map(async (token) => {
      const got = await fetch(`${baseUrl()}/c/${token}`);
      const sent = await fetch(`${baseUrl()}/c/${token}`, { method: "POST", redirect: "manual", body: new URLSearchParams({ answer: "PAID" }), headers: { origin: baseUrl() } });
      return [got.status, /<h1>(.*?)<\/h1>/.exec(await got.text())?.[1], sent.status, /<h1>(.*?)<\/h1>/.exec(await sent.text())?.[1]];
    }));
    for (const answer of answers) expect(answer).toEqual([404, "这个链接用不了了", 404, "这个链接用不了了"]);
    expect((await fetch(`${baseUrl()}/c/x`)).headers.get("cache-control")).toBe("no-store");
  });

  it("an answer from another site's form is refused before anything is read", async () => {
    expect((await fetch(`${baseUrl()}/c/x`, { method: "POST", body: new URLSearchParams({ answer: "PAID" }), headers: { origin: "https://elsewhere.example" } })).status).toBe(403);
  });
});

describe("every page of these", () => {
  it.each((["zh", "en"] as const).flatMap((lang) => [
    ["seeker", "/me/matches", lang], ["seeker", "/me/questions", lang], [undefined, "/c/nothing", lang], ["agent", "/agent/checkins", lang],
    ["county", "/bureau/checkins", lang], ["county", "/bureau/checkins?closed=1", lang], ["county", "/bureau/questions", lang], ["employer", "/employer/questions", lang], ["employer", "/employer/placements", lang],
  ] as const))("%s %s in %s: no accessibility fault, no missing text, whole on a phone", async (who, path, lang) => {
    const visitor = await visit(browser, { as: who, lang, script: true, phone: true });
    if (path === "/c/nothing") await visitor.go(path);
    else await expectFaultless(visitor, path, lang);
    expect(await visitor.page.locator("body").innerText()).not.toMatch(/\boffers\.[a-z]+\.|\{\{/);
    await visitor.close();
  });

  it("the threads and the placement of these people, in both languages", async () => {
    for (const lang of ["zh", "en"] as const) {
      const seeker = await visit(browser, { as: invited.seeker, lang, script: true, phone: true });
      await expectFaultless(seeker, `/me/questions/${invited.postId}`, lang);
      await seeker.close();
      const worker = await visit(browser, { as: hired[1]!.seeker, lang, script: true, phone: true });
      await expectFaultless(worker, `/me/placements/${hired[1]!.placementId}`, lang);
      await worker.close();
      const employer = await visit(browser, { as: invited.employer, lang, script: true, phone: true });
      await employer.go("/employer/questions");
      await expectFaultless(employer, await employer.page.locator("main table a").first().getAttribute("href").then(String), lang);
      await employer.close();
    }
  });
});
