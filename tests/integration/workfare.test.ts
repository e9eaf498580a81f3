import { randomUUID } from "node:crypto";
import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { readRollPage, readMyProjects, takeRolls } from "#app/data/read-models/muster-pages.server.ts";
import { readMyWorkfare } from "#app/data/read-models/my-workfare.server.ts";
import { readSheetPage } from "#app/data/read-models/pay-sheet-page.server.ts";
import { readProjects } from "#app/data/read-models/workfare-list.server.ts";
import { readProjectPage } from "#app/data/read-models/workfare-project.server.ts";
import { bookDays } from "#app/data/person-days.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { dayPayFen } from "#app/domain/workfare/pay.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { deletePerson } from "#app/usecases/privacy/delete-person.server.ts";
import { awardProject } from "#app/usecases/workfare/award-project.server.ts";
import { makeBankFile } from "#app/usecases/workfare/bank-file.server.ts";
import { closeRoll, signRoll } from "#app/usecases/workfare/close-roll.server.ts";
import { enterDays } from "#app/usecases/workfare/enter-days.server.ts";
import { findLocalWorkers, inviteLocalWorker, openWorkfarePost } from "#app/usecases/workfare/hire-locally.server.ts";
import { addMember, setMemberPart } from "#app/usecases/workfare/keep-crew.server.ts";
import { openRoll } from "#app/usecases/workfare/open-roll.server.ts";
import { disputeWage, setMemberAccount, setOwnAccount } from "#app/usecases/workfare/own-wage.server.ts";
import { recordPayResults } from "#app/usecases/workfare/pay-results.server.ts";
import { approvePaySheet, discardPaySheet, makePaySheet } from "#app/usecases/workfare/pay-sheets.server.ts";
import { openRollNames } from "#app/usecases/workfare/print-roll.server.ts";
import { recordProgress, saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TOWN = "141124100";
const WORK = "6-29-02-04";
const clock = fixedClock("2026-03-20T02:00:00Z");
let services: TestServices;
let make: Factory;
let county: Actor;
let checker: Actor;
let agent: Actor;
let made = 0;

const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));
function must<T>(result: { ok: true; value: T } | { ok: false; problems: unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
async function user(role: Actor["role"], more: { regionCode?: string; personId?: string }): Promise<Actor> {
  const { id } = await make.user({ role, ...more });
  return as(role, { userId: id, regionCode: more.regionCode ?? null, personId: more.personId ?? null });
}

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 97);
  [county, checker, agent] = await Promise.all([user("OFFICER", { regionCode: "141124" }), user("OFFICER", { regionCode: "141124" }), user("AGENT", { regionCode: TOWN })]);
});
afterAll(() => services?.close());
beforeEach(() => clock.set("2026-03-20T02:00:00Z"));

const projectInput = (change: Record<string, unknown> = {}) => ({
  name: `临泉镇护坡以工代赈项目${(made += 1)}`, kind: "FUNDED", approvedOn: "2026-01-10", approvalRef: `测试批复 ${made} 号`, startsOn: "2026-03-02", lastOn: "2026-05-31", labourSharePct: "32", hoursPerDay: "8", dayRateYuan: "150.50",
  funds: { CENTRAL_BUDGET: "200000", CENTRAL_BRIDGING: "100000", PROVINCIAL: "", LOCAL: "" }, places: [TOWN], ...change,
});
const register = async (change: Record<string, unknown> = {}) => must(await saveProject(services, county, projectInput(change))).projectId;
async function awarded(change: Record<string, unknown> = {}) {
  const projectId = await register(change);
  must(await awardProject(services, county, { projectId, kind: "NEGOTIATED", teamName: "临泉镇专业工队", specialTeam: "on", teamSize: "5", teamLocal: "5", amountYuan: "280000", awardedOn: "2026-02-01", documentRef: "会议纪要 3 号", reason: "小型工程" }));
  return projectId;
}
async function member(projectId: string, part = "WORKER", account?: string) {
  const person = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 45, wish: false });
  must(await addMember(services, county, { projectId, name: person.name, idNumber: person.idNumber, part, fromOn: "2026-03-02" }));
  if (account) await services.db.$transaction((tx) => saveBankAccount(services, tx, { personId: person.id, account, bankName: "农信社", holderIsPerson: true, recordedBy: null }));
  return person.id;
}
const line = (personId: string, day: string, quarters = 4, rateFen = 15_050) => ({ personId, day, quarters, rateFen });
const enter = (rollId: string, lines: ReturnType<typeof line>[], more: Record<string, unknown> = {}, by: Actor = county) => enterDays(services, by, { rollId, entryKey: randomUUID(), seen: 0, lines, ...more });
const seqOf = async (rollId: string) => (await services.db.musterRoll.findUniqueOrThrow({ where: { id: rollId } })).lastSeq;
const signPaper = async (rollId: string) => signRoll(services, county, { rollId, seen: await seqOf(rollId), how: "PAPER", sheetNo: "A-1" });
async function openWeek(projectId: string, fromOn = "2026-03-02", by: Actor = county) {
  return must(await openRoll(services, by, { projectId, fromOn, span: "WEEK" })).rollId;
}
async function closedWeek(projectId: string, lines: ReturnType<typeof line>[], fromOn = "2026-03-02") {
  const rollId = await openWeek(projectId, fromOn);
  must(await enter(rollId, lines));
  must(await signPaper(rollId));
  must(await closeRoll(services, county, { rollId }));
  return rollId;
}
const booked = async (personId: string) => services.db.personDay.findMany({ where: { personId, takenBackAt: null }, orderBy: { day: "asc" } });

