import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCandidates } from "#app/data/read-models/employer-pages.server.ts";
import { readCountyPeople } from "#app/data/read-models/counted-people.server.ts";
import { readPlacementPage } from "#app/data/read-models/placement-page.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { executeMatchRun } from "#workers/matching/run/run.ts";

let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const trail = async (subjectId: string) =>
  (await services.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map((one) => `${one.role} ${one.action} ${one.outcome}`);

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  make = createFactory(services, 31);
});
afterAll(() => services.close());

async function placed() {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, countyCode: "141124" });
  const person = await make.person({ name: "甲乙丙", homeCountyCode: "141124", age: 40, phone: "10012345678", wish: { occupationCodes: ["6-18-02-04"] } });
  const accepted = await acceptPost(services, as("SEEKER", { personId: person.id }), { postId });
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
  return { employerId, postId, person, placementId: accepted.value.placementId };
}

describe("the audit", () => {
  it("names every act on a placement and every look at it by another than the person, refusals too", async () => {
    const { placementId, employerId, person } = await placed();
    await readPlacementPage(services, as("SEEKER", { personId: person.id }), placementId);
    await readPlacementPage(services, as("OFFICER", { regionCode: "141124" }), placementId);
    await readPlacementPage(services, as("OFFICER", { regionCode: "140200" }), placementId);
    const happenedOn = services.clock.today();
    await recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId, kind: "ON_THE_JOB", happenedOn });
    await recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId, kind: "ON_THE_JOB", happenedOn });
    expect(await trail(placementId)).toEqual([
      "SEEKER accept-post ok", "OFFICER see-placement ok", "EMPLOYER record-placement-event ok", "EMPLOYER record-placement-event already-confirmed",
    ]);
  });

  it("names who looked at the people behind a county's number", async () => {
    await readCountyPeople(services, as("OFFICER", { regionCode: "141100" }), { countyCode: "141124", year: 2026, caliberCode: "arrival", page: 1 });
    expect(await readCountyPeople(services, as("EMPLOYER"), { countyCode: "141124", year: 2026, caliberCode: "arrival", page: 1 })).toBeNull();
    expect(await trail("141124")).toEqual(["OFFICER see-county-people ok"]);
  });

  it("holds no personal field", async () => {
    const { person } = await placed();
    const all = JSON.stringify(await services.db.auditEntry.findMany());
    for (const secret of [person.name, person.idNumber, "10012345678"]) expect(all).not.toContain(secret);
  });
});

describe("what others see of a person", () => {
  it("is masked for an employer, without the household's hardship, and nothing for another employer", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, countyCode: "141127", occupationCode: "6-31-01-03", openings: 2 });
    const person = await make.person({ name: "丁戊己", homeCountyCode: "141127", age: 35, categories: ["POVERTY_LIFTED", "MONITORED_SUDDEN"], wish: { occupationCodes: ["6-31-01-03"] } });
    const requested = await requestMatchRun(services, as("SYSTEM", { regionCode: "140000" }), { regionCode: "141127" });
    if (!requested.ok) throw new Error("not requested");
    await executeMatchRun(services, requested.value.runId);
    const seen = await readCandidates(services, employerId, postId);
    expect(seen?.candidates).toHaveLength(1);
    const text = JSON.stringify(seen);
    for (const secret of [person.name, person.idNumber, "monitored", "MONITORED", "POVERTY"]) expect(text).not.toContain(secret);
    expect(await readCandidates(services, await make.employer(), postId)).toBeNull();
  });
});
