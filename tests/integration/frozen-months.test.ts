import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBoard } from "#app/data/read-models/board.server.ts";
import { readCalibersPage } from "#app/data/read-models/calibers-page.server.ts";
import { readSample } from "#app/data/read-models/count-samples-page.server.ts";
import { readDifference } from "#app/data/read-models/difference-page.server.ts";
import { readAskedRestatement, readFrozenMonthsPage, readRestatement } from "#app/data/read-models/frozen-months-page.server.ts";
import { readMonthReport } from "#app/data/read-models/month-report.server.ts";
import { must } from "#app/domain/result.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent, reversePlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { chooseCaliber } from "#app/usecases/targets/choose-caliber.server.ts";
import { drawSample } from "#app/usecases/targets/draw-sample.server.ts";
import { foldPersons } from "#app/usecases/targets/fold.server.ts";
import { freezeTargetMonth } from "#app/usecases/targets/freeze-month.server.ts";
import { recordFinding } from "#app/usecases/targets/record-finding.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { seeDrawnPhone } from "#app/usecases/targets/see-phone.server.ts";
import { type Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-10-20T02:00:00Z");
let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const province = as("OFFICER", { regionCode: "140000" });
const county = as("OFFICER", { regionCode: "141124" });
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];
const october = { year: 2026, month: 10 };

interface Told { personId: string; placementId: string }

/** Somebody who accepted, and who was said to be on the job on a day; counted at once. */
async function arrive(day: string, by: "EMPLOYER" | "SEEKER" = "EMPLOYER", countyCode = "141124"): Promise<Told> {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, countyCode: "141124", occupationCode: "6-18-02-04", openings: 1 });
  const person = await make.person({ homeCountyCode: countyCode, age: 33, wish: { occupationCodes: ["6-18-02-04"] } });
  const { placementId } = must(await acceptPost(services, as("SEEKER", { personId: person.id }), { postId }));
  const said = await recordPlacementEvent(services, by === "EMPLOYER" ? as("EMPLOYER", { employerId }) : as("SEEKER", { personId: person.id }), { placementId, kind: "ON_THE_JOB", happenedOn: day });
  if (!said.ok) throw new Error(JSON.stringify(said.problems));
  await foldPersons(services, [person.id]);
  return { personId: person.id, placementId };
}

const people: Told[] = [];

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 9);
  for (let n = 0; n < 3; n += 1) people.push(await arrive("2026-10-20"));
  people.push(await arrive("2026-10-20", "SEEKER"));
});
afterAll(() => services.close());

