import fc from "fast-check";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookDays } from "#app/data/person-days.server.ts";
import { readAttendance } from "#app/data/read-models/welfare-attendance.server.ts";
import { readWelfareCase } from "#app/data/read-models/welfare-case.server.ts";
import { readEnds } from "#app/data/read-models/welfare-ends.server.ts";
import { readPersonDays } from "#app/data/read-models/person-days-page.server.ts";
import { readSheet } from "#app/data/read-models/welfare-sheets.server.ts";
import { addDays, addMonths } from "#app/domain/dates.ts";
import type { DaySource } from "#app/domain/days/person-day.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { openBankFile } from "#app/usecases/welfare/bank-file.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { reportDays, reportPay } from "#app/usecases/placements/report-pay.server.ts";
import { deletePerson } from "#app/usecases/privacy/delete-person.server.ts";
import { applyForWelfare } from "#app/usecases/welfare/apply.server.ts";
import { proposeExits } from "#app/usecases/welfare/propose-exits.server.ts";
import { saveAttendance } from "#app/usecases/welfare/save-attendance.server.ts";
import { setCaseAccount } from "#app/usecases/bank-accounts/set-case-account.server.ts";
import { setOwnAccount } from "#app/usecases/bank-accounts/set-own-account.server.ts";
import { setWelfareFund } from "#app/usecases/welfare/set-fund.server.ts";
import { closeWelfarePost, setWelfarePost } from "#app/usecases/welfare/set-post.server.ts";
import { setWelfareQuota } from "#app/usecases/welfare/set-quota.server.ts";
import { approveSheet, prepareSheet, settleSheet } from "#app/usecases/welfare/sheets.server.ts";
import { takeWelfareStep, withdrawApplication } from "#app/usecases/welfare/take-step.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TOWN = "141124100";
let VILLAGE = "";
let NEIGHBOUR = "";
const TODAY = "2026-11-05";
let services: TestServices;
let make: Factory;
const ids = { county: "", second: "", town: "", agent: "" };
const actor = (role: Actor["role"], regionCode: string | null, userId: string | null = null, more: Partial<Actor> = {}): Actor => ({ userId, role, regionCode, personId: null, employerId: null, purpose: "test", ...more });
const county = () => actor("OFFICER", "141124", ids.county);
const second = () => actor("OFFICER", "141124", ids.second);
const town = () => actor("OFFICER", TOWN, ids.town);
const agent = () => actor("AGENT", TOWN, ids.agent);
const seeker = (personId: string) => actor("SEEKER", null, null, { personId });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0] as T[];

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock(`${TODAY}T02:00:00Z`) });
  make = createFactory(services, 92);
  await loadReference(services);
  [VILLAGE, NEIGHBOUR] = (await services.db.region.findMany({ where: { parentCode: TOWN }, orderBy: { code: "asc" }, take: 2 })).map((one) => one.code) as [string, string];
  for (const [key, role, regionCode] of [["county", "OFFICER", "141124"], ["second", "OFFICER", "141124"], ["town", "OFFICER", TOWN], ["agent", "AGENT", TOWN]] as const) ids[key] = (await make.user({ role, regionCode })).id;
});
afterAll(() => services.close());

let funds = 0;
async function quotaOf(posts: number, more: Record<string, unknown> = {}, amountYuan = 1_000_000): Promise<string> {
  const fund = must(await setWelfareFund(services, county(), { countyCode: "141124", fundSource: `就业补助资金${(funds += 1)}`, year: "2026", amountYuan: String(amountYuan) }));
  return must(await setWelfareQuota(services, county(), { fundId: fund.fundId, regionCode: VILLAGE, kind: "GENERAL", posts: String(posts), monthlyYuan: "1000", hoursPerDay: "4", daysPerMonth: "22", ...more })).quotaId;
}
async function termsOf(quotaId: string) {
  const { fundId, regionCode, kind } = await services.db.welfareQuota.findUniqueOrThrow({ where: { id: quotaId } });
  return { fundId, regionCode, kind, monthlyYuan: "1000", hoursPerDay: "4", daysPerMonth: "22" };
}
const postFrom = (quotaId: string, openings: number, more: Record<string, unknown> = {}) =>
  setWelfarePost(services, town(), { quotaId, entryKey: services.newId(), title: "村级保洁员", need: "村里两条主街每天清扫，缺两个人手。", openings: String(openings), noticeFrom: addDays(TODAY, -20), noticeUntil: addDays(TODAY, -10), ...more });
