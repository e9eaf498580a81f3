import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { accessibilityFaults } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
const open: Visitor[] = [];
const someone = async (options: Parameters<typeof visit>[1] = {}) => {
  const visitor = await visit(browser, options);
  open.push(visitor);
  return visitor;
};

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
});
afterAll(async () => {
  for (const visitor of open) await visitor.close();
  await browser?.close();
  await deps?.close();
});

/** A welder of the county who has an account. */
async function welder() {
  const make = createFactory(deps, Date.now() % 1_000_000);
  const person = await make.person({ name: "甲乙丙", phone: "10012345678", homeCountyCode: "141124", age: 40, idNumber: undefined, wish: { occupationCodes: ["6-18-02-04"] } });
  const user = await make.user({ role: "SEEKER", personId: person.id });
  return { person, user };
}

async function signIn(visitor: Visitor, username: string, password: string) {
  await visitor.go("/login");
  await visitor.page.fill("input[name=username]:visible", username);
  await visitor.page.fill("input[name=password]:visible", password);
  await visitor.page.locator("form", { has: visitor.page.locator("input[name=password]:visible") }).locator("button").click();
  await visitor.page.waitForURL((url) => url.pathname !== "/login");
}

async function clean(visitor: Visitor) {
  expect(await accessibilityFaults(visitor.page)).toEqual([]);
  expect(await visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
}

const WORDS = {
  zh: { register: "提交注册", approve: "通过核验", publish: "发布岗位", want: "我愿意去", confirm: "确认到岗", check: "先检查一遍", approved: "已核验", unlawful: "只招男性", arrived: "已确认" },
  en: { register: "Register", approve: "Approve", publish: "Publish", want: "I want this job", confirm: "Confirm arrival", check: "Check it first", approved: "Verified", unlawful: "只招男性", arrived: "Confirmed" },
} as const;

describe.each([["zh", false], ["zh", true], ["en", false], ["en", true]] as const)("an employer, in %s, script %s", (lang, script) => {
  it("registers, is approved, is blocked on an unlawful ad, publishes, and hires", async () => {
    const words = WORDS[lang];
    const phone = script ? { phone: true } : {};
    const employer = await someone({ lang, script, ...phone });
    const { page } = employer;
    const code = makeCreditCode("999999", 10_000_000 + (Date.now() % 80_000_000));
    const name = `临县𠮷祥机械${code.slice(-5)}有限公司`;

    await employer.go("/employer/register");
    if (script) await clean(employer);
    await page.fill("input[name=name]", name);
    await page.fill("input[name=creditCode]", `${code.slice(0, 17)}${code[17] === "0" ? "1" : "0"}`);
    await page.selectOption("select[name=regionCode]", "141124");
    await page.fill("input[name=contact]", "高㛃");
    await page.fill("input[name=phone]", "13912345678");
    await page.fill("input[name=password]", "correct horse battery");
    await page.getByRole("button", { name: words.register }).click();
    await page.waitForSelector("#problems");
    expect(await page.inputValue("input[name=name]")).toBe(name);
    expect(await page.inputValue("input[name=password]")).toBe("");
    await page.fill("input[name=creditCode]", code);
    await page.fill("input[name=password]", "correct horse battery");
    await page.getByRole("button", { name: words.register }).click();
    await page.waitForURL(/\/employer\?done=registered/);

    const officer = await someone({ as: "county", lang, script });
    const { id: employerId } = await deps.db.employer.findUniqueOrThrow({ where: { creditCode: code } });
    await officer.go(`/bureau/employers/${employerId}`);
    expect(await officer.page.locator("main").textContent()).toContain("13912345678");
    if (script) await clean(officer);
    await officer.page.getByRole("button", { name: words.approve }).click();
    await officer.page.waitForURL(/done=1/);
    expect(await officer.page.locator("main").textContent()).toContain(words.approved);

    await employer.go("/employer/posts/new?template=6-18-02-04");
    const title = `氩弧焊工${code.slice(-6)}`;
    await page.fill("input[name=title]", title);
    await page.fill("textarea[name=description]", "在车间按图纸焊接不锈钢管道，只招男性，白班，每月15日发工资。");
    await page.selectOption("select[name=certOccupationCode]", "");
    await page.selectOption("select[name=regionCode]", "141124");
    await page.fill("input[name=wageMinYuan]", "6500");
    await page.fill("input[name=wageMaxYuan]", "9000");
    if (script) {
      await page.waitForSelector("[data-post-review] [data-level=blocked]");
      await clean(employer);
    } else {
      await page.getByRole("button", { name: words.check }).click();
      await page.waitForLoadState();
    }
    expect(await page.locator("[data-post-review]").textContent()).toContain(words.unlawful);
    await page.getByRole("button", { name: words.publish, exact: true }).click();
    await page.waitForSelector("#problems");
    expect(await page.locator("#problems").textContent()).toContain(words.unlawful);
    expect(await page.inputValue("input[name=wageMaxYuan]")).toBe("9000");
    expect(await deps.db.post.count({ where: { employerId } })).toBe(0);
    await page.fill("textarea[name=description]", "在车间按图纸焊接不锈钢管道，白班，每月15日发工资，会氩弧焊即可。");
    await page.getByRole("button", { name: words.publish, exact: true }).click();
    await page.waitForURL(/done=published/);
    if (script) await clean(employer);
    const post = await deps.db.post.findFirstOrThrow({ where: { employerId } });

    const { user } = await welder();
    const seeker = await someone({ lang, script });
    await signIn(seeker, user.username, user.password);
    await seeker.go(`/jobs/${post.id}`);
    if (script) await clean(seeker);
    await seeker.page.getByRole("button", { name: words.want }).click();
    await seeker.page.waitForURL(/\/me\/placements\//);

    const hiring = await deps.db.hiring.findFirstOrThrow({ where: { postId: post.id } });
    await employer.go(`/employer/posts/${post.id}/candidates`);
    await page.locator(`a[href="/employer/hiring/${hiring.id}"]`).first().click();
    await page.waitForURL(/\/employer\/hiring\//);
    expect(await page.locator("main").textContent()).toContain("10012345678");
    if (script) await clean(employer);
    await employer.go("/employer/placements");
    await page.getByRole("button", { name: words.confirm }).first().click();
    await page.waitForURL(/saved=1/);
    expect(await deps.db.placementEvent.count({ where: { placementId: hiring.placementId!, kind: "ON_THE_JOB", saidByRole: "EMPLOYER" } })).toBe(1);
  });
});

describe("invited", () => {
  it("a person agrees before the employer sees a name, is offered the job and takes it, without script", async () => {
    const employer = await someone({ as: "employer" });
    const { person, user } = await welder();
    const make = createFactory(deps, Date.now() % 999_983);
    const { employerId } = await deps.db.user.findUniqueOrThrow({ where: { username: "employer" } });
    const postId = await make.post({ employerId: employerId!, title: "焊工邀请", openings: 2 });
    await deps.db.outboxEvent.create({ data: { id: deps.newId(), event: "person.changed", subjectId: person.id, recordedAt: new Date() } });
    for (let n = 0; ; n += 1) {
      await employer.go(`/employer/posts/${postId}/candidates`);
      if ((await employer.page.locator(`input[name=personId][value="${person.id}"]`).count()) > 0) break;
      if (n > 60) throw new Error("the person is not found among the candidates");
      await sleep(500);
    }
    expect(await employer.page.locator("main").textContent()).not.toContain("甲乙丙");
    await employer.page.locator("form", { has: employer.page.locator(`input[name=personId][value="${person.id}"]`) }).locator("button").click();
    await employer.page.waitForURL(/done=invited/);
    const { id } = await deps.db.hiring.findFirstOrThrow({ where: { postId, personId: person.id } });
    await employer.go(`/employer/hiring/${id}`);
    expect(await employer.page.locator("main").textContent()).not.toMatch(/甲乙丙|10012345678/);

    const seeker = await someone({ phone: true });
    await signIn(seeker, user.username, user.password);
    await seeker.go("/me");
    await seeker.page.getByRole("link", { name: "单位的邀请" }).click();
    await seeker.page.getByRole("link", { name: "焊工邀请" }).click();
    await seeker.page.getByRole("button", { name: "同意联系" }).click();
    await seeker.page.waitForLoadState();

    await employer.go(`/employer/hiring/${id}`);
    expect(await employer.page.locator("main").textContent()).toContain("甲乙丙");
    await employer.page.getByRole("button", { name: "录用", exact: true }).click();
    await employer.page.waitForLoadState();
    await seeker.go(`/me/invitations/${id}`);
    await seeker.page.getByRole("button", { name: "我愿意去" }).click();
    await seeker.page.waitForURL(/\/me\/placements\//);
    expect((await deps.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(1);
  });
});

describe("a stranger's records and broken ids", () => {
  it("answer 404 on every page of an employer, a bureau and a seeker, as missing ones do", async () => {
    const make = createFactory(deps, Date.now() % 999_979);
    const foreign = await make.post();
    const own = await deps.db.post.findUniqueOrThrow({ where: { id: foreign } });
    const visits: [string, string[]][] = [
      ["employer", [foreign, "01K00000000000000000000000", "x", "'--"].flatMap((id) => [`/employer/posts/${id}/edit`, `/employer/posts/${id}/renew`, `/employer/posts/${id}/candidates`, `/employer/hiring/${id}`].map((path) => encodeURI(path)))],
      ["county", ["/bureau/employers/01K00000000000000000000000", "/bureau/employers/x"]],
      ["seeker", ["/me/invitations/01K00000000000000000000000", "/me/invitations/x", "/jobs/01K00000000000000000000000/report"]],
    ];
    expect(own.id).toBe(foreign);
    for (const [as, paths] of visits) {
      const visitor = await someone({ as });
      for (const path of paths) expect((await visitor.page.goto(path))?.status(), `${as} ${path}`).toBe(404);
    }
  });

  it("the check while typing is for employers, and keeps nothing", async () => {
    const reply = await fetch(`${baseUrl()}/employer/posts/check`, { method: "POST", body: new URLSearchParams({ title: "招女工" }), headers: { origin: baseUrl() }, redirect: "manual" });
    expect(reply.status).toBe(302);
  });
});
