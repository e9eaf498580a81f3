import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { must } from "#app/domain/result.ts";
import { foldPersons } from "#app/usecases/targets/fold.server.ts";
import { rebuildTargets, recountTargets } from "#app/usecases/targets/recount.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent, reversePlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const officer = as("OFFICER", { regionCode: "141124" });

beforeAll(async () => {
  services = await openTestServices();
  make = createFactory(services, 11);
  await loadReference(services);
});
afterAll(() => services.close());

async function pair(openings = 3) {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, openings });
  const person = await make.person({ homeCountyCode: "141124", age: 45, wish: { occupationCodes: ["6-18-02-04"] } });
  return { employerId, postId, person, seeker: as("SEEKER", { personId: person.id }), employer: as("EMPLOYER", { employerId }) };
}
async function accepted(openings = 3) {
  const one = await pair(openings);
  const { placementId } = must(await acceptPost(services, one.seeker, { postId: one.postId }));
  return { ...one, placementId };
}
const count = async (sql: string, params: unknown[] = []) => Number(((await services.pool.query(sql, params))[0] as { n: number }[])[0]?.n);
const problemsOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));

describe("accepting a post", () => {
  it("takes an opening and the person's place, writes the ledger and the outbox, all in one", async () => {
    const { placementId, postId, person } = await accepted();
    expect(await count("SELECT filled AS n FROM post WHERE id = ?", [postId])).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM placement WHERE id = ? AND activeKey = ?", [placementId, person.id])).toBe(1);
    const [events] = await services.pool.query("SELECT kind FROM placement_event WHERE placementId = ? ORDER BY seq", [placementId]);
    expect((events as { kind: string }[]).map((event) => event.kind)).toEqual(["OFFERED", "ACCEPTED"]);
    expect(await count("SELECT COUNT(*) AS n FROM outbox_event WHERE subjectId IN (?)", [[person.id, postId]])).toBe(3);
  });

  it("is refused for a second post while the first is held", async () => {
    const { seeker } = await accepted();
    const other = await make.post();
    expect(problemsOf(await acceptPost(services, seeker, { postId: other }))).toContain("reason:already-placed");
    expect(await count("SELECT filled AS n FROM post WHERE id = ?", [other])).toBe(0);
  });

  it("lets exactly as many people in as there are openings, however many ask in the same second", async () => {
    const postId = await make.post({ openings: 2 });
    const people = await Promise.all(Array.from({ length: 7 }, () => make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: ["6-18-02-04"] } })));
    const results = await Promise.all(people.map((person) => acceptPost(services, as("SEEKER", { personId: person.id }), { postId })));
    expect(results.filter((result) => result.ok)).toHaveLength(2);
    expect(await count("SELECT filled AS n FROM post WHERE id = ?", [postId])).toBe(2);
    expect(await count("SELECT COUNT(*) AS n FROM placement WHERE postId = ?", [postId])).toBe(2);
  });

  it("gives one person one place, however often they press at once", async () => {
    const { seeker, postId, person } = await pair();
    const other = await make.post();
    const results = await Promise.all([postId, other, postId, other].map((id) => acceptPost(services, seeker, { postId: id })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await count("SELECT COUNT(*) AS n FROM placement WHERE personId = ?", [person.id])).toBe(1);
    expect(await count("SELECT SUM(filled) AS n FROM post WHERE id IN (?)", [[postId, other]])).toBe(1);
  });

  it("is not open to a stranger: the answer is the same as for a person who doesn't exist", async () => {
    const { person, postId } = await pair();
    const elsewhere = as("OFFICER", { regionCode: "140200" });
    expect(problemsOf(await acceptPost(services, elsewhere, { postId, personId: person.id }))).toEqual(["not-found"]);
    expect(problemsOf(await acceptPost(services, elsewhere, { postId, personId: "01K00000000000000000000000" }))).toEqual(["not-found"]);
    expect(problemsOf(await acceptPost(services, as("EMPLOYER"), { postId, personId: person.id }))).toEqual(["forbidden"]);
  });
});

