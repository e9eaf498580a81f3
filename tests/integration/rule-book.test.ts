import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertClaim } from "#app/data/claims/claims.server.ts";
import { loadClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { openCategory } from "#app/data/person-status.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { readClaimList, readClaimPage, readPersonClaims } from "#app/data/read-models/claims-pages.server.ts";
import { readDraft, readRegimes, readRuleKey } from "#app/data/read-models/rule-book-pages.server.ts";
import { readSimulationPage } from "#app/data/read-models/simulation-page.server.ts";
import { entitlementsOf, replayYear } from "#app/domain/claim/entitlements.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { must } from "#app/domain/result.ts";
import { type Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { applyClaim } from "#app/usecases/claims/apply-claim.server.ts";
import { decideClaim, withdrawClaim } from "#app/usecases/claims/decide-claim.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent, reversePlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { draftRule } from "#app/usecases/policy/draft-rule.server.ts";
import { dropRule, switchOnRule } from "#app/usecases/policy/decide-rule.server.ts";
import { requestSimulation } from "#app/usecases/policy/request-simulation.server.ts";
import { runSimulation } from "#app/usecases/policy/run-simulation.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-03-02T02:00:00Z");
let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
let first: Actor, second: Actor, county: Actor, colleague: Actor, elsewhere: Actor, colleagueElsewhere: Actor;
const OUT = "travel.subsidy.out-of-province.max";

/** Somebody at work since March, by the employer's word; the county is 临县 unless named. */
async function working(workAt: string, countyCode = "141124", lifted = true) {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, countyCode: workAt, regionCode: workAt, openings: 5, occupationCode: "6-18-02-04" });
  const person = await make.person({ homeCountyCode: countyCode, age: 35, categories: lifted ? ["POVERTY_LIFTED"] : [], wish: { occupationCodes: ["6-18-02-04"], willOutOfProvince: 1 } });
  const { placementId } = must(await acceptPost(services, as("SEEKER", { personId: person.id }), { postId }));
  const arrived = await recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId, kind: "ON_THE_JOB", happenedOn: "2026-03-02" });
  if (!arrived.ok) throw new Error(JSON.stringify(arrived.problems));
  return { ...person, placementId, employerId };
}
type Working = Awaited<ReturnType<typeof working>>;
const people: Working[] = [];

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 41);
  const officer = async (regionCode: string) => as("OFFICER", { regionCode, userId: (await make.user({ role: "OFFICER", regionCode })).id });
  [first, second] = [await officer("140000"), await officer("140000")];
  [county, colleague, elsewhere, colleagueElsewhere] = [await officer("141124"), await officer("141124"), await officer("140222"), await officer("140222")];
  for (let n = 0; n < 3; n += 1) people.push(await working("110105"));
  people.push(await working("140105"), await working("110105", "140222"), await working("141124"), await working("110105", "141124", false));
  clock.set("2026-11-26T02:00:00Z");
});
afterAll(() => services?.close());

const draft = (actor: Actor, more: Record<string, unknown> = {}) => draftRule(services, actor, { key: OUT, regionCode: "140000", value: "1800", documentNumber: "测〔2026〕9号", source: "测试通知", certainty: "CHECKED", validFrom: "2026-01-01", ...more });
const idOf = (result: Awaited<ReturnType<typeof draft>>) => must(result).draftId;

/** Asks for a simulation of a year and carries it out, as the queue would. */
async function simulate(actor: Actor, draftId: string): Promise<void> {
  const asked = await requestSimulation(services, actor, { draftId, year: 2026 });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  await runSimulation(services, asked.value.simulationId);
}