describe("a project", () => {
  it("is registered with its fund lines, and its floor follows line, class and day of approval, with the rule", async () => {
    const id = await register();
    const view = (await readProjectPage(services, county, id))!;
    expect(view.floors.map(({ line: fund, pct, floorFen }) => [fund, pct, floorFen])).toEqual([["CENTRAL_BUDGET", 30, 6_000_000], ["CENTRAL_BRIDGING", 15, 1_500_000]]);
    expect(view.floorFen).toBe(7_500_000);
    expect(view.floors[0]!.rule?.documentNumber).toContain("58号");
    const promoted = await register({ kind: "PROMOTED", funds: { LOCAL: "500000" } });
    expect((await readProjectPage(services, county, promoted))!.floorFen).toBe(5_000_000);
  });

  it("is refused with what is wrong beside each field, and nothing is kept", async () => {
    const before = await services.db.workfareProject.count();
    expect(codes(await saveProject(services, county, projectInput({ lastOn: "2026-02-01" })))).toEqual(["days-order"]);
    expect(codes(await saveProject(services, county, projectInput({ places: ["141127100"] })))).toContain("not-your-region");
    expect(codes(await saveProject(services, county, projectInput({ funds: {} })))).toEqual(["funds-needed"]);
    expect(codes(await saveProject(services, county, projectInput({ funds: { LOCAL: "12.345" } })))).toEqual(["yuan-form"]);
    expect(codes(await saveProject(services, as("OFFICER", { regionCode: "141127" }), projectInput()))).toContain("not-your-region");
    expect(codes(await saveProject(services, agent, projectInput()))).toEqual(["forbidden"]);
    expect(await services.db.workfareProject.count()).toBe(before);
  });

  it("changed by two officers at once keeps the first, and tells the second", async () => {
    const id = await register();
    const both = await Promise.all([county, checker].map((officer, at) => saveProject(services, officer, projectInput({ projectId: id, version: 0, labourSharePct: String(33 + at) }))));
    expect(both.map(codes).flat()).toEqual(["changed-meanwhile-shown"]);
    expect(codes(await recordProgress(services, county, { projectId: id, version: 0, progressPct: "10" }))).toEqual(["changed-meanwhile-shown"]);
    expect(codes(await recordProgress(services, county, { projectId: id, version: 1, progressPct: "10" }))).toEqual([]);
  });

  it("does not exist for strangers: another county, another township's agent, an ordinary worker", async () => {
    const projectId = await awarded();
    const rollId = await openWeek(projectId);
    const worker = await member(projectId);
    for (const stranger of [as("OFFICER", { regionCode: "141127" }), as("AGENT", { regionCode: "141124101" }), as("SEEKER", { personId: worker })]) {
      expect(await readProjectPage(services, stranger, projectId)).toBeNull();
      expect(await readRollPage(services, stranger, rollId)).toBeNull();
      expect([...codes(await enter(rollId, [line(worker, "2026-03-02")], {}, stranger)), ...codes(await closeRoll(services, stranger, { rollId }))]).toEqual(["not-found", "not-found"]);
      expect(await readMyProjects(services, stranger)).toEqual([]);
    }
    expect((await readProjects(services, as("OFFICER", { regionCode: "141127" }))).map((one) => one.id)).not.toContain(projectId);
  });

  it("is awarded once, by a rule of its day; what was decided names that rule", async () => {
    const projectId = await register();
    const award = { projectId, kind: "NEGOTIATED", teamName: "临泉镇专业工队", amountYuan: "280000", awardedOn: "2026-02-01", documentRef: "会议纪要 3 号", reason: "小型工程" };
    expect(codes(await awardProject(services, county, { ...award, amountYuan: "300001" }))).toEqual(["award-above-funds"]);
    expect(codes(await awardProject(services, county, { ...award, reason: " " }))).toEqual(["award-reason-needed"]);
    const both = await Promise.all([county, checker].map((officer) => awardProject(services, officer, award)));
    expect(both.map(codes).flat()).toEqual(["awarded-already"]);
    expect((await readProjectPage(services, county, projectId))!.ground?.key).toBe("workfare.negotiated.small-works.yuan");
    const large = await register({ funds: { CENTRAL_BUDGET: "9000000" } });
    expect(codes(await awardProject(services, county, { ...award, projectId: large, amountYuan: "8000000" }))).toEqual(["negotiation-not-allowed"]);
    const early = await register({ funds: { CENTRAL_BUDGET: "9000000" }, approvedOn: "2025-01-10", startsOn: "2025-03-02", lastOn: "2026-05-31" });
    expect(codes(await awardProject(services, county, { ...award, projectId: early, amountYuan: "8000000", awardedOn: "2025-02-01", specialTeam: "on", teamSize: "8", teamLocal: "8" }))).toEqual([]);
    expect((await readProjectPage(services, county, early))!.ground).toMatchObject({ key: "workfare.negotiated.deep-poor", article: "21" });
  });
});

