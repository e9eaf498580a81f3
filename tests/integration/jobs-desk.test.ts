import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordRun } from "#app/data/scheduled-runs.server.ts";
import { readJobsDesk } from "#app/data/read-models/jobs-desk.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { retryDeliveries } from "#app/usecases/operations/retry-deliveries.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { deliver } from "#workers/handlers/deliver.ts";
import { keepHouse } from "#workers/handlers/housekeeping.ts";
import { claimDeliveries, expandEvents, QUARANTINE_AFTER } from "#workers/relay/deliveries.ts";

const clock = fixedClock("2026-11-25T10:30:00Z");
const admin: Actor = { userId: null, role: "ADMIN", regionCode: "140000", personId: null, employerId: null, purpose: "test" };
let services: TestServices;
beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
});
afterAll(() => services.close());

const passMs = (ms: number) => clock.set(new Date(services.clock.now().getTime() + ms).toISOString());
class Poison extends Error {
  code = "E_POISON";
}

describe("a delivery that fails again and again", () => {
  const subjectId = "01K00000000000000000000001";
  const tryOnce = async (effect: () => Promise<void>) => {
    passMs(6_000);
    const deliveries = await claimDeliveries(services, "index-posts");
    return deliveries.length === 0 ? null : deliver(services, "index-posts", { deliveries }, effect);
  };

  it("is set aside, shown with its code, and tried again when an administrator says so", async () => {
    await services.db.outboxEvent.create({ data: { id: services.newId(), event: "post.changed", subjectId, recordedAt: services.clock.now() } });
    await expandEvents(services);
    for (let n = 0; n < QUARANTINE_AFTER; n += 1) expect(await tryOnce(() => Promise.reject(new Poison("谁的名字")))).toMatchObject({ failed: 1 });
    expect(await tryOnce(() => Promise.resolve())).toBeNull();
    const { setAside, waiting } = await readJobsDesk(services);
    expect(setAside).toMatchObject([{ consumer: "index-posts", event: "post.changed", subjectId, error: "E_POISON", attempts: QUARANTINE_AFTER }]);
    expect(waiting.find((one) => one.consumer === "index-posts")).toMatchObject({ waiting: 0, setAside: 1 });

    expect(await retryDeliveries(services, { ...admin, role: "OFFICER" }, { consumer: "index-posts" })).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
    expect(await retryDeliveries(services, admin, { consumer: "index-posts", eventId: setAside[0]!.eventId })).toEqual({ ok: true, value: { count: 1 } });
    expect(await retryDeliveries(services, admin, { consumer: "index-posts" })).toMatchObject({ ok: false, problems: [{ code: "nothing-set-aside" }] });
    expect(await tryOnce(() => Promise.resolve())).toMatchObject({ done: 1 });
    expect((await readJobsDesk(services)).setAside).toEqual([]);
  });
});

describe("what the clock asks for", () => {
  const housekeeping = async () => (await readJobsDesk(services)).schedules.find(({ name }) => name === "housekeeping")!;

  it("is expected from its first run on, and what was not done in its hour is shown as not done", async () => {
    expect(await housekeeping()).toMatchObject({ expected: 0, missed: 0, slots: [] });
    clock.set("2026-11-25T11:00:02Z");
    await recordRun(services, "housekeeping", () => keepHouse(services, 2));
    await services.db.scheduledRun.updateMany({ data: { startedAt: new Date("2026-11-25T11:00:00Z") } });
    clock.set("2026-11-25T12:00:05Z");
    await expect(recordRun(services, "housekeeping", () => Promise.reject(new Poison("谁的名字")))).rejects.toThrow();
    clock.set("2026-11-25T14:30:00Z");
    expect(await housekeeping()).toMatchObject({ expected: 3, done: 1, failed: 1, missed: 1 });
    expect((await housekeeping()).slots.map((slot) => slot.state)).toEqual(["done", "failed", "missed", "due"]);
    const kept = JSON.stringify(await services.db.scheduledRun.findMany());
    expect(kept).toContain("E_POISON");
    expect(kept).not.toContain("谁的名字");
  });

  it("keeps what it counted, and forgets it after sixty days", async () => {
    expect(await services.db.scheduledRun.findFirst({ where: { name: "housekeeping", failure: null } })).toMatchObject({ counts: expect.objectContaining({ expiredPosts: 0 }) as unknown });
    clock.set("2027-02-25T14:30:00Z");
    expect((await keepHouse(services, 2)).oldRuns).toBe(3);
    // the check of the audit that this housekeeping did itself
    expect((await services.db.scheduledRun.findMany()).map(({ name }) => name)).toEqual(["audit-check"]);
  });
});