describe("freezing a month", () => {
  it("is refused before the month is over, and to everybody but the province", async () => {
    expect(await freezeTargetMonth(services, province, october)).toMatchObject({ ok: false, problems: [{ code: "month-not-over" }] });
    clock.set("2026-11-05T02:00:00Z");
    expect(await freezeTargetMonth(services, county, october)).toMatchObject({ ok: false, problems: [{ code: "not-your-region" }] });
    expect(await freezeTargetMonth(services, as("SEEKER"), october)).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
    expect(await rows("SELECT * FROM frozen_month")).toEqual([]);
  });

  it("by several officers at the same moment happens once, with those who count on that day", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => freezeTargetMonth(services, province, october)));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok).map((one) => !one.ok && one.problems[0]?.code)).toEqual(Array(4).fill("month-frozen"));
    const counted = await rows<{ personId: string }>("SELECT personId FROM target_count WHERE year = 2026 AND caliberCode = 'arrival' ORDER BY personId");
    expect(counted).toHaveLength(3);
    expect(await rows("SELECT personId FROM frozen_person WHERE year = 2026 AND month = 10 ORDER BY personId")).toEqual(counted);
  });

  it("keeps the number when something is reported late or taken back; both stand beside it with their reason", async () => {
    clock.set("2026-11-05T03:00:00Z");
    const late = await arrive("2026-11-05").then(async () => people[3]!);
    const employerOf = (await rows<{ employerId: string }>("SELECT p.employerId FROM placement a JOIN post p ON p.id = a.postId WHERE a.id = ?", [late.placementId]))[0]!.employerId;
    const confirmed = await recordPlacementEvent(services, as("EMPLOYER", { employerId: employerOf }), { placementId: late.placementId, kind: "ON_THE_JOB", happenedOn: "2026-10-20" });
    expect(confirmed.ok).toBe(true);
    const wrong = people[0]!;
    const event = (await rows<{ id: string }>("SELECT id FROM placement_event WHERE placementId = ? AND kind = 'ON_THE_JOB'", [wrong.placementId]))[0]!.id;
    const reversed = await reversePlacementEvent(services, county, { placementId: wrong.placementId, eventId: event, reason: "电话核实：没有到岗" });
    expect(reversed).toMatchObject({ ok: true });
    await foldPersons(services, [late.personId, wrong.personId]);

    const page = (await readFrozenMonthsPage(services, 2026, "140000"))!;
    expect(page.months[9]).toMatchObject({ frozen: { persons: 3 }, now: 3, over: true });
    const view = (await readRestatement(services, { ...october, regionCode: "140000", named: true }))!;
    expect(view.frozen).toMatchObject({ persons: 3, whole: true });
    expect(view.inRegion).toEqual({ frozen: 3, now: 3 });
    expect(view.people.map(({ personId, change, why, reason }) => ({ personId, change, why, reason })).sort((a, b) => a.change - b.change)).toEqual([
      { personId: wrong.personId, change: -1, why: "TAKEN_BACK", reason: "电话核实：没有到岗" }, { personId: late.personId, change: 1, why: "LATE_REPORT", reason: null },
    ]);
    const independent = await rows<{ n: number }>("SELECT COUNT(*) AS n FROM target_count WHERE year = 2026 AND caliberCode = 'arrival' AND MONTH(countedOn) = 10");
    expect(view.inRegion.now).toBe(independent[0]!.n);
    expect((await readRestatement(services, { ...october, regionCode: "140100", named: true }))!.people).toEqual([]);
    expect((await readRestatement(services, { ...october, regionCode: "140000", named: false }))!.people).toEqual([]);
    // a township reads its county's counts, and nobody of the county beyond it
    const asked = { month: "10", query: new URLSearchParams({ year: "2026" }) };
    const [whole, below] = await Promise.all([county, as("OFFICER", { regionCode: "141124001" })].map((actor) => readAskedRestatement(services, actor, asked)));
    expect(whole).toMatchObject({ named: true, view: { people: { length: 2 } } });
    expect(below).toEqual({ named: false, view: { ...whole!.view, people: [] } });
    expect((await recountTargets(services)).differences).toBe(0);
  });

  it("shows when a frozen list has been tampered with", async () => {
    const [one] = await rows<{ personId: string; eventId: string }>("SELECT personId, eventId FROM frozen_person WHERE year = 2026 AND month = 10 LIMIT 1");
    await services.pool.query("UPDATE frozen_person SET eventId = ? WHERE personId = ? AND year = 2026 AND month = 10", [services.newId(), one!.personId]);
    expect((await readRestatement(services, { ...october, regionCode: "140000", named: false }))!.frozen.whole).toBe(false);
    await services.pool.query("UPDATE frozen_person SET eventId = ? WHERE personId = ? AND year = 2026 AND month = 10", [one!.eventId, one!.personId]);
    expect((await readRestatement(services, { ...october, regionCode: "140000", named: false }))!.frozen.whole).toBe(true);
  });

  it("gives the monthly report its number, in the year's and the counties' sums", async () => {
    const report = (await readMonthReport(services, { ...october, regionCode: "140000" }))!;
    expect(report).toMatchObject({ frozen: 3, inMonth: 3, inYear: 3 });
    expect(report.counties.reduce((sum, one) => sum + one.inMonth, 0)).toBe(report.inMonth);
    expect(report.byStream.reduce((sum, one) => sum + one.inYear, 0)).toBe(report.inYear);
    expect((await readMonthReport(services, { year: 2026, month: 11, regionCode: "141124" }))).toMatchObject({ frozen: null, inMonth: 1, inYear: 4 });
  });
});

