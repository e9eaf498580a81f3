import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHeldPerson, readVillagePeople } from "#app/data/read-models/agent-work.server.ts";
import { FORM_POLICIES, LARGEST_ROSTER, PAPER_FORMS } from "#app/domain/person/paper-forms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { openForm } from "#app/usecases/persons/open-form.server.ts";
import { openRoster } from "#app/usecases/persons/open-roster.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
let factory: Factory;
const VILLAGE = "141124100009";
const actorOf = (regionCode: string, role: Actor["role"] = "AGENT"): Actor => ({ userId: "01K00000000000000000000001", role, regionCode, personId: null, employerId: null, purpose: "test" });
const agent = actorOf("141124100");
const rows = async (sql: string, ...params: unknown[]) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];
const openings = (personId: string) => rows("SELECT purpose, action, outcome, userId FROM audit_entry WHERE subjectType = 'person' AND subjectId = ? ORDER BY id", personId);
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((problem) => problem.code));

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-25T02:00:00Z") });
  await loadReference(services);
  factory = createFactory(services, 6);
});
afterAll(() => services?.close());

describe("opening a record for a form", () => {
  it("gives name, ID and telephone in full, and the standards in force with their document", async () => {
    const person = await factory.person({ homeRegionCode: VILLAGE, phone: "13812340001", name: "𠮷㛃", categories: ["POVERTY_LIFTED"] });
    const result = await openForm(services, agent, { personId: person.id, form: "travel-subsidy", reason: "PRESENT" });
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result.value.person).toMatchObject({ name: "𠮷㛃", idNumber: person.idNumber, phone: "13812340001", categories: ["POVERTY_LIFTED"], job: null });
    expect(result.value.policies.map((one) => [one.key, one.value, one.documentNumber])).toEqual([
      ["travel.subsidy.out-of-province.max", 150_000, "晋乡振〔2023〕44号"], ["travel.subsidy.out-of-county.max", 60_000, "晋乡振〔2023〕44号"],
    ]);
  });

  it("takes a number from the table: a new row for the county changes the form", async () => {
    const person = await factory.person({ homeRegionCode: VILLAGE });
    await services.pool.query("INSERT INTO policy_parameter (id, `key`, regionCode, value, unit, source, certainty, validFrom, documentNumber, recordedAt) VALUES ('01K000000000000000000000PP', 'stay-in-work.subsidy.monthly', '141124', '30000', 'fen/month', 'test', 'CHECKED', '2026-01-01', '临人社〔2026〕1号', NOW(3))");
    const result = await openForm(services, agent, { personId: person.id, form: "stay-in-work", reason: "PRESENT" });
    expect(result.ok && result.value.policies[0]).toMatchObject({ value: 30_000, documentNumber: "临人社〔2026〕1号" });
  });

  it("knows where somebody works", async () => {
    const person = await factory.person({ homeRegionCode: VILLAGE, age: 30, wish: { minWageFen: 0, occupationCodes: ["6-18-02-04"] } });
    const postId = await factory.post({ countyCode: "141124", regionCode: "141124", title: "装配工", educationMin: "NONE" });
    expect(await acceptPost(services, actorOf("141124", "OFFICER"), { postId, personId: person.id })).toMatchObject({ ok: true });
    const result = await openForm(services, agent, { personId: person.id, form: "stay-in-work", reason: "PRESENT" });
    expect(result.ok && result.value.person.job).toMatchObject({ title: "装配工", placeClass: "IN_COUNTY", arrivedOn: null });
  });

  it("is in the audit each time, with the form and the reason as its purpose", async () => {
    const person = await factory.person({ homeRegionCode: VILLAGE });
    for (const form of PAPER_FORMS) await openForm(services, agent, { personId: person.id, form, reason: "ON_BEHALF" });
    expect(await openings(person.id)).toEqual(PAPER_FORMS.map((form) => ({ purpose: `form:${form}:ON_BEHALF`, action: "open-form", outcome: "ok", userId: agent.userId })));
  });

  it("needs a reason, a form that there is, and a person of the region; anybody else is not found", async () => {
    const person = await factory.person({ homeRegionCode: VILLAGE });
    const good = { personId: person.id, form: "consent", reason: "PRESENT" };
    expect(codes(await openForm(services, agent, { ...good, reason: undefined }))).toEqual(["opening-reason-needed"]);
    expect(codes(await openForm(services, agent, { ...good, form: "passport" }))).toEqual(["not-found"]);
    for (const personId of ["x", "01K00000000000000000000000", "' OR ''='"]) expect(codes(await openForm(services, agent, { ...good, personId }))).toEqual(["not-found"]);
    for (const region of ["141124101", "141127", "140105"]) {
      expect(codes(await openForm(services, actorOf(region), good))).toEqual(["not-found"]);
      expect(await readHeldPerson(services.pool, actorOf(region), person.id)).toBeNull();
    }
    for (const role of ["SEEKER", "EMPLOYER", "ADMIN"] as const) expect(codes(await openForm(services, actorOf("140000", role), good))).toEqual(["forbidden"]);
    expect((await readHeldPerson(services.pool, agent, person.id))!.nameMasked).toMatch(/^.\*+$/u);
  });

  it("asks only for policy numbers that there are", async () => {
    const known = new Set((await rows("SELECT DISTINCT `key` FROM policy_parameter")).map((row) => row.key as string));
    expect(Object.values(FORM_POLICIES).flat().filter((key) => !known.has(key))).toEqual([]);
  });
});