describe("a draft", () => {
  it("is an officer's for their own area alone, with a value of the key's kind and a document", async () => {
    expect(codeOf(await draft(county))).toBe("not-your-region");
    expect(codeOf(await draft(as("SEEKER")))).toBe("forbidden");
    expect(codeOf(await draft(first, { value: "viel" }))).toBe("rule-value-yuan");
    expect(codeOf(await draft(first, { documentNumber: " " }))).toBe("document-needed");
    expect(codeOf(await draft(first, { validFrom: "2025-12-31" }))).toBe("rule-past-year");
    expect(codeOf(await draft(first, { key: "nothing.at.all" }))).toBe("not-found");
    expect(codeOf(await draft(first, { key: "retirement.schedule", value: "1" }))).toBe("rule-not-typed");
    expect(await rows("SELECT * FROM policy_draft")).toEqual([]);
  });

  it("changes nothing for anybody, and is simulated by a county on its own people", async () => {
    const draftId = idOf(await draft(first));
    expect(codeOf(await draft(second))).toBe("rule-drafted-already");
    const before = await loadPolicyParameters(services.pool);
    expect(before.filter((row) => row.key === OUT)).toHaveLength(1);
    const asked = await requestSimulation(services, county, { draftId, year: 2026 });
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    const { simulationId } = asked.value;
    await runSimulation(services, simulationId);
    await runSimulation(services, simulationId);
    const view = (await readSimulationPage(services, county, simulationId, { county: null, page: 1 }))!;
    // an independent recount: people of the county with the category and a journey out of the province this year, by plain SQL and each one's opened category
    const held = await rows<{ id: string; kind: null; kindEnc: string }>(
      `SELECT DISTINCT k.id, k.kind, k.kindEnc FROM placement a JOIN placement_event v ON v.placementId = a.id AND v.kind = 'ON_THE_JOB' AND v.happenedOn >= '2026-01-01'
         JOIN person_category k ON k.personId = a.personId WHERE a.placeClass = 'OUT_OF_PROVINCE' AND a.homeCountyCode = '141124'`);
    expect(held.filter((row) => openCategory(services, row) === "POVERTY_LIFTED")).toHaveLength(3);
    expect(view).toMatchObject({ status: "DONE", sums: { gain: 3, lose: 0, same: 1, beforeFen: 3 * 150_000 + 60_000, afterFen: 3 * 180_000 + 60_000 } });
    expect(view.people.map(({ beforeFen, afterFen }) => [beforeFen, afterFen])).toEqual(Array(3).fill([150_000, 180_000]));
    expect(view.people.map(({ personId }) => personId).sort()).toEqual(people.slice(0, 3).map(({ id }) => id).sort());
    for (const one of view.people) expect(one.nameMasked).toMatch(/\*/);
    expect(await readSimulationPage(services, elsewhere, simulationId, { county: null, page: 1 })).toBeNull();
    expect(await loadPolicyParameters(services.pool)).toEqual(before);
  });

  it("is simulated by the province over all counties, each apart; a key that no claim hangs on is refused", async () => {
    const asked = await requestSimulation(services, first, { key: OUT, value: "1000", year: 2026 });
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    await runSimulation(services, asked.value.simulationId);
    const view = (await readSimulationPage(services, first, asked.value.simulationId, { county: "140222", page: 1 }))!;
    expect(view.counties.map(({ countyCode, lose }) => [countyCode, lose])).toEqual([["140222", 1], ["141124", 3]]);
    expect(view.people.map(({ personId }) => personId)).toEqual([people[4]!.id]);
    expect(codeOf(await requestSimulation(services, first, { key: "wage.minimum.hourly", value: "20", year: 2026 }))).toBe("rule-moves-nothing");
    expect(codeOf(await requestSimulation(services, first, { key: OUT, value: "20", year: 2027 }))).toBe("year-to-come");
  });

  it("is switched on only once it has been simulated for all of its area, by a second officer, once, however many press at the same moment; the one before it ends that day", async () => {
    const [{ id: draftId }] = await rows<{ id: string }>("SELECT id FROM policy_draft WHERE state = 'DRAFT'") as [{ id: string }];
    expect(codeOf(await switchOnRule(services, first, { draftId, version: 0 }))).toBe("four-eyes");
    expect(codeOf(await switchOnRule(services, county, { draftId, version: 0 }))).toBe("not-found");
    expect(codeOf(await switchOnRule(services, second, { draftId, version: 0 }))).toBe("rule-not-simulated");
    expect((await readDraft(services, second, draftId))!).toMatchObject({ simulated: false, simulations: [{ year: 2026 }] });
    await simulate(first, draftId);
    expect((await readDraft(services, second, draftId))!.simulated).toBe(true);
    const third = as("ADMIN", { regionCode: "140000", userId: (await make.user({ role: "ADMIN", regionCode: "140000" })).id });
    const results = await Promise.all([switchOnRule(services, second, { draftId, version: 0 }), switchOnRule(services, third, { draftId, version: 0 }), dropRule(services, second, { draftId, version: 0, reason: "不要" })]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok).map(codeOf)).toEqual(["changed-meanwhile", "changed-meanwhile"]);
    if ((await rows<{ state: string }>("SELECT state FROM policy_draft WHERE id = ?", [draftId]))[0]!.state === "DROPPED") {
      const again = idOf(await draft(first));
      await simulate(first, again);
      expect(await switchOnRule(services, second, { draftId: again, version: 0 })).toMatchObject({ ok: true });
    }
    const view = (await readRuleKey(services, first, OUT))!;
    expect(view.rows.map(({ value, validFrom, validTo }) => [value, validFrom, validTo])).toEqual([[180_000, "2026-01-01", null], [150_000, "2023-01-01", "2026-01-01"]]);
    await expect(services.pool.query("UPDATE policy_draft SET decidedBy = draftedBy WHERE state = 'ON'")).rejects.toThrow(/four_eyes|CONSTRAINT/i);
  });

  it("of a county goes before the province's for its people only, and two drafts of one key never leave two rows on a day", async () => {
    const made = await Promise.all(["2026-06-01", "2026-09-01"].map(async (validFrom, at) => idOf(await draft(county, { regionCode: "141124", value: String(2_000 + at), validFrom }))));
    expect(await readDraft(services, elsewhere, made[0]!)).toBeNull();
    expect(codeOf(await requestSimulation(services, elsewhere, { draftId: made[0], year: 2026 }))).toBe("not-found");
    const listed = async (actor: Actor) => (await readRuleKey(services, actor, OUT))!.drafts.filter(({ id }) => made.includes(id)).length;
    expect([await listed(elsewhere), await listed(county), await listed(first)]).toEqual([0, 2, 2]);
    for (const draftId of made) await simulate(county, draftId);
    const on = await Promise.all(made.map((draftId) => switchOnRule(services, second, { draftId, version: 0 })));
    expect(on.map((one) => one.ok)).toEqual([true, true]);
    const own = await rows<{ validFrom: string; validTo: string | null }>("SELECT validFrom, validTo FROM policy_parameter WHERE `key` = ? AND regionCode = '141124' ORDER BY validFrom", [OUT]);
    expect(own).toEqual([{ validFrom: "2026-06-01", validTo: "2026-09-01" }, { validFrom: "2026-09-01", validTo: null }]);
  });

  it("and the two regimes stand side by side, the changed first", async () => {
    const view = await readRegimes(services);
    expect(view.regularYear).toBe(2026);
    expect(view.lines.find((line) => line.key === OUT && line.regionCode === "")).toMatchObject({ change: "CHANGED", transition: { value: 150_000 }, regular: { value: 180_000 } });
    expect(view.lines.find((line) => line.key === "work.age.min")).toMatchObject({ change: "SAME" });
  });
});

