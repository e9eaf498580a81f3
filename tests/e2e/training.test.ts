import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHelp } from "#app/data/person-status.ts";
import { readTrainingFigure } from "#app/data/read-models/training-figures.server.ts";
import { addDays, toDate, toDay, yearOf } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { countTrainings } from "#app/domain/training/count.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const LINXIAN = "141124";
const WELDER = "6-18-02-04";
let browser: Browser;
let deps: Deps;
const learner = { id: "", username: "learner-t" };
const other = { id: "", idNumber: "" };
const welder = { id: "", name: "", username: "welder-t", post: "", body: "临县焊接培训学校" };
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 59);
  learner.id = (await make.person({ homeCountyCode: LINXIAN, categories: ["POVERTY_LIFTED"], wish: false })).id;
  const second = await make.person({ homeCountyCode: LINXIAN, categories: ["MONITORED_UNSTABLE"], wish: false });
  [other.id, other.idNumber] = [second.id, second.idNumber];
  await make.user({ role: "SEEKER", username: learner.username, password: `demo-${learner.username}`, personId: learner.id });
  await withoutCertificate(make);
  await make.user({ role: "OFFICER", username: "county-second-t", password: "demo-county-second-t", regionCode: LINXIAN });
});
afterAll(async () => {
  await browser?.close();
  await deps?.close();
});

/** A welder without a certificate, a post that asks for one, and a training body with an account and an issuer of its own. */
async function withoutCertificate(make: Factory): Promise<void> {
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  [welder.id, welder.name] = await make.person({ homeCountyCode: LINXIAN, age: 31, categories: ["POVERTY_LIFTED"], education: "SECONDARY", wish: { occupationCodes: [WELDER] } }).then((made) => [made.id, made.name] as const);
  const employerId = await make.employer();
  welder.post = await make.post({ employerId, title: "持证电焊工", certOccupationCode: WELDER, certLevel: "JUNIOR", openings: 1 });
  const scope = { kinds: ["SKILL_LEVEL"], occupationPrefixes: [], regionCode: LINXIAN, validFrom: toDate(addDays(today, -30)), document: "测 2 号", recordedAt: now };
  const issuer = await deps.db.certificateIssuer.create({ data: { id: deps.newId(), name: "临县焊接考评站", ...scope } });
  const body = await deps.db.trainingBody.create({ data: { id: deps.newId(), name: welder.body, creditCode: makeCreditCode(LINXIAN, 71_000_001), countyCode: LINXIAN, mayAssess: true, issuerId: issuer.id, documentNumber: "测 3 号", approvedOn: toDate(addDays(today, -30)), validUntil: toDate(addDays(today, 600)), recordedAt: now } });
  await deps.db.trainingCourse.create({ data: { id: deps.newId(), title: "电焊工考证班", countyCode: LINXIAN, occupationCode: WELDER, kind: "SKILL_LEVEL", level: "JUNIOR", hours: 40, costFen: 80_000, onceKey: "e2e:welder", recordedAt: now } });
  await make.user({ role: "SEEKER", username: welder.username, password: `demo-${welder.username}`, personId: welder.id });
  await make.user({ role: "OPERATOR", username: "school-t", password: "demo-school-t", trainingBodyId: body.id });
  await make.user({ role: "EMPLOYER", username: "boss-t", password: "demo-boss-t", employerId });
}

async function as<T>(who: string | undefined, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitor = await visit(browser, { as: who });
  const done = await work(visitor);
  await visitor.close();
  return done;
}