const openPost = async (openings = 1, more: Record<string, unknown> = {}) => must(await postFrom(await quotaOf(Math.max(2, openings)), openings, more)).postId;
const villager = (more: Parameters<Factory["person"]>[0] = {}) => make.person({ homeCountyCode: "141124", homeRegionCode: VILLAGE, age: 50, categories: ["POVERTY_LIFTED"], ...more });
const apply = async (postId: string, personId: string, more: Record<string, unknown> = {}) => applyForWelfare(services, seeker(personId), { postId, kin: "NO", ...more });
const step = async (who: Actor, caseId: string, act: string, more: Record<string, unknown> = {}) => takeWelfareStep(services, who, { caseId, act, version: String((await services.db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).version), ...more });
const review = { minutesRef: "村民代表会〔2026〕9号", publicFrom: addDays(TODAY, -8), publicUntil: addDays(TODAY, -2) };
const contract = { number: "合同2026-001", validFrom: "2026-10-01", validUntil: "2027-10-01", insurer: "人保财险", policyNo: "PDAA2026001", insuredFrom: "2026-10-01", insuredUntil: "2027-10-01" };
async function checkedCase(postId: string, personId: string): Promise<string> {
  const { caseId } = must(await apply(postId, personId));
  must(await step(agent(), caseId, "REVIEW", review));
  must(await step(town(), caseId, "CHECK"));
  return caseId;
}
async function inPost(more: Record<string, unknown> = {}, personId?: string): Promise<{ caseId: string; personId: string; postId: string }> {
  const person = personId ?? (await villager()).id;
  const postId = await openPost();
  const caseId = await checkedCase(postId, person);
  must(await step(county(), caseId, "SIGN", { ...contract, ...more }));
  return { caseId, personId: person, postId };
}
const attend = (caseId: string, month: string, count: string, version = "0") => saveAttendance(services, agent(), { village: VILLAGE, month, rows: [{ caseId, version, count }] });