describe("the official counting rule", () => {
  it("is chosen by the province with a reason; the second of two officers is told that it has changed", async () => {
    const choose = (actor: Actor, from: string, caliberCode: string, reason = "省厅会议纪要〔2026〕8号") => chooseCaliber(services, actor, { year: 2026, from, caliberCode, reason });
    expect(await choose(county, "arrival", "stable")).toMatchObject({ ok: false, problems: [{ code: "not-your-region" }] });
    expect(await choose(province, "arrival", "stable", " ")).toMatchObject({ ok: false, problems: [{ code: "reason-needed" }] });
    expect(await choose(province, "arrival", "no-such")).toMatchObject({ ok: false, problems: [{ code: "caliber-unknown" }] });
    const both = await Promise.all([choose(province, "arrival", "claimed"), choose(province, "arrival", "one-month")]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok)).toMatchObject([{ problems: [{ code: "changed-meanwhile" }] }]);
    const page = (await readCalibersPage(services, 2026, "140000"))!;
    expect(page.choices).toMatchObject([{ caliberCode: page.official, reason: "省厅会议纪要〔2026〕8号" }]);
    expect((await readFrozenMonthsPage(services, 2026, "140000"))!.months[9]!.frozen).toMatchObject({ caliberCode: "arrival", persons: 3 });
    expect(await choose(province, page.official, "arrival")).toMatchObject({ ok: true });
  });
});

describe("two numbers that differ", () => {
  it("are told apart person by person: what keeps those out whom only one rule counts", async () => {
    const view = (await readDifference(services, { year: 2026, a: "claimed", b: "arrival", regionCode: "140000" }))!;
    const of = async (code: string) => new Set((await rows<{ personId: string }>("SELECT personId FROM target_count WHERE year = 2026 AND caliberCode = ?", [code])).map((one) => one.personId));
    const [claimed, arrival] = [await of("claimed"), await of("arrival")];
    expect(view.both).toBe([...claimed].filter((one) => arrival.has(one)).length);
    expect(view.onlyA.persons).toBe([...claimed].filter((one) => !arrival.has(one)).length);
    expect(view.onlyB).toEqual({ persons: 0, read: 0, reasons: [] });
    const stable = (await readDifference(services, { year: 2026, a: "arrival", b: "stable", regionCode: "140000" }))!;
    expect(stable.onlyA).toMatchObject({ persons: arrival.size, read: arrival.size });
    expect(stable.onlyA.reasons.reduce((sum, one) => sum + one.persons, 0)).toBe(arrival.size);
    expect(await readDifference(services, { year: 2026, a: "arrival", b: "nothing", regionCode: "140000" })).toBeNull();
  });
});