describe("a placement's way", () => {
  const today = () => services.clock.today();

  it("counts the person once the employer confirms the arrival, and no more when that is taken back", async () => {
    const { placementId, employer, person } = await accepted();
    const arrived = await recordPlacementEvent(services, employer, { placementId, kind: "ON_THE_JOB", happenedOn: today() });
    await foldPersons(services, [person.id]);
    expect(await count("SELECT COUNT(*) AS n FROM target_count WHERE personId = ? AND caliberCode = 'arrival'", [person.id])).toBe(1);
    if (!arrived.ok) throw new Error("not recorded");
    const back = await reversePlacementEvent(services, officer, { placementId, eventId: arrived.value.eventId, reason: "电话核查：未到岗" });
    expect(back.ok).toBe(true);
    await foldPersons(services, [person.id]);
    expect(await count("SELECT COUNT(*) AS n FROM target_count WHERE personId = ?", [person.id])).toBe(0);
  });

  it("folding twice, or many times at once, counts once", async () => {
    const { placementId, employer, person } = await accepted();
    await recordPlacementEvent(services, employer, { placementId, kind: "ON_THE_JOB", happenedOn: today() });
    await Promise.all(Array.from({ length: 6 }, () => foldPersons(services, [person.id])));
    expect(await foldPersons(services, [person.id])).toEqual({ changed: 0 });
    expect((await recountTargets(services)).differences).toBe(0);
  });

  it("gives the opening back when it ends, and a place to the person for another post", async () => {
    const { placementId, postId, seeker } = await accepted(1);
    const ended = await recordPlacementEvent(services, seeker, { placementId, kind: "ENDED", happenedOn: today(), reason: "家里有事" });
    expect(ended.ok).toBe(true);
    expect(await count("SELECT filled AS n FROM post WHERE id = ?", [postId])).toBe(0);
    expect((await acceptPost(services, seeker, { postId })).ok).toBe(true);
  });

  it("takes one of two contradicting words said at once; the other is told that something changed", async () => {
    const { placementId, seeker, employer } = await accepted();
    const said = await Promise.all([
      recordPlacementEvent(services, seeker, { placementId, kind: "ENDED", happenedOn: today() }),
      recordPlacementEvent(services, employer, { placementId, kind: "ON_THE_JOB", happenedOn: today() }),
      recordPlacementEvent(services, officer, { placementId, kind: "ENDED", happenedOn: today() }),
    ]);
    const refusals = said.flatMap(problemsOf);
    expect(said.some((one) => one.ok)).toBe(true);
    for (const code of refusals) expect(["changed-meanwhile", "transition-not-allowed"]).toContain(code);
    expect((await recountTargets(services)).wrongHeads).toBe(0);
  });

  it("can't be told by another employer", async () => {
    const { placementId } = await accepted();
    const stranger = as("EMPLOYER", { employerId: await make.employer() });
    expect(problemsOf(await recordPlacementEvent(services, stranger, { placementId, kind: "ON_THE_JOB", happenedOn: today() }))).toEqual(["not-found"]);
  });

  it("names the field when a day is wrong, and records nothing", async () => {
    const { placementId, employer } = await accepted();
    const result = await recordPlacementEvent(services, employer, { placementId, kind: "ON_THE_JOB", happenedOn: "2026-02-30" });
    expect(result).toEqual({ ok: false, problems: [{ code: "date-form", field: "happenedOn" }] });
    expect(await count("SELECT lastSeq AS n FROM placement WHERE id = ?", [placementId])).toBe(2);
  });
});

describe("the recount", () => {
  /** What the workers would do with the outbox. */
  beforeAll(async () => {
    const [rows] = await services.pool.query("SELECT DISTINCT personId FROM placement_event");
    await foldPersons(services, (rows as { personId: string }[]).map((row) => row.personId));
  });

  it("equals an independent count in SQL over the ledger, and the rebuilt counters", async () => {
    const before = await recountTargets(services);
    expect(before.differences).toBe(0);
    const plain = await count(
      `SELECT COUNT(DISTINCT e.personId) AS n FROM placement_event e JOIN placement a ON a.id = e.placementId JOIN county c ON c.code = a.homeCountyCode
        WHERE e.kind = 'ON_THE_JOB' AND e.saidByRole = 'EMPLOYER' AND a.stream <> 'WELFARE' AND c.povertyLiftedLevel IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = e.id)`);
    expect(await count("SELECT COALESCE(SUM(persons), 0) AS n FROM target_counter WHERE caliberCode = 'arrival'")).toBe(plain);
    await rebuildTargets(services);
    expect((await recountTargets(services)).differences).toBe(0);
    expect(await count("SELECT COALESCE(SUM(persons), 0) AS n FROM target_counter WHERE caliberCode = 'arrival'")).toBe(plain);
  });

  it("finds a counter that was changed by hand, a count that was deleted, and a ledger row that was altered", async () => {
    await services.pool.query("UPDATE target_counter SET persons = persons + 2 WHERE caliberCode = 'arrival' LIMIT 1");
    expect((await recountTargets(services)).drift).toBe(2);
    await services.pool.query("DELETE FROM target_count WHERE caliberCode = 'arrival' LIMIT 1");
    expect((await recountTargets(services)).missingCounts).toBe(1);
    await services.pool.query("UPDATE placement_event SET happenedOn = '2026-01-01' WHERE kind = 'ACCEPTED' LIMIT 1");
    expect((await recountTargets(services)).brokenChains).toBe(1);
    await rebuildTargets(services);
    expect((await recountTargets(services)).differences).toBe(1);
  });
});