describe("hiring from the local roster", () => {
  it("proposes people of the county who fit, monitored households first, and the yes of one stands on the crew", async () => {
    const projectId = await awarded();
    const { postId } = must(await openWorkfarePost(services, county, { projectId, title: "护坡砌筑小工", occupationCode: WORK, description: "砌护坡、搬运石料，工具由工队准备。", regionCode: TOWN, openings: "3", dayRateYuan: "160", insurance: "on" }));
    const wish = { occupationCodes: [WORK], minWageFen: 0 };
    const plain = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 40, phone: "13911112222", wish });
    const monitored = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 44, categories: ["MONITORED_UNSTABLE"], wish });
    const elsewhere = await make.person({ homeRegionCode: "141127", homeCountyCode: "141127", age: 44, wish });
    const found = must(await findLocalWorkers(services, county, { projectId, postId }));
    const ids = found.candidates.map((one) => one.person.id);
    expect(ids.indexOf(monitored.id)).toBeLessThan(ids.indexOf(plain.id));
    expect(ids).toContain(plain.id);
    expect(ids).not.toContain(elsewhere.id);
    expect(found.candidates[0]!.reasons.length).toBeGreaterThan(0);
    expect(codes(await inviteLocalWorker(services, county, { projectId, postId, personId: elsewhere.id }))).toEqual(["not-found"]);
    const twice = await Promise.all([county, checker].map((officer) => inviteLocalWorker(services, officer, { projectId, postId, personId: plain.id })));
    expect(twice.map(codes).flat()).toEqual(["invited-already"]);
    expect(await services.db.notice.count({ where: { personId: plain.id, kind: "hiring-invited" } })).toBe(1);
    const { placementId } = must(await acceptPost(services, as("SEEKER", { personId: plain.id }), { postId }));

    clock.set("2026-03-25T02:00:00Z");
    const rollId = await openWeek(projectId, "2026-03-23");
    expect((await readRollPage(services, county, rollId))!.people).toMatchObject([{ personId: plain.id, rateFen: 16_000 }]);
    must(await enter(rollId, [line(plain.id, "2026-03-24")]));
    must(await signPaper(rollId));
    must(await closeRoll(services, county, { rollId }));
    const events = await services.db.placementEvent.findMany({ where: { placementId }, orderBy: { seq: "asc" } });
    expect(events.map((one) => one.kind)).toEqual(["OFFERED", "ACCEPTED", "ON_THE_JOB"]);
    expect(events.at(-1)).toMatchObject({ evidence: "PAY_RECORD", evidenceRef: `roll ${rollId}`, happenedOn: new Date("2026-03-24") });
  });

  it("holds a post against the law as an employer's, and opens none before the award", async () => {
    const input = { title: "护坡小工", occupationCode: WORK, description: "砌护坡、搬运石料。", regionCode: TOWN, openings: "3", dayRateYuan: "160" };
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId: await register() }))).toEqual(["award-first"]);
    const projectId = await awarded();
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId, description: "只招男性，搬运石料。" }))[0]).toMatch(/^unlawful-/);
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId, regionCode: "141124101" }))).toEqual(["region-needed"]);
  });
});