describe("opening people for a roster", () => {
  it("gives them in the order they were chosen, and each has it in the audit", async () => {
    const people = [await factory.person({ homeRegionCode: VILLAGE }), await factory.person({ homeRegionCode: VILLAGE }), await factory.person({ homeRegionCode: VILLAGE })];
    const ids = people.map((one) => one.id).reverse();
    const result = await openRoster(services, agent, { village: VILLAGE, personIds: ids, reason: "AGAIN" });
    expect(result.ok && result.value.people.map((one) => [one.id, one.idNumber])).toEqual(people.map((one) => [one.id, one.idNumber]).reverse());
    for (const id of ids) expect(await openings(id)).toMatchObject([{ purpose: "form:roster:AGAIN", action: "open-form" }]);
  });

  it("refuses all of it when one is of another village, and opens nobody", async () => {
    const [here, there] = [await factory.person({ homeRegionCode: VILLAGE }), await factory.person({ homeRegionCode: "141124101" })];
    expect(codes(await openRoster(services, agent, { village: VILLAGE, personIds: [here.id, there.id], reason: "PRESENT" }))).toEqual(["not-found"]);
    expect(await openings(here.id)).toEqual([]);
    expect(codes(await openRoster(services, actorOf("141127"), { village: VILLAGE, personIds: [here.id], reason: "PRESENT" }))).toEqual(["not-found"]);
    expect(codes(await openRoster(services, agent, { village: VILLAGE, personIds: [], reason: "PRESENT" }))).toEqual(["people-needed"]);
    expect(codes(await openRoster(services, agent, { village: VILLAGE, personIds: Array(LARGEST_ROSTER + 1).fill(here.id), reason: "PRESENT" }))).toEqual(["roster-too-long"]);
  });

  it("is chosen from masked names, those at work first", async () => {
    const list = await readVillagePeople(services.pool, VILLAGE);
    expect(list.length).toBe(Number((await rows("SELECT COUNT(*) AS n FROM person WHERE homeRegionCode = ?", VILLAGE))[0]!.n));
    expect(list.map((one) => one.placed)).toEqual([...list.map((one) => one.placed)].sort((a, b) => Number(b) - Number(a)));
    expect(list.every((one) => /^.\*+$/u.test(one.nameMasked))).toBe(true);
  });
});