describe("a quota", () => {
  it("is held by its fund: two officers cannot promise the same money, and the fund never falls below what is promised", async () => {
    const { fundId } = must(await setWelfareFund(services, county(), { countyCode: "141124", fundSource: "村级光伏电站收益", year: "2026", amountYuan: "30000" }));
    const set = (regionCode: string) => setWelfareQuota(services, county(), { fundId, regionCode, kind: "PV_STATION", posts: "2", monthlyYuan: "1000", hoursPerDay: "4", daysPerMonth: "22" });
    const both = await Promise.all([set(VILLAGE), set(NEIGHBOUR)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(["over-fund"]);
    expect(codes(await setWelfareFund(services, county(), { countyCode: "141124", fundSource: "村级光伏电站收益", year: "2026", amountYuan: "20000", version: "0" }))).toEqual(["fund-below-promised"]);
    expect(codes(await setWelfareFund(services, town(), { countyCode: "141124", fundSource: "别的", year: "2026", amountYuan: "20000" }))).toEqual(["not-your-region"]);
    await expect(services.pool.query("UPDATE welfare_fund SET committedFen = amountFen + 1 WHERE id = ?", [fundId])).rejects.toThrow(/welfare_fund_amount_check/);
  });

  it("pays no less than half the minimum wage and asks for work that matches", async () => {
    await expect(quotaOf(2, { monthlyYuan: "800" })).rejects.toThrow(/welfare-pay-floor/);
    await expect(quotaOf(2, { hoursPerDay: "1", daysPerMonth: "5" })).rejects.toThrow(/welfare-workload/);
  });

  it("is not overwritten unseen: what stands is told first, and the second of two officers is told too", async () => {
    const quotaId = await quotaOf(2);
    const terms = await termsOf(quotaId);
    expect((await setWelfareQuota(services, county(), { ...terms, posts: "2" })).ok).toBe(true);
    expect(await setWelfareQuota(services, second(), { ...terms, posts: "4" })).toMatchObject({ problems: [{ code: "quota-stands", params: { posts: 2, taken: 0, yuan: "1000.00", version: 0 } }] });
    const both = await Promise.all(["4", "5"].map((posts) => setWelfareQuota(services, second(), { ...terms, posts, version: "0" })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const fund = await services.db.welfareFund.findUniqueOrThrow({ where: { id: terms.fundId } });
    const { posts } = await services.db.welfareQuota.findUniqueOrThrow({ where: { id: quotaId } });
    expect(fund.committedFen).toBe(BigInt(posts) * 1_200_000n);
    expect(codes(await setWelfareFund(services, second(), { countyCode: "141124", fundSource: fund.fundSource, year: "2026", amountYuan: "900000.50" }))).toEqual(["fund-stands"]);
    must(await setWelfareFund(services, second(), { countyCode: "141124", fundSource: fund.fundSource, year: "2026", amountYuan: "900000.50", version: String(fund.version) }));
    expect((await services.db.welfareFund.findUniqueOrThrow({ where: { id: fund.id } })).amountFen).toBe(90_000_050n);
  });

  it("gives back an opening of a closed post once, however closing and leaving race", async () => {
    const quotaId = await quotaOf(6);
    const { postId } = must(await postFrom(quotaId, 6));
    const held: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      held.push(await checkedCase(postId, (await villager()).id));
      must(await step(county(), held[n]!, "SIGN", contract));
    }
    await Promise.all([closeWelfarePost(services, town(), { postId }), ...held.map((caseId) => step(town(), caseId, "END", { endedOn: TODAY, reason: "转去市场岗位" }))]);
    await closeWelfarePost(services, town(), { postId });
    expect((await services.db.welfareQuota.findUniqueOrThrow({ where: { id: quotaId } })).taken).toBe(0);
  });

  it("is never exceeded by posts, in a race or by hand", async () => {
    const quotaId = await quotaOf(3);
    const both = await Promise.all([postFrom(quotaId, 2), postFrom(quotaId, 2)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(["quota-full"]);
    expect((await services.db.welfareQuota.findUniqueOrThrow({ where: { id: quotaId } })).taken).toBe(2);
    await expect(services.pool.query("UPDATE welfare_quota SET taken = 4 WHERE id = ?", [quotaId])).rejects.toThrow(/welfare_quota_taken_check/);
    expect(codes(await setWelfareQuota(services, county(), { ...(await termsOf(quotaId)), posts: "3", daysPerMonth: "26", version: "0" }))).toEqual(["quota-terms-stand"]);
    expect(codes(await setWelfareQuota(services, county(), { ...(await termsOf(quotaId)), posts: "1", version: "0" }))).toEqual(["quota-below-set"]);
    const open = both.find((one) => one.ok)!;
    must(await closeWelfarePost(services, town(), { postId: must(open).postId }));
    expect((await services.db.welfareQuota.findUniqueOrThrow({ where: { id: quotaId } })).taken).toBe(0);
    expect(codes(await postFrom(quotaId, 1, { noticeUntil: addDays(TODAY, -15) }))).toEqual(["notice-short"]);
  });
});

describe("an application", () => {
  it("waits for the notice to end, fits by age and category, and is one at a time by a key of the database", async () => {
    const early = must(await postFrom(await quotaOf(2), 1, { noticeFrom: TODAY, noticeUntil: addDays(TODAY, 7) })).postId;
    const { id } = await villager();
    expect(codes(await apply(early, id))).toEqual(["notice-not-over"]);
    const postId = await openPost(2);
    expect(codes(await apply(postId, (await villager({ categories: [] })).id))).toEqual(["welfare-category"]);
    expect(codes(await apply(postId, (await villager({ age: 63 })).id))).toEqual(["welfare-age-above"]);
    const other = await openPost(2);
    const both = await Promise.all([apply(postId, id), apply(other, id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(["welfare-double"]);
    expect(codes(await acceptPost(services, seeker(id), { postId: other }))).toEqual(["welfare-apply"]);
  });

  it("is asked about a second post in the household, kin of cadres and a job elsewhere, and keeps the answers", async () => {
    const household = await make.household(VILLAGE);
    const [first, next] = [await villager({ householdId: household }), await villager({ householdId: household, wish: { occupationCodes: ["6-18-02-04"] } })];
    const postId = await openPost(3);
    must(await apply(postId, first.id));
    const jobPost = await make.post({ title: "电焊工" });
    must(await acceptPost(services, seeker(next.id), { postId: jobPost }));
    expect(codes(await apply(postId, next.id, { kin: "SPOUSE", cadreName: "王村长" }))).toEqual(["welfare-ask-household", "welfare-ask-kin", "welfare-ask-away"]);
    const { caseId } = must(await apply(postId, next.id, { kin: "SPOUSE", cadreName: "王村长", household: "父亲年老，缺收入", kinSays: "村会上已回避", away: "工地月底就完工" }));
    const view = (await readWelfareCase(services, agent(), caseId))!;
    expect(view.answers.map((one) => [one.code, one.answer])).toEqual([["household", "父亲年老，缺收入"], ["kin", "村会上已回避"], ["away", "工地月底就完工"]]);
    expect(view.kin).toEqual([{ relation: "SPOUSE", cadreMasked: "王**" }]);
    expect((await rows<{ cadreEnc: string }>("SELECT cadreEnc FROM cadre_kin WHERE personId = ?", [next.id]))[0]!.cadreEnc).not.toContain("王村长");
    must(await step(agent(), caseId, "REVIEW", review));
    must(await step(town(), caseId, "CHECK"));
    expect(codes(await step(county(), caseId, "SIGN", contract))).toEqual(["welfare-still-placed"]);
  });

  it("is made by an agent only with the person's consent, by an officer with a receipt, and taken back by the person", async () => {
    const { id } = await villager();
    const postId = await openPost(2);
    expect(codes(await applyForWelfare(services, agent(), { postId, personId: id, kin: "NO" }))).toEqual(["consent-needed"]);
    const { caseId } = must(await applyForWelfare(services, town(), { postId, personId: id, kin: "NO" }));
    expect(await services.db.receipt.count({ where: { personId: id, act: "apply-for-welfare" } })).toBe(1);
    must(await withdrawApplication(services, seeker(id), { caseId, version: "1" }));
    expect(await services.db.welfareCase.findUnique({ where: { id: caseId }, select: { state: true, openKey: true } })).toEqual({ state: "WITHDRAWN", openKey: null });
    must(await apply(postId, id));
  });
});

describe("the steps", () => {
  it("go from village to township to county, each by its own, and say whose turn it is", async () => {
    const { id } = await villager();
    const { caseId } = must(await apply(await openPost(), id));
    expect(codes(await step(town(), caseId, "CHECK"))).toEqual(["welfare-now-APPLIED"]);
    expect(codes(await step(town(), caseId, "REVIEW", review))).toEqual(["welfare-by-VILLAGE"]);
    expect(codes(await step(agent(), caseId, "REVIEW", { ...review, minutesRef: "" }))).toEqual(["minutes-needed"]);
    expect(codes(await step(agent(), caseId, "REVIEW", { ...review, publicUntil: addDays(TODAY, -5) }))).toEqual(["publicity-short"]);
    must(await step(agent(), caseId, "REVIEW", { ...review, publicFrom: TODAY, publicUntil: addDays(TODAY, 5) }));
    expect(codes(await step(town(), caseId, "CHECK"))).toEqual(["publicity-not-over"]);
    must(await step(town(), caseId, "RETURN", { reason: "纪要缺签名" }));
    must(await step(agent(), caseId, "REVIEW", review));
    must(await step(town(), caseId, "CHECK"));
    expect(codes(await step(county(), caseId, "SIGN", { ...contract, insurer: "" }))).toEqual(["insurer-needed"]);
    expect(codes(await step(county(), caseId, "SIGN", { ...contract, insuredFrom: "2026-10-05" }))).toEqual(["insurance-late"]);
    must(await step(county(), caseId, "SIGN", contract));
    const view = (await readWelfareCase(services, county(), caseId))!;
    expect(view.events.map((one) => [one.act, one.role])).toEqual([["APPLY", "SEEKER"], ["REVIEW", "AGENT"], ["RETURN", "OFFICER"], ["REVIEW", "AGENT"], ["CHECK", "OFFICER"], ["SIGN", "OFFICER"]]);
    expect(view.ageAtApproval).toBe(50);
    expect(await services.db.placement.findUnique({ where: { id: view.placementId! }, select: { activeKey: true, stream: true } })).toEqual({ activeKey: id, stream: "WELFARE" });
    expect(await readWelfareCase(services, actor("OFFICER", "140222"), caseId)).toBeNull();
    expect(codes(await step(actor("OFFICER", "140222"), caseId, "END", {}))).toEqual(["not-found"]);
  });

  it("let one of two contracts take the last opening, and one of two officers take a step", async () => {
    const postId = await openPost(1);
    const cases = await Promise.all([checkedCase(postId, (await villager()).id), checkedCase(postId, (await villager()).id)]);
    const both = await Promise.all(cases.map((caseId) => step(county(), caseId, "SIGN", contract)));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(["reason:no-opening-left"]);
    const loser = cases[both.findIndex((one) => !one.ok)]!;
    const twice = await Promise.all([step(county(), loser, "REFUSE", { reason: "名额已满" }), step(second(), loser, "RETURN", { reason: "再等等" })]);
    expect(twice.filter((one) => one.ok)).toHaveLength(1);
    expect(twice.flatMap(codes)).toEqual(["changed-meanwhile"]);
  });

  it("end in the ledger, and the opening is free again", async () => {
    const { caseId, postId, personId } = await inPost();
    expect(codes(await step(town(), caseId, "END", { endedOn: TODAY, reason: "" }))).toEqual(["reason-required"]);
    must(await attend(caseId, "2026-10", "20"));
    expect(codes(await step(town(), caseId, "END", { endedOn: "2026-10-05", reason: "转去市场岗位" }))).toEqual(["worked-after-end"]);
    expect(codes(await step(county(), caseId, "MOVE_END", { validUntil: "2027-09-01", reason: "错开到期" }))).toEqual(["range-backwards"]);
    must(await step(town(), caseId, "END", { endedOn: TODAY, reason: "转去市场岗位" }));
    const of = await services.db.welfareCase.findUniqueOrThrow({ where: { id: caseId }, include: { placement: { include: { events: { orderBy: { seq: "asc" } } } }, post: true } });
    expect(of.placement!.events.map((one) => one.kind)).toEqual(["OFFERED", "ACCEPTED", "ON_THE_JOB", "ENDED"]);
    expect([of.openKey, of.placement!.activeKey, of.post.filled, postId]).toEqual([null, null, 0, of.postId]);
    expect(codes(await deletePerson(services, seeker(personId), { understood: "on" }))).toEqual(["subsidy-owed"]);
  });
});

describe("attendance", () => {
  it("books days, refuses thirty in a February, and says what stands where a day is taken", async () => {
    const { caseId, personId } = await inPost({ validFrom: "2026-02-01", validUntil: "2027-01-01", insuredFrom: "2026-02-01", insuredUntil: "2027-02-01" });
    expect(codes(await attend(caseId, "2026-02", "30"))).toEqual(["days-not-there"]);
    must(await attend(caseId, "2026-02", "20"));
    expect(codes(await attend(caseId, "2026-02", "21"))).toEqual(["changed-meanwhile"]);
    must(await attend(caseId, "2026-02", "21", "1"));
    expect(await services.db.personDay.count({ where: { personId, takenBackAt: null, source: "WELFARE" } })).toBe(21);
    expect(codes(await attend(caseId, "2026-12", "1"))).toEqual(["month-to-come"]);
    await services.db.$transaction((tx) => bookDays(services, tx, [{ personId, source: "WORKFARE", refId: services.newId(), lines: [{ day: "2026-03-02", minutes: 960 }] }], { asOf: TODAY, fullMinutes: 360, mostMinutes: 960 }, null));
    const taken = await saveAttendance(services, agent(), { village: VILLAGE, month: "2026-03", rows: [{ caseId, version: "0", days: ["2", "3"] }] });
    expect(taken).toMatchObject({ ok: false, problems: [{ code: "day-overfull", field: `n-${caseId}`, params: { day: "2026-03-02" } }] });
    expect(await services.db.welfareAttendance.count({ where: { caseId, month: "2026-03" } })).toBe(0);
    expect((await readAttendance(services, VILLAGE, "2026-03")).find((one) => one.caseId === caseId)!.elsewhere).toEqual([{ day: 2, source: "WORKFARE" }]);
    expect(codes(await saveAttendance(services, actor("AGENT", "141124101"), { village: VILLAGE, month: "2026-03", rows: [{ caseId, version: "0", count: "3" }] }))).toEqual(["not-found"]);
  });

  it("of a job is laid on free days within the time there, as the person or the employer says", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, title: "装配工" });
    const { id } = await make.person({ homeCountyCode: "141124", age: 35, wish: { occupationCodes: ["6-18-02-04"] } });
    const { placementId } = must(await acceptPost(services, seeker(id), { postId }));
    await services.pool.query("UPDATE placement_event SET happenedOn = '2026-10-12' WHERE placementId = ?", [placementId]);
    must(await recordPlacementEvent(services, seeker(id), { placementId, kind: "ON_THE_JOB", happenedOn: "2026-10-12" }));
    expect(codes(await reportPay(services, seeker(id), { placementId, month: "2026-10", monthlyYuan: "5000", days: "21" }))).toEqual(["month-too-short"]);
    expect(await services.db.payReport.count({ where: { placementId } })).toBe(0);
    must(await reportPay(services, seeker(id), { placementId, month: "2026-10", monthlyYuan: "5000", days: "14" }));
    must(await reportDays(services, actor("EMPLOYER", null, null, { employerId }), { placementId, month: "2026-10", days: "15" }));
    const view = (await readPersonDays(services, seeker(id), id, "2026-10"))!;
    expect(view.days).toHaveLength(15);
    expect(view.days.every((one) => one.source === "JOB" && one.day >= "2026-10-12")).toBe(true);
    await services.db.$transaction((tx) => bookDays(services, tx, [{ personId: id, source: "WORKFARE", refId: services.newId(), lines: ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"].map((day) => ({ day, minutes: 480 })) }], { asOf: TODAY, fullMinutes: 360, mostMinutes: 960 }, null));
    expect(codes(await reportPay(services, seeker(id), { placementId, month: "2026-11", monthlyYuan: "5000", days: "3" }))).toEqual(["days-taken-WORKFARE"]);
    expect(await readPersonDays(services, seeker((await villager()).id), id, null)).toBeNull();
    expect(await readPersonDays(services, actor("OFFICER", "140222"), id, null)).toBeNull();
  });

  it("whatever histories of posts, workfare and jobs race, nobody has two paid full days at once nor more than a day holds", async () => {
    const line = fc.record({ day: fc.integer({ min: 0, max: 6 }), minutes: fc.constantFrom(180, 240, 480) });
    const sheet = fc.record({ source: fc.constantFrom<DaySource>("WELFARE", "RANGER", "PV", "WORKFARE", "JOB"), ref: fc.integer({ min: 0, max: 3 }), lines: fc.uniqueArray(line, { selector: (one) => one.day, minLength: 1, maxLength: 4 }) });
    await fc.assert(fc.asyncProperty(fc.array(sheet, { minLength: 2, maxLength: 8 }), async (sheets) => {
      const { id: personId } = await make.person({ wish: false });
      const refs = Array.from({ length: 4 }, () => services.newId());
      await Promise.all(sheets.map((one) => services.db.$transaction((tx) => bookDays(services, tx, [{ personId, source: one.source, refId: refs[one.ref]!, lines: one.lines.map(({ day, minutes }) => ({ day: addDays("2026-03-02", day), minutes })) }], { asOf: TODAY, fullMinutes: 360, mostMinutes: 960 }, null), { maxWait: 60_000, timeout: 60_000 })));
      const [over] = await rows<{ n: number }>("SELECT COUNT(*) AS n FROM (SELECT day FROM person_day WHERE personId = ? AND takenBackAt IS NULL GROUP BY day HAVING SUM(minutes >= 360) > 1 OR SUM(minutes) > 960) AS wrong", [personId]);
      expect(over!.n).toBe(0);
    }), { numRuns: 15 });
  });
});

describe("the subsidy sheet", () => {
  const prepare = (month: string, who = town()) => prepareSheet(services, who, { town: TOWN, month });
  const versionOf = async (sheetId: string) => String((await services.db.welfareSheet.findUniqueOrThrow({ where: { id: sheetId } })).version);
  async function settled(sheetId: string, answer = ""): Promise<void> {
    must(await approveSheet(services, county(), { sheetId, version: await versionOf(sheetId) }));
    must(await openBankFile(services, county(), { sheetId, purpose: "发放补贴" }));
    must(await settleSheet(services, county(), { sheetId, version: await versionOf(sheetId), answer, sure: "on" }));
  }

  it("is computed from attendance, approved by a second person, opened for the bank, and what is late or failed comes on the next one", async () => {
    await services.pool.query("DELETE FROM welfare_attendance");
    const whole = await inPost({ validFrom: "2026-08-01", validUntil: "2026-10-01", insuredFrom: "2026-08-01", insuredUntil: "2027-12-01" });
    const uninsured = await inPost({ validFrom: "2026-08-01", validUntil: "2027-08-01", insuredFrom: "2026-08-01", insuredUntil: "2026-08-20" });
    const account = { bankName: "临县农商行", account: "6228 4804 0256 4890 018", ownName: "on" };
    expect(codes(await setCaseAccount(services, town(), { caseId: whole.caseId, ...account, ownName: undefined }))).toEqual(["account-their-name"]);
    expect(codes(await setCaseAccount(services, town(), { caseId: whole.caseId, ...account, account: "6228480402564890019" }))).toEqual(["account-check"]);
    expect(codes(await setCaseAccount(services, actor("OFFICER", "140222"), { caseId: whole.caseId, ...account }))).toEqual(["not-found"]);
    must(await setCaseAccount(services, town(), { caseId: whole.caseId, ...account }));
    expect(codes(await setCaseAccount(services, town(), { caseId: whole.caseId, ...account, account: "6228480402564890018" })), "the account has changed since this officer looked").toEqual(["changed-meanwhile-shown"]);
    must(await setOwnAccount(services, seeker(uninsured.personId), { ...account, account: "0401 0100 0123 4500 1" }));
    expect(await services.db.notice.count({ where: { personId: { in: [whole.personId, uninsured.personId] }, kind: "welfare-account" } })).toBe(1);
    must(await attend(whole.caseId, "2026-08", "22"));
    must(await attend(uninsured.caseId, "2026-08", "21"));
    const { sheetId } = must(await prepare("2026-08"));
    const august = (await readSheet(services, county(), sheetId))!;
    const line = (view: typeof august, caseId: string, month: string) => view.lines.find((one) => one.caseId === caseId && one.month === month);
    expect(line(august, whole.caseId, "2026-08")).toMatchObject({ amountFen: 100_000, reasons: ["full"] });
    expect(line(august, uninsured.caseId, "2026-08")).toMatchObject({ amountFen: 0, reasons: ["not-insured"] });
    expect(codes(await openBankFile(services, county(), { sheetId, purpose: "发放补贴" }))).toEqual(["sheet-not-approved"]);
    expect(codes(await approveSheet(services, town(), { sheetId, version: "1" }))).toEqual(["welfare-by-COUNTY"]);
    const own = must(await prepare("2026-08", county()));
    expect(codes(await approveSheet(services, county(), { sheetId: own.sheetId, version: await versionOf(sheetId) }))).toEqual(["second-person"]);
    const race = await Promise.all([approveSheet(services, second(), { sheetId, version: await versionOf(sheetId) }), approveSheet(services, second(), { sheetId, version: await versionOf(sheetId) })]);
    expect(race.filter((one) => one.ok)).toHaveLength(1);
    const file = must(await openBankFile(services, county(), { sheetId, purpose: "八月补贴发放" }));
    expect(file.rows).toMatchObject([{ account: "6228480402564890018", amountFen: 100_000 }]);
    expect(await rows("SELECT purpose FROM audit_entry WHERE action = 'open-bank-file' AND outcome = 'ok' ORDER BY at DESC LIMIT 1")).toEqual([{ purpose: "pay:welfare:八月补贴发放" }]);
    expect((await rows<{ accountEnc: string }>("SELECT accountEnc FROM bank_account WHERE personId = ?", [whole.personId]))[0]!.accountEnc).not.toContain("6228");
    expect(codes(await settleSheet(services, county(), { sheetId, version: await versionOf(sheetId), answer: "99 不存在", sure: "on" }))).toEqual(["answer-number"]);
    must(await settleSheet(services, county(), { sheetId, version: await versionOf(sheetId), answer: `${file.rows[0]!.nr},失败,户名不符`, sure: "on" }));

    // insured after all, the transfer failed, and the contract ran out without a renewal
    must(await step(town(), uninsured.caseId, "INSURE", { insurer: "人保财险", policyNo: "补2026", insuredFrom: "2026-08-20", insuredUntil: "2027-08-20" }));
    must(await attend(whole.caseId, "2026-09", "22"));
    must(await attend(uninsured.caseId, "2026-09", "11"));
    const september = must(await prepare("2026-09")).sheetId;
    const view = (await readSheet(services, county(), september))!;
    expect(line(view, whole.caseId, "2026-08")).toMatchObject({ amountFen: 100_000, supplement: true });
    expect(line(view, uninsured.caseId, "2026-08")).toMatchObject({ amountFen: Math.round((100_000 * 21) / 22), supplement: true });
    expect(line(view, uninsured.caseId, "2026-09")).toMatchObject({ amountFen: 50_000 });
    expect(codes(await prepare("2026-10"))).toEqual(["earlier-sheet-open"]);
    must(await attend(uninsured.caseId, "2026-09", "10", "1"));
    expect(codes(await approveSheet(services, county(), { sheetId: september, version: await versionOf(september) }))).toEqual(["sheet-is-stale"]);
    must(await prepare("2026-09"));
    await settled(september);

    must(await attend(whole.caseId, "2026-10", "22"));
    const october = must(await prepare("2026-10")).sheetId;
    expect(line((await readSheet(services, county(), october))!, whole.caseId, "2026-10")).toMatchObject({ amountFen: 0, reasons: ["outside-contract"] });
    await settled(october);
    expect(codes(await step(county(), whole.caseId, "MOVE_END", { validUntil: "2026-12-01", reason: "错开到期" }))).toEqual(["contract-is-over"]);
    must(await step(county(), whole.caseId, "RENEW", { number: "续2026-002", validUntil: "2027-10-01" }));
    must(await attend(whole.caseId, "2026-11", "3"));
    const november = must(await prepare("2026-11")).sheetId;
    const last = (await readSheet(services, county(), november))!;
    expect(line(last, whole.caseId, "2026-10")).toMatchObject({ amountFen: 100_000, supplement: true });
    expect(last.totalFen).toBe(last.lines.reduce((sum, one) => sum + one.amountFen, 0));
    const [paid] = await rows<{ fen: number }>("SELECT SUM(amountFen) AS fen FROM welfare_pay WHERE caseId = ? AND result <> 'FAILED'", [whole.caseId]);
    expect(Number(paid!.fen)).toBe(300_000 + Math.round((100_000 * 3) / 22));
    expect(await readSheet(services, actor("OFFICER", "140222"), november)).toBeNull();
  });
});

describe("the way out", () => {
  it("is proposed once for each mark by the clock, and the plan is kept", async () => {
    const { caseId, personId } = await inPost({ validFrom: "2026-01-15", validUntil: "2027-01-10", insuredFrom: "2026-01-15", insuredUntil: "2027-02-01" });
    expect(await proposeExits(services)).toBeGreaterThan(0);
    expect(await proposeExits(services)).toBe(0);
    expect((await services.db.welfarePlan.findMany({ where: { caseId } })).map((one) => one.mark)).toEqual([90]);
    expect(await services.db.notice.count({ where: { personId, kind: "welfare-ending" } })).toBe(1);
    expect(codes(await step(town(), caseId, "PLAN", {}))).toEqual(["plan-needed"]);
    must(await step(town(), caseId, "PLAN", { choice: "MARKET", reason: "去县里保安公司" }));
    expect((await readWelfareCase(services, county(), caseId))!.plans[0]).toMatchObject({ choice: "MARKET", note: "去县里保安公司" });
  });

  it("is levelled: a village does not lose more than the most in a month, by ends put off within the term", async () => {
    const three = await Promise.all(Array.from({ length: 3 }, () => inPost({ validFrom: "2026-05-15", validUntil: "2027-05-10", insuredFrom: "2026-05-15", insuredUntil: "2027-06-01" })));
    const before = await readEnds(services, county());
    const move = before.lines.find((one) => three.some(({ caseId }) => caseId === one.caseId) && one.to !== null)!;
    expect(move.to).toBe(addMonths(move.until, 1));
    must(await takeWelfareStep(services, county(), { caseId: move.caseId, version: String(move.version), act: "MOVE_END", validUntil: move.to, reason: "错开到期" }));
    const after = await readEnds(services, county());
    for (const village of after.villages) for (const [at, n] of village.levelled.entries()) expect(n).toBeLessThanOrEqual(Math.max(after.most, village.ends[at]!));
    expect(codes(await step(county(), move.caseId, "RENEW", { number: "续2026", validUntil: "2030-01-01" }))).toEqual(["term-too-long"]);
  });
});