describe("a claim", () => {
  const me = () => as("SEEKER", { personId: people[0]!.id });
  const travel = { benefit: "TRAVEL", year: 2026 };

  it("shows its person the new amount with its document, and nobody of another county", async () => {
    const view = (await readPersonClaims(services, me(), people[0]!.id, null))!;
    expect(view.entitlements.find(({ benefit }) => benefit === "TRAVEL")).toMatchObject({ state: "OPEN", amount: { fen: 180_000, citation: { documentNumber: "测〔2026〕9号", certainty: "CHECKED" } } });
    expect(await readPersonClaims(services, elsewhere, people[0]!.id, null)).toBeNull();
    expect(await readPersonClaims(services, as("SEEKER", { personId: people[1]!.id }), people[0]!.id, null)).toBeNull();
    expect(await readPersonClaims(services, county, people[0]!.id, null)).not.toBeNull();
  });

  it("is asked for once however often the form is sent, only while it is open, and by nobody for a stranger", async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => applyClaim(services, me(), travel)));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok).map(codeOf)).toEqual(Array(5).fill("claim-already"));
    expect(codeOf(await applyClaim(services, as("SEEKER", { personId: people[5]!.id }), travel))).toBe("claim-not-open");
    expect(codeOf(await applyClaim(services, elsewhere, { ...travel, personId: people[1]!.id }))).toBe("not-found");
    expect(codeOf(await applyClaim(services, as("AGENT", { regionCode: "141124", userId: (await make.user({ role: "AGENT", regionCode: "141124" })).id }), { ...travel, personId: people[1]!.id }))).toBe("consent-needed");
    expect(await applyClaim(services, county, { ...travel, personId: people[1]!.id })).toMatchObject({ ok: true });
    expect(await rows("SELECT act FROM receipt WHERE personId = ?", [people[1]!.id])).toEqual([{ act: "apply-claim" }]);
  });

  it("is checked, then paid by another officer, never more than was computed; two officers at once: the second is told; its person hears of it", async () => {
    const [{ id: claimId }] = await rows<{ id: string }>("SELECT id FROM claim WHERE personId = ?", [people[0]!.id]) as [{ id: string }];
    const decide = (to: string, version: number, more = {}, actor = county) => decideClaim(services, actor, { claimId, to, version, ...more });
    expect(codeOf(await decideClaim(services, elsewhere, { claimId, to: "CHECKED", version: 0 }))).toBe("not-found");
    expect(codeOf(await decide("PAID", 0))).toBe("claim-step");
    const both = await Promise.all([decide("CHECKED", 0), decide("REFUSED", 0, { reason: "没有车票" })]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    if ((await rows<{ state: string }>("SELECT state FROM claim WHERE id = ?", [claimId]))[0]!.state === "REFUSED") return;
    expect(codeOf(await decide("PAID", 1))).toBe("claim-four-eyes");
    expect(codeOf(await decide("PAID", 1, {}, { ...county, userId: null }))).toBe("claim-four-eyes");
    expect([await readClaimPage(services, county, claimId), await readClaimPage(services, colleague, claimId)].map((view) => [view!.state, view!.mayPay])).toEqual([["CHECKED", false], ["CHECKED", true]]);
    expect(codeOf(await decide("PAID", 1, { paidYuan: "1800.01" }, colleague))).toBe("claim-paid-most");
    expect(codeOf(await decide("PAID", 1, { paidYuan: "900" }, colleague))).toBe("reason-needed");
    expect(await decide("PAID", 1, { paidYuan: "900.50", reason: "按车票" }, colleague)).toMatchObject({ ok: true });
    expect(await readClaimPage(services, county, claimId)).toMatchObject({ state: "PAID", paidFen: 90_050, again: null, checked: { at: clock.now() } });
    await expect(services.pool.query("UPDATE claim SET decidedBy = checkedBy WHERE id = ?", [claimId])).rejects.toThrow(/four_eyes|CONSTRAINT/i);
    expect(await rows("SELECT kind FROM notice WHERE personId = ? AND subjectId = ?", [people[0]!.id, claimId])).toEqual([{ kind: "claim-paid" }]);
    expect(codeOf(await applyClaim(services, me(), travel))).toBe("claim-already");
    expect((await readClaimList(services, elsewhere, { state: null, benefit: null, year: null, page: 1 })).claims).toEqual([]);
  });

  it("does not pass once the ledger has taken the arrival back; taken back by its person it can be asked for again", async () => {
    const one = people[2]!;
    const self = as("SEEKER", { personId: one.id });
    const asked = await applyClaim(services, self, travel);
    expect(await withdrawClaim(services, as("SEEKER", { personId: people[1]!.id }), { claimId: asked.ok ? asked.value.claimId : "" })).toMatchObject({ ok: false });
    expect(await withdrawClaim(services, self, { claimId: asked.ok ? asked.value.claimId : "" })).toMatchObject({ ok: true });
    const again = await applyClaim(services, self, travel);
    if (!again.ok) throw new Error(JSON.stringify(again.problems));
    const [{ id: eventId }] = await rows<{ id: string }>("SELECT id FROM placement_event WHERE placementId = ? AND kind = 'ON_THE_JOB'", [one.placementId]) as [{ id: string }];
    expect(await reversePlacementEvent(services, county, { placementId: one.placementId, eventId, reason: "电话核实：没有到岗" })).toMatchObject({ ok: true });
    expect((await readClaimPage(services, county, again.value.claimId))!.again).toMatchObject({ holds: false, nowFen: 0 });
    expect(codeOf(await decideClaim(services, county, { claimId: again.value.claimId, to: "CHECKED", version: 0 }))).toBe("claim-no-longer");
    expect(await decideClaim(services, county, { claimId: again.value.claimId, to: "REFUSED", version: 0, reason: "没有到岗" })).toMatchObject({ ok: true });
  });

  it("that has been checked is not paid either once the ledger has taken the arrival back", async () => {
    const one = people[4]!;
    const asked = await applyClaim(services, as("SEEKER", { personId: one.id }), travel);
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    const decide = (to: string, version: number, more = {}) => decideClaim(services, to === "PAID" ? colleagueElsewhere : elsewhere, { claimId: asked.value.claimId, to, version, ...more });
    expect(await decide("CHECKED", 0)).toMatchObject({ ok: true });
    const [{ id: eventId }] = await rows<{ id: string }>("SELECT id FROM placement_event WHERE placementId = ? AND kind = 'ON_THE_JOB'", [one.placementId]) as [{ id: string }];
    expect(await reversePlacementEvent(services, elsewhere, { placementId: one.placementId, eventId, reason: "电话核实：没有到岗" })).toMatchObject({ ok: true });
    expect(codeOf(await decide("PAID", 1))).toBe("claim-no-longer");
    expect(codeOf(await decide("PAID", 1, { paidYuan: "0.01", reason: "按车票" }))).toBe("claim-no-longer");
    expect(await decide("REFUSED", 1, { reason: "没有到岗" })).toMatchObject({ ok: true });
  });

  it("is unique in the database for a benefit, year and person, and never without an amount", async () => {
    const facts = (await loadClaimFacts(services, [people[3]!.id])).get(people[3]!.id)!;
    const found = entitlementsOf(facts, createRuleBook(await loadPolicyParameters(services.pool)), { year: 2026, asOf: "2026-11-26" }).find(({ benefit }) => benefit === "TRAVEL")!;
    const made = await Promise.all([1, 2, 3].map(() => insertClaim(services, county, facts, found, { units: null, amountFen: 60_000 })));
    expect(made.filter((id) => id !== null)).toHaveLength(1);
    await expect(services.pool.query("UPDATE claim SET amountFen = 0")).rejects.toThrow();
    await expect(services.pool.query("UPDATE claim SET paidFen = amountFen + 1, state = 'PAID' WHERE openKey IS NOT NULL")).rejects.toThrow();
  });

  it("of a past year replays the same after every rule that was switched on since", async () => {
    const facts = (await loadClaimFacts(services, [people[1]!.id])).get(people[1]!.id)!;
    const past = { ...facts, works: facts.works.map((work) => ({ ...work, arrivedOn: "2024-03-01", provenUntil: "2024-10-30", endedOn: "2024-10-30" })) };
    const under = async () => replayYear(past, createRuleBook(await loadPolicyParameters(services.pool)), 2024).map(({ amount, state }) => [state, amount?.fen ?? null, amount?.citation.parameterId ?? null]);
    const before = await under();
    expect(before[0]).toEqual(["OPEN", 150_000, expect.any(String)]);
    const draftId = idOf(await draft(first, { key: "stay-in-work.subsidy.monthly", value: "300", validFrom: "2026-02-01" }));
    await simulate(first, draftId);
    expect(await switchOnRule(services, second, { draftId, version: 0 })).toMatchObject({ ok: true });
    expect(await under()).toEqual(before);
  });
});