describe("a muster roll", () => {
  it("is for days of the works that have come, and no two overlap, however many are opened at once", async () => {
    const projectId = await awarded();
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, n) => openRoll(services, county, { projectId, fromOn: addDays("2026-03-02", n), span: "WEEK" })));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(codes(await openRoll(services, county, { projectId, fromOn: "2026-04-20", span: "WEEK" }))).toEqual(["roll-to-come"]);
    expect(codes(await openRoll(services, county, { projectId, fromOn: "2026-02-23", span: "WEEK" }))).toEqual(["day-outside-works"]);
  });

  it("takes a form once, whatever the phone repeats, and two sheets with the same days make one", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await openWeek(projectId);
    const entryKey = randomUUID();
    const again = await Promise.all([1, 2, 3].map(() => enter(rollId, [line(worker, "2026-03-02"), line(worker, "2026-03-03", 2)], { entryKey, way: "PHONE" }, agent)));
    expect(again.map((one) => must(one).state)).toEqual(["saved", "saved", "saved"]);
    must(await enter(rollId, [line(worker, "2026-03-02"), line(worker, "2026-03-03", 2)]));
    expect(await services.db.musterEntry.count({ where: { rollId } })).toBe(2);
    expect((await readRollPage(services, agent, rollId))!.people[0]).toMatchObject({ quarters: 6, payFen: 15_050 + 7_525 });
  });

  it("written by two at once tells the second both sides, and takes what they decide", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await openWeek(projectId);
    const both = await Promise.all([enter(rollId, [line(worker, "2026-03-02", 4)], {}, county), enter(rollId, [line(worker, "2026-03-02", 2)], {}, agent)]);
    const states = both.map(must);
    const conflict = states.find((one) => one.state === "conflict");
    if (conflict?.state !== "conflict") throw new Error("nobody was told");
    const mine = conflict.conflicts[0]!.change.quarters;
    expect([conflict.conflicts[0]!.stored.quarters, mine].sort()).toEqual([2, 4]);
    const writer = mine === 2 ? agent : county;
    const take = [`${worker}|2026-03-02`];
    expect(must(await enter(rollId, [line(worker, "2026-03-02", mine)], { decided: { shown: conflict.seq, take } }, writer)).state).toBe("saved");
    expect((await readRollPage(services, county, rollId))!.people[0]!.days["2026-03-02"]).toBe(mine);
  });

  it("is signed by two who have seen its last word; a day written later makes the signatures void", async () => {
    const projectId = await awarded();
    const [boss, speaker] = [await member(projectId, "FOREMAN"), await member(projectId, "REPRESENTATIVE")];
    const [foreman, representative] = [await user("SEEKER", { personId: boss }), await user("SEEKER", { personId: speaker })];
    const rollId = await openWeek(projectId, "2026-03-02", foreman);
    must(await enter(rollId, [line(boss, "2026-03-02"), line(speaker, "2026-03-02")], {}, foreman));
    expect(codes(await enter(rollId, [line(speaker, "2026-03-03")], {}, representative))).toEqual(["not-found"]);
    expect(codes(await signRoll(services, foreman, { rollId, seen: 1, how: "FOREMAN" }))).toEqual(["roll-moved-on"]);
    expect(codes(await signRoll(services, foreman, { rollId, seen: 2, how: "REPRESENTATIVE" }))).toEqual(["not-found"]);
    must(await signRoll(services, foreman, { rollId, seen: 2, how: "FOREMAN" }));
    expect(codes(await closeRoll(services, foreman, { rollId }))).toEqual(["signature-representative"]);
    must(await signRoll(services, representative, { rollId, seen: 3, how: "REPRESENTATIVE" }));
    must(await enter(rollId, [line(boss, "2026-03-03")], { seen: 4 }, foreman));
    expect(codes(await closeRoll(services, foreman, { rollId }))).toEqual(["signature-foreman"]);
    must(await signRoll(services, foreman, { rollId, seen: 5, how: "FOREMAN" }));
    must(await signRoll(services, representative, { rollId, seen: 6, how: "REPRESENTATIVE" }));
    must(await closeRoll(services, foreman, { rollId }));
    expect((await booked(boss)).map((one) => one.day.toISOString().slice(0, 10))).toEqual(["2026-03-02", "2026-03-03"]);
  });

  it("closed by two at once is closed once, and each of its days is booked once", async () => {
    const projectId = await awarded();
    const workers = [await member(projectId), await member(projectId)];
    const rollId = await openWeek(projectId);
    must(await enter(rollId, workers.flatMap((one) => [line(one, "2026-03-02"), line(one, "2026-03-03", 2)])));
    must(await signPaper(rollId));
    const both = await Promise.all([county, checker, agent].map((actor) => closeRoll(services, actor, { rollId })));
    expect(both.map(codes).flat()).toEqual(["roll-closed", "roll-closed"]);
    for (const worker of workers) expect((await booked(worker)).map((one) => one.minutes)).toEqual([480, 240]);
    const view = (await readRollPage(services, county, rollId))!;
    expect(view).toMatchObject({ brokenAt: null, booked: 4, entered: 4 });
  });

  it("books nothing while one of its days is paid elsewhere, and names whose and where", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    await services.db.$transaction((tx) => bookDays(services, tx, [{ personId: worker, source: "WELFARE", refId: services.newId(), lines: [{ day: "2026-03-03", minutes: 480 }] }], { asOf: "2026-03-20", fullMinutes: 360, mostMinutes: 960 }, null));
    const rollId = await openWeek(projectId);
    must(await enter(rollId, [line(worker, "2026-03-02"), line(worker, "2026-03-03")]));
    must(await signPaper(rollId));
    const refused = await closeRoll(services, county, { rollId });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "roll-day-taken-welfare", field: `d-${worker}-2026-03-03`, params: { day: "2026年3月3日" } }] });
    expect(await booked(worker)).toHaveLength(1);
    expect((await readRollPage(services, county, rollId))!.roll.closedAt).toBeNull();
    // half a day beside it is no second full day
    must(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: await seqOf(rollId) }));
    must(await signPaper(rollId));
    must(await closeRoll(services, county, { rollId }));
    expect((await booked(worker)).map((one) => one.minutes).sort()).toEqual([240, 480, 480]);
  });

  it("is corrected by a new line with its reason, by officers only; the ledger of days follows", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02"), line(worker, "2026-03-03")]);
    expect(codes(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: 9 }, agent))).toEqual(["roll-closed"]);
    expect(codes(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: 9 }))).toEqual(["correction-reason"]);
    must(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: 9, reason: "下午没来，抄错了" }));
    const entries = await services.db.musterEntry.findMany({ where: { rollId }, orderBy: { seq: "asc" } });
    expect(entries.map((one) => one.kind)).toEqual(["DAY", "DAY", "FOREMAN", "REPRESENTATIVE", "CLOSED", "DAY"]);
    expect(entries.at(-1)).toMatchObject({ quarters: 2, note: "下午没来，抄错了" });
    expect((await booked(worker)).map((one) => one.minutes)).toEqual([480, 240]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBeNull();
  });

  it("shows a day that was changed in the database, a row that was removed, and cannot be closed with either", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await openWeek(projectId);
    must(await enter(rollId, [line(worker, "2026-03-02", 2), line(worker, "2026-03-03", 2), line(worker, "2026-03-04", 2)]));
    must(await signPaper(rollId));
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBeNull();
    await services.pool.query("UPDATE muster_entry SET quarters = 4, minutes = 480 WHERE rollId = ? AND seq = 2", [rollId]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBe(2);
    expect(codes(await closeRoll(services, county, { rollId }))).toEqual(["roll-chain-broken"]);
    await services.pool.query("UPDATE muster_entry SET quarters = 2, minutes = 240 WHERE rollId = ? AND seq = 2", [rollId]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBeNull();
    await services.pool.query("DELETE FROM muster_entry WHERE rollId = ? ORDER BY seq DESC LIMIT 1", [rollId]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBe(0);
  });

  it("entered long after the work, from paper, pays like any other: nothing waits for a signal", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    clock.set("2026-05-20T02:00:00Z");
    const rollId = await openWeek(projectId, "2026-03-02");
    must(await enter(rollId, [line(worker, "2026-03-02")], { way: "PAPER" }, agent));
    must(await signRoll(services, agent, { rollId, seen: 1, how: "PAPER", sheetNo: "7" }));
    must(await closeRoll(services, agent, { rollId }));
    expect(must(await makePaySheet(services, county, { projectId })).sheetId).toBeTruthy();
  });

  it("is taken along on a phone with masked names only, and opens names for print with a record of who did", async () => {
    const projectId = await awarded();
    const person = await make.person({ name: "欧阳𠮷祥", homeRegionCode: TOWN, homeCountyCode: "141124", age: 45, wish: false });
    must(await addMember(services, county, { projectId, name: person.name, idNumber: person.idNumber, part: "WORKER", fromOn: "2026-03-02" }));
    const rollId = await openWeek(projectId);
    const taken = (await takeRolls(services, agent)).find((one) => one.id === rollId)!;
    expect(JSON.stringify(taken)).not.toContain("阳");
    expect(taken.people).toMatchObject([{ personId: person.id, name: "欧***", rateFen: 15_050 }]);
    expect(must(await openRollNames(services, agent, { rollId, intent: "names" })).names).toEqual({ [person.id]: "欧阳𠮷祥" });
    expect(await services.db.auditEntry.count({ where: { action: "open-roll-names", subjectId: rollId, userId: agent.userId, purpose: "print-roll" } })).toBe(1);
  });
});