describe("a random check", () => {
  it("draws people of each rung, the same again for the same seed, and nobody of another region", async () => {
    expect(await drawSample(services, county, { year: 2026, regionCode: "140000", perRung: 2, entryKey: randomUUID() })).toMatchObject({ ok: false, problems: [{ code: "not-your-region" }] });
    const drawn = await drawSample(services, province, { year: 2026, regionCode: "140000", perRung: 2, entryKey: randomUUID() });
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems));
    const view = (await readSample(services, province, drawn.value.sampleId))!;
    expect(view.draws.length).toBe(drawn.value.drawn);
    expect(view.rungs.reduce((sum, one) => sum + one.population, 0)).toBe((await rows<{ n: number }>("SELECT COUNT(*) AS n FROM target_count WHERE year = 2026 AND caliberCode = 'arrival'"))[0]!.n);
    const again = await rows<{ personId: string }>("SELECT personId FROM target_count WHERE year = 2026 AND caliberCode = 'arrival' AND rung = 3 ORDER BY SHA2(CONCAT(?, personId), 256) LIMIT 2", [view.seed]);
    expect(await rows("SELECT personId FROM count_draw WHERE sampleId = ? AND rung = 3 ORDER BY nr", [view.id])).toEqual(again);
    expect(await readSample(services, county, view.id)).toBeNull();
    expect(await seeDrawnPhone(services, county, { sampleId: view.id, nr: 1 })).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
    expect(await seeDrawnPhone(services, province, { sampleId: view.id, nr: 1 })).toMatchObject({ ok: true, value: { phone: expect.stringMatching(/^1\d{10}$/) } });
    expect(await rows("SELECT outcome, purpose FROM audit_entry WHERE action = 'see-drawn-phone' ORDER BY at, id")).toEqual([{ outcome: "not-found", purpose: "see:CHECK:count-sample" }, { outcome: "ok", purpose: "see:CHECK:count-sample" }]);
  });

  it("is drawn once for a form that is sent again, at the same moment or later; changed it is another", async () => {
    const officer = as("OFFICER", { regionCode: "140000", userId: (await make.user({ role: "OFFICER", regionCode: "140000" })).id });
    const form = { year: 2026, regionCode: "140000", perRung: 2, entryKey: randomUUID() };
    const sent = [...await Promise.all([1, 2, 3].map(() => drawSample(services, officer, form))), await drawSample(services, officer, form)];
    expect(sent[0]!.ok).toBe(true);
    for (const one of sent) expect(one).toEqual(sent[0]);
    const drawnBy = async () => (await rows<{ n: number }>("SELECT COUNT(*) AS n FROM count_sample WHERE drawnBy = ?", [officer.userId]))[0]!.n;
    expect(await drawnBy()).toBe(1);
    expect((await drawSample(services, officer, { ...form, perRung: 3 })).ok).toBe(true);
    expect((await drawSample(services, officer, { ...form, entryKey: randomUUID() })).ok).toBe(true);
    expect(await drawnBy()).toBe(3);
  });

  it("keeps one finding of two recorded at the same moment, wants a word for a wrong one, and tells the error rate with its limits", async () => {
    const drawn = await drawSample(services, county, { year: 2026, regionCode: "141124", perRung: 10, entryKey: randomUUID() });
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems));
    const { sampleId } = drawn.value;
    const find = (nr: number, finding: string, version = 0, note = "") => recordFinding(services, county, { sampleId, nr, finding, version, note });
    expect(await find(1, "FALSE")).toMatchObject({ ok: false, problems: [{ code: "reason-needed", field: "note-1" }] });
    const both = await Promise.all([find(1, "FALSE", 0, "人在家"), find(1, "TRUE")]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok)).toMatchObject([{ problems: [{ code: "changed-meanwhile" }] }]);
    for (let nr = 2; nr <= drawn.value.drawn; nr += 1) await find(nr, nr === 2 ? "UNREACHED" : "TRUE");
    const view = (await readSample(services, county, sampleId))!;
    expect(view.open).toBe(0);
    expect(view.error!.low).toBeLessThanOrEqual(view.error!.share);
    expect(view.error!.high).toBeGreaterThan(view.error!.share);
    expect(view.worst!.share).toBeGreaterThan(view.error!.share);
    expect(await find(99, "TRUE")).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
  });
});

describe("the board", () => {
  it("sums up last year's same day as a plain count of the ledger's days does, whole months or not", async () => {
    const insert = async (personId: string, countedOn: string) => services.pool.query(
      "INSERT INTO target_count (year, caliberCode, personId, placementId, eventId, countedOn, countyCode, placeClass, stream, rung) SELECT ?, 'arrival', ?, placementId, eventId, ?, countyCode, placeClass, stream, rung FROM target_count WHERE caliberCode = 'arrival' LIMIT 1",
      [Number(countedOn.slice(0, 4)), personId, countedOn]);
    const days = ["2025-01-31", "2025-10-31", "2025-11-01", "2025-11-05", "2025-11-06", "2025-12-01", "2024-11-05", "2024-12-31"];
    for (const day of days) await insert(services.newId(), day);
    await services.pool.query("DELETE FROM target_counter");
    await services.pool.query("INSERT INTO target_counter (year, caliberCode, countyCode, month, placeClass, stream, persons) SELECT year, caliberCode, countyCode, MONTH(countedOn), placeClass, stream, COUNT(*) FROM target_count GROUP BY year, caliberCode, countyCode, MONTH(countedOn), placeClass, stream");
    const board = (await readBoard(services, { year: 2026 }))!;
    expect(board.counties.reduce((sum, one) => sum + one.lastYearSameDay, 0)).toBe(days.filter((day) => day >= "2025-01-01" && day <= "2025-11-05").length);
    expect(board.seasonShare).toBeCloseTo(4 / 6, 12);
    const ends = [4 / 6, 1 / 2].map((share) => Math.round(board.counted / share));
    await services.db.targetYear.update({ where: { year: 2026 }, data: { sampleRatio: 0.01 } });
    expect(await readBoard(services, { year: 2026, regionCode: "140105" })).toMatchObject({ goal: 0, shownGoal: 0 });
    expect(board.forecast).toMatchObject({ low: Math.min(...ends), high: Math.max(...ends), years: 2 });
  });
});
