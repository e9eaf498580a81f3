import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/platform/actor.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { rebuildTargets } from "#app/usecases/targets/recount.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { check } from "#tests/chaos/check.ts";
import type { Kind, Operation, Outcome } from "#tests/chaos/operations.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  make = createFactory(services, 78);
  await ensureIndexes(services);
});
afterAll(() => services.close());

const operation = (kind: Kind, about: Record<string, unknown>, outcome: Outcome = "done"): Operation => ({ kind, about, outcome, failures: 0, form: { path: "/", cookie: "", body: () => new URLSearchParams() } });
/** Search and counters as they should be, and nothing left to tell: only what a test does then counts. */
async function settle() {
  await rebuildIndexes(services, {});
  await rebuildTargets(services, () => undefined);
  await services.db.outboxEvent.deleteMany({});
}
async function accepted() {
  const postId = await make.post({ countyCode: "141124" });
  const person = await make.person({ age: 40, wish: { occupationCodes: ["6-18-02-04"] } });
  const actor: Actor = { userId: null, role: "SEEKER", regionCode: null, personId: person.id, employerId: null, purpose: "test" };
  expect((await acceptPost(services, actor, { postId })).ok).toBe(true);
  return { personId: person.id, postId };
}

describe("the check after a run of faults", () => {
  it("finds nothing where all that was answered as done is there once", async () => {
    const about = await accepted();
    await settle();
    expect(await check(services, [operation("accept", about)])).toEqual({ lost: 0, doubled: 0, differences: 0, details: [] });
  });

  it("counts as lost what was answered as done and is not there, and not what was refused or never answered", async () => {
    const none = { personId: services.newId(), postId: services.newId() };
    expect(await check(services, [operation("accept", none)])).toMatchObject({ lost: 1, doubled: 0 });
    expect(await check(services, [operation("accept", none, "refused"), operation("accept", none, "unanswered")])).toMatchObject({ lost: 0, doubled: 0 });
  });

  it("counts as doubled what is there twice, whatever was answered", async () => {
    const employerId = await make.employer();
    for (let n = 0; n < 2; n += 1) await make.post({ employerId, title: "双份电焊工" });
    for (const outcome of ["done", "refused", "unanswered"] as const) expect(await check(services, [operation("publish", { employerId, title: "双份电焊工" }, outcome)])).toMatchObject({ lost: 0, doubled: 1 });
  });

  it("counts as lost an event that nobody acted on, and one that was set aside", async () => {
    await settle();
    const id = services.newId();
    await services.db.outboxEvent.create({ data: { id, event: "post.changed", subjectId: services.newId(), recordedAt: services.clock.now() } });
    expect((await check(services, [])).lost).toBe(1);
    await services.db.outboxEvent.update({ where: { id }, data: { expandedAt: services.clock.now() } });
    await services.db.outboxDelivery.create({ data: { eventId: id, consumer: "index-posts", subjectId: services.newId(), quarantinedAt: services.clock.now() } });
    expect((await check(services, [])).lost).toBe(1);
    await services.db.outboxEvent.deleteMany({});
  });

  it("counts as a difference a document that search lacks, and a counter that is off", async () => {
    await settle();
    await make.post({ countyCode: "141124", title: "没进索引的岗位" });
    const { differences } = await check(services, []);
    expect(differences).toBe(1);
    await settle();
    await services.db.targetCounter.create({ data: { year: 2026, caliberCode: "arrival", countyCode: "141124", month: 1, placeClass: "IN_COUNTY", stream: "MARKET", persons: 5 } });
    expect((await check(services, [])).differences).toBe(1);
  });
});