describe("a crew", () => {
  it("takes people of the region by name and number, once, and answers strangers and unknown people alike", async () => {
    const projectId = await register();
    const person = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 45 });
    const far = await make.person({ homeRegionCode: "141127", homeCountyCode: "141127", age: 45 });
    const add = (who: { name: string; idNumber: string }) => addMember(services, county, { projectId, name: who.name, idNumber: who.idNumber, part: "WORKER", fromOn: "2026-03-02" });
    expect(codes(await add(far))).toEqual(["crew-person-unknown"]);
    expect(codes(await add({ name: "别的名字", idNumber: person.idNumber }))).toEqual(["crew-person-unknown"]);
    const twice = await Promise.all([add(person), add(person)]);
    expect(twice.map(codes).flat()).toEqual(["crew-member-already"]);
    expect(codes(await setMemberPart(services, county, { projectId, personId: person.id, part: "FOREMAN", was: "REPRESENTATIVE" }))).toEqual(["changed-meanwhile-shown"]);
    must(await setMemberPart(services, county, { projectId, personId: person.id, part: "FOREMAN", was: "WORKER" }));
    must(await setMemberPart(services, county, { projectId, personId: person.id, part: "GONE", was: "FOREMAN" }));
    expect(await services.db.workfareMember.count({ where: { projectId, openKey: { not: null } } })).toBe(0);
  });
});