describe("a training class", () => {
  it("goes from its plan to assessment and allowance on screen, without script: refused where it cannot be, and what was typed stays", async () => {
    const today = deps.clock.today();
    const classId = await as("county", async ({ page, go }) => {
      await go("/bureau/training/courses");
      await page.locator("summary", { hasText: "登记一门课程" }).click();
      await page.fill("input[name=title]", "砌筑工短训班");
      await page.selectOption("select[name=countyCode]", LINXIAN);
      await page.selectOption("select[name=occupationCode]", "6-18-02-04");
      await page.selectOption("select[name=level]", "JUNIOR");
      await page.fill("input[name=hours]", "40");
      await page.fill("input[name=costYuan]", "800");
      await page.getByRole("button", { name: "保存课程" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("有等级就必须有证书种类");
      expect(await page.inputValue("input[name=title]")).toBe("砌筑工短训班");
      await page.selectOption("select[name=kind]", "SKILL_LEVEL");
      await page.getByRole("button", { name: "保存课程" }).click();
      await page.waitForURL(/saved=/);

      await go("/bureau/training/classes");
      await page.locator("summary", { hasText: "计划一个班" }).click();
      await page.selectOption("select[name=courseId]", { label: "砌筑工短训班 · 初级工" });
      await page.fill("input[name=place]", "镇文化站二楼");
      await page.fill("input[name=startsOn]", addDays(today, 3));
      await page.fill("input[name=lastOn]", addDays(today, 2));
      await page.fill("input[name=places]", "2");
      await page.fill("input[name=teacher]", "李老师");
      await page.getByRole("button", { name: "保存计划" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("结束要在开始之后");
      expect(await page.inputValue("input[name=place]")).toBe("镇文化站二楼");
      await page.fill("input[name=lastOn]", addDays(today, 6));
      await page.getByRole("button", { name: "保存计划" }).click();
      await page.waitForURL(/\/bureau\/training\/classes\/[0-9A-Z]{26}/);
      await page.getByRole("button", { name: "开始报名" }).click();
      await page.getByText("已保存。").waitFor();
      return new URL(page.url()).pathname.split("/").pop()!;
    });

    await as(undefined, async ({ page, go }) => {
      await go("/training?q=砌筑");
      await page.getByRole("link", { name: "砌筑工短训班" }).click();
      await page.getByRole("link", { name: "登录后报名" }).click();
      expect(new URL(page.url()).searchParams.get("to")).toBe(`/training/${classId}`);
    });
    await as(learner.username, async ({ page, go }) => {
      await go(`/training/${classId}`);
      await page.getByRole("button", { name: "报名" }).click();
      await page.waitForURL(/\/me\/training/);
      expect(await page.locator("main").innerText()).toContain("已录取");
    });
    await as("county", async ({ page, go }) => {
      await go(`/bureau/training/classes/${classId}`);
      await page.locator("summary", { hasText: "录入学员" }).click();
      await page.fill("input[name=idNumber]", other.idNumber);
      await page.getByRole("button", { name: "录入", exact: true }).click();
      await page.getByText("已保存。").waitFor();
      expect(await page.locator("main").innerText()).toContain("监测对象");
      await page.getByRole("button", { name: "开班" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("还没到开班日期");
      await page.locator("summary", { hasText: "取消这个班" }).click();
      await page.getByRole("button", { name: "取消这个班" }).click();
      expect(await page.inputValue("#reason")).toBe("");
      expect(await page.locator("#reason").isVisible()).toBe(true);
    });

    // three days later
    await deps.db.trainingClass.update({ where: { id: classId }, data: { startsOn: toDate(today), lastOn: toDate(addDays(today, 3)) } });
    await as("county", async ({ page, go }) => {
      await go(`/bureau/training/classes/${classId}`);
      await page.getByRole("button", { name: "开班" }).click();
      await page.getByText("已保存。").waitFor();
      await page.getByRole("link", { name: "记考勤" }).click();
      await page.locator("select[name^=halves-]").nth(1).selectOption("1");
      // looking up a telephone in between takes no entry back
      await page.selectOption("#see-whom", { index: 1 });
      await page.selectOption("select[name=why]", "CALL");
      await page.locator("#see button").click();
      await page.locator("#see a[href^='tel:']").waitFor();
      expect(await page.locator("select[name^=halves-]").nth(1).inputValue()).toBe("1");
      await page.getByRole("button", { name: "保存考勤" }).click();
      await page.waitForURL(/saved=/);
      await go(`/bureau/training/classes/${classId}`);
      const assess = async (nr: number, score: string, assessor: string) => {
        await page.locator("select[name=trainee]").selectOption({ index: nr });
        await page.fill("input[name=score]", score);
        await page.fill("input[name=assessor]", assessor);
        await page.getByRole("button", { name: "记结果" }).click();
      };
      await assess(0, "88", "李老师");
      expect(await page.locator("[role=alert]").innerText()).toContain("考评员不能是任课教师");
      expect(await page.inputValue("input[name=score]")).toBe("88");
      await page.fill("input[name=assessor]", "王考评");
      await page.getByRole("button", { name: "记结果" }).click();
      await page.getByText("已保存。").waitFor();
      await assess(0, "41", "王考评");
      await page.getByText("已保存。").waitFor();
      await page.getByRole("button", { name: "考核结束" }).click();
      await page.getByRole("button", { name: "做补贴表" }).click();
      await page.getByText("您做的表，要另一个人审核。").waitFor();
      expect(await page.locator("tfoot").innerText()).toContain("22.50");
    });
    const officer = await visit(browser, { as: "county" });
    await expectFaultless(officer, `/bureau/training/classes/${classId}`, "zh");
    await officer.close();
    expect((await deps.db.trainingEnrolment.findMany({ where: { classId }, select: { state: true } })).map((one) => one.state).sort()).toEqual(["FAILED", "PASSED"]);
    await as("county-second-t", async ({ page, go }) => {
      await go(`/bureau/training/classes/${classId}`);
      await page.getByRole("button", { name: "审核" }).click();
      await page.getByText("您审核的，要另一个人发放。").waitFor();
    });
    await as("county", async ({ page, go }) => {
      await go(`/bureau/training/classes/${classId}`);
      await page.getByRole("button", { name: "确认已发放" }).click();
      await page.getByRole("button", { name: "办结" }).click();
      await page.getByText("已办结").first().waitFor();
      await go("/bureau/training");
      await page.getByRole("link", { name: "临县" }).first().click();
      expect(await page.locator("main").innerText()).toContain("砌筑工短训班");
    });
    await as(learner.username, async ({ page, go }) => {
      await go("/me/training");
      expect(await page.locator("main").innerText()).toMatch(/(15\.00|7\.50) 元 · 已发放/);
    });
  });

  it("leads a welder from a post that asks for a certificate through a body's class to the certificate, the post and the employer's yes", async () => {
    const today = deps.clock.today();
    const classId = await as("school-t", async ({ page, go }) => {
      await go("/operator/training");
      await page.locator("summary", { hasText: "计划一个班" }).click();
      await page.selectOption("select[name=courseId]", { label: "电焊工考证班 · 初级工" });
      await page.fill("input[name=place]", "县职业中学");
      await page.fill("input[name=startsOn]", addDays(today, 3));
      await page.fill("input[name=lastOn]", addDays(today, 6));
      await page.fill("input[name=places]", "2");
      await page.fill("input[name=teacher]", "李老师");
      await page.getByRole("button", { name: "保存计划" }).click();
      await page.waitForURL(/\/operator\/training\/classes\/[0-9A-Z]{26}/);
      expect(await page.locator("main").innerText()).toContain("等县人社局开放报名");
      expect(await page.getByRole("button", { name: "开始报名" }).count()).toBe(0);
      return new URL(page.url()).pathname.split("/").pop()!;
    });
    await as("county", async ({ page, go }) => {
      await go(`/bureau/training/classes/${classId}`);
      await page.getByRole("button", { name: "开始报名" }).click();
      await page.getByText("已保存。").waitFor();
    });
    const seeker = await visit(browser, { as: welder.username, phone: true });
    await seeker.go(`/matches/why?post=${welder.post}`);
    await seeker.page.getByRole("link", { name: "正在报名的培训班" }).first().click();
    await seeker.page.getByRole("link", { name: "电焊工考证班" }).click();
    expect(await seeker.page.locator("main").innerText()).toContain("由临县焊接考评站签发");
    await seeker.page.getByRole("button", { name: "报名" }).click();
    await seeker.page.waitForURL(/\/me\/training/);

    // three days later
    await deps.db.trainingClass.update({ where: { id: classId }, data: { startsOn: toDate(today), lastOn: toDate(addDays(today, 3)) } });
    await as("school-t", async ({ page, go }) => {
      await go(`/operator/training/classes/${classId}`);
      await page.getByRole("button", { name: "开班" }).click();
      await page.getByText("已保存。").waitFor();
      await page.getByRole("link", { name: "记考勤" }).click();
      await page.getByRole("button", { name: "保存考勤" }).click();
      await page.waitForURL(/saved=/);
      expect(await page.locator("main").innerText()).not.toContain(welder.name);
      await page.getByRole("button", { name: "打开" }).click();
      expect(await page.locator("[role=alert]").innerText()).toContain("请选为什么打开");
      await page.selectOption("select[name=why]", "CALL");
      await page.getByRole("button", { name: "打开" }).click();
      await page.getByText(welder.name).waitFor();
      await go(`/operator/training/classes/${classId}`);
      await page.fill("input[name=score]", "86");
      await page.fill("input[name=assessor]", "王考评");
      await page.getByRole("button", { name: "记结果" }).click();
      await page.getByText("已保存。").waitFor();
      await page.getByRole("button", { name: "考核结束" }).click();
      await page.getByText("已保存。").waitFor();
      await expect.poll(async () => { await go(`/operator/training/classes/${classId}`); return page.locator("main").innerText(); }, { interval: 500 }).toContain("已发证");
      await go("/operator/training");
      expect(await page.locator("main").innerText()).toContain("人太少，不下结论");
    });
    await seeker.go("/me/notices");
    expect(await seeker.page.locator("main").innerText()).toContain("培训名额已给您：电焊工考证班");
    await seeker.go(`/jobs/${welder.post}`);
    await seeker.page.getByRole("button", { name: "我愿意去" }).click();
    await seeker.page.waitForURL(/\/me\/placements\//);
    await seeker.close();
    await as("boss-t", async ({ page, go }) => {
      await go("/employer/placements");
      await page.getByRole("button", { name: "确认到岗" }).click();
      await page.waitForLoadState();
    });
    expect(await deps.db.placementEvent.count({ where: { personId: welder.id, kind: "ON_THE_JOB" } })).toBe(1);

    const [from, to] = [`${yearOf(today)}-01-01`, `${yearOf(today) + 1}-01-01`];
    const events = (await deps.db.trainingEvent.findMany()).map((event) => ({ ...event, happenedOn: toDay(event.happenedOn), help: openHelp(deps, event.id, event) }));
    expect(await readTrainingFigure(deps.pool, "140000", from, to)).toEqual(countTrainings(events, from, to));
    expect(events.filter((event) => event.personId === welder.id).map((event) => event.kind)).toEqual(["APPLIED", "PLACED", "PASSED"]);
  });
});