describe("pay", () => {
  const accounts = ["04010100012345001", "04010100012345002", "04010100012345003"];

  it("two sheets over the same rolls at once pay every day once, and the sum is that of an independent count", async () => {
    const projectId = await awarded();
    const workers = [await member(projectId, "WORKER"), await member(projectId, "WORKER"), await member(projectId, "WORKER")];
    const lines = workers.flatMap((one, at) => Array.from({ length: 5 }, (_, n) => line(one, addDays("2026-03-02", n), 1 + ((n + at) % 4), 15_050 + at)));
    await closedWeek(projectId, lines);
    const both = await Promise.all([county, checker, county].map((officer) => makePaySheet(services, officer, { projectId })));
    expect(both.map(codes).flat()).toEqual(["nothing-due", "nothing-due"]);
    const [sum] = await rows("SELECT SUM(CEIL(e.rateFen * e.quarters / 4)) AS fen, COUNT(*) AS days FROM muster_entry e JOIN muster_roll r ON r.id = e.rollId WHERE r.projectId = ? AND e.kind = 'DAY'", [projectId]);
    const sheet = await services.db.paySheet.findFirstOrThrow({ where: { projectId }, include: { lines: { include: { days: true } } } });
    expect(Number(sheet.totalFen)).toBe(Number(sum!.fen));
    expect(Number(sheet.totalFen)).toBe(lines.reduce((total, one) => total + dayPayFen(one.rateFen, one.quarters), 0));
    expect(sheet.lines.reduce((total, one) => total + one.payFen, 0)).toBe(Number(sheet.totalFen));
    expect(sheet.lines.flatMap((one) => one.days)).toHaveLength(Number(sum!.days));
    // nor by a row that nobody asked: the key of the database lets no day in twice
    const day = sheet.lines[0]!.days[0]!;
    await expect(services.db.payDay.create({ data: { ...day } })).rejects.toThrow(/Unique|unique/);
  });

  it("is approved by a second officer only, discarded only before, and its days are due again then", async () => {
    const projectId = await awarded();
    await closedWeek(projectId, [line(await member(projectId), "2026-03-02")]);
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    expect(codes(await approvePaySheet(services, county, { sheetId, version: 0 }))).toEqual(["four-eyes"]);
    must(await discardPaySheet(services, county, { sheetId, version: 0 }));
    const { sheetId: again } = must(await makePaySheet(services, checker, { projectId }));
    expect(codes(await makeBankFile(services, county, { sheetId: again, version: 0 }))).toEqual(["sheet-not-approved"]);
    const both = await Promise.all([0, 1].map(() => approvePaySheet(services, county, { sheetId: again, version: 0 })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(codes(await discardPaySheet(services, county, { sheetId: again, version: 1 }))).toEqual(["sheet-approved-already"]);
    await expect(services.pool.query("UPDATE pay_sheet SET approvedBy = madeBy WHERE id = ?", [again])).rejects.toThrow();
  });

  it("goes after the days of publicity into own accounts only; accounts are opened for the bank's list alone, and the audit says so", async () => {
    const projectId = await awarded();
    const [own, none, sharing] = [await member(projectId, "WORKER", accounts[0]), await member(projectId), await member(projectId, "FOREMAN", accounts[1])];
    const sharer = await member(projectId, "WORKER", accounts[1]);
    await closedWeek(projectId, [own, none, sharing, sharer].map((one) => line(one, "2026-03-02")));
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    must(await approvePaySheet(services, checker, { sheetId, version: 0 }));
    expect(codes(await makeBankFile(services, county, { sheetId, version: 1 }))).toEqual(["publicity-runs"]);
    clock.set("2026-03-25T02:00:00Z");
    const view = (await readSheetPage(services, county, sheetId))!;
    const objectionOf = (id: string) => view.lines.find((one) => one.personId === id)!.objection;
    expect([own, none, sharing, sharer].map(objectionOf)).toEqual([null, "no-account", "account-shared", "account-shared"]);
    expect(JSON.stringify(view)).not.toContain(accounts[0]);
    const file = must(await makeBankFile(services, county, { sheetId, version: 1 }));
    expect(file.lines).toMatchObject([{ account: accounts[0], amount: "150.50" }]);
    expect(file.totalYuan).toBe("150.50");
    expect(await services.db.auditEntry.count({ where: { action: "make-bank-file", subjectId: sheetId, userId: county.userId, purpose: "pay-wages", outcome: "ok" } })).toBe(1);
    expect(codes(await makeBankFile(services, county, { sheetId, version: 1 }))).toEqual(["changed-meanwhile-shown"]);
    expect(codes(await makeBankFile(services, county, { sheetId, version: 2 }))).toEqual(["no-payable-line"]);
    expect(await services.db.paySheet.findUniqueOrThrow({ where: { id: sheetId } })).toMatchObject({ version: 2, filesMade: 1 });
    must(await setMemberAccount(services, county, { projectId, personId: none, account: "6228480402564890018", bankName: "农业银行", ownName: "on" }));
    expect(must(await makeBankFile(services, county, { sheetId, version: 2 })).lines).toMatchObject([{ account: "6228480402564890018" }]);
  });

  it("tells the worker what the bank said; a failed payment goes out again into the account put right", async () => {
    const projectId = await awarded();
    const worker = await member(projectId, "WORKER", accounts[2]);
    await closedWeek(projectId, [line(worker, "2026-03-02"), line(worker, "2026-03-03", 2)]);
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    must(await approvePaySheet(services, checker, { sheetId, version: 0 }));
    clock.set("2026-03-26T02:00:00Z");
    must(await makeBankFile(services, county, { sheetId, version: 1 }));
    const sent = await services.db.payLine.findFirstOrThrow({ where: { sheetId } });
    const result = (more: Record<string, unknown>) => recordPayResults(services, county, { sheetId, lineId: sent.id, paidOn: "2026-03-26", ...more });
    expect(codes(await result({ lineVersion: 1, result: "FAILED" }))).toEqual(["reason-needed"]);
    must(await result({ lineVersion: 1, result: "FAILED", reason: "户名不符" }));
    expect(codes(await result({ lineVersion: 1, result: "PAID" }))).toEqual(["changed-meanwhile-shown"]);
    must(await setOwnAccount(services, as("SEEKER", { personId: worker }), { account: "6228480402564890018", bankName: "农业银行", ownName: "on" }));
    must(await makeBankFile(services, county, { sheetId, version: 2 }));
    must(await recordPayResults(services, county, { sheetId, result: "ALL_PAID", paidOn: "2026-03-26" }));
    expect(await services.db.paySheet.findUniqueOrThrow({ where: { id: sheetId } })).toMatchObject({ state: "DONE" });
    expect((await services.db.notice.findMany({ where: { personId: worker }, orderBy: { recordedAt: "asc" } })).map((one) => one.kind).sort()).toEqual(["wage-failed", "wage-paid"]);
    const mine = await readMyWorkfare(services, worker);
    expect(mine).toMatchObject({ unpaid: [], account: { masked: "****0018" }, wages: [{ payFen: 22_575, quarters: 6, result: "PAID", resultOn: "2026-03-26", account: "****0018" }] });
    const view = (await readProjectPage(services, county, projectId))!;
    expect(view).toMatchObject({ paidFen: 22_575, forecast: { spentFen: 22_575 } });
  });

  it("is disputed with one tap: one case for the county of the works, however often it is tapped, and nobody else's", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02")]);
    const seeker = as("SEEKER", { personId: worker });
    expect((await readMyWorkfare(services, worker)).unpaid).toMatchObject([{ rollId, payFen: 15_050, dispute: "none" }]);
    for (const _again of [1, 2]) must(await disputeWage(services, seeker, { rollId }));
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    const { id: lineId } = await services.db.payLine.findFirstOrThrow({ where: { sheetId } });
    await Promise.all([1, 2, 3].map(() => disputeWage(services, seeker, { lineId })));
    expect(await services.db.careCase.findMany({ where: { personId: worker }, orderBy: { openedAt: "asc" } })).toMatchObject([{ kind: "PART_PAID", regionCode: "141124", rollId }, { kind: "NOT_PAID", regionCode: "141124", payLineId: lineId }]);
    const other = as("SEEKER", { personId: (await make.person()).id });
    expect([...codes(await disputeWage(services, other, { lineId })), ...codes(await disputeWage(services, other, { rollId }))]).toEqual(["not-found", "not-found"]);
    expect((await readSheetPage(services, county, sheetId))!.lines[0]!.disputed).toBe(true);
  });

  it("stands in the way of a worker who would be deleted before it came", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    await closedWeek(projectId, [line(worker, "2026-03-02")]);
    expect(codes(await deletePerson(services, as("SEEKER", { personId: worker }), { understood: "on" }))).toEqual(["wage-owed"]);
  });

  it("pays a correction upwards with the next sheet, and tells one downwards", async () => {
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02", 2), line(worker, "2026-03-03", 4)]);
    must(await makePaySheet(services, county, { projectId }));
    must(await enter(rollId, [line(worker, "2026-03-02", 4), line(worker, "2026-03-03", 2)], { seen: 9, reason: "两天记反了" }));
    const view = (await readProjectPage(services, county, projectId))!;
    expect(view.due).toEqual({ persons: 1, totalFen: 7_525, overpaid: 1 });
    must(await makePaySheet(services, county, { projectId }));
    const [sum] = await rows("SELECT SUM(payFen) AS fen FROM pay_day d JOIN pay_line l ON l.id = d.lineId JOIN pay_sheet s ON s.id = l.sheetId WHERE s.projectId = ?", [projectId]);
    expect(Number(sum!.fen)).toBe(7_525 + 15_050 + 7_525);
  });
});
