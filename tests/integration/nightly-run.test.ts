import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { requestMatchRun, requestNightlyRun } from "#app/usecases/matching/request-run.server.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { keepHouse } from "#workers/handlers/housekeeping.ts";
import { executeMatchRun } from "#workers/matching/run/run.ts";

/** One o'clock in the night in China; the hour set below is two. */
const clock = fixedClock("2026-11-25T17:00:00Z");
let services: TestServices;
let make: Factory;
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];
const nights = () => rows<{ id: string; nightKey: string }>("SELECT id, nightKey FROM match_run WHERE nightKey IS NOT NULL ORDER BY nightKey");

beforeAll(async () => {
  services = await openTestServices({ clock });
  services.env.NIGHTLY_MATCH_HOUR = 2;
  await loadReference(services);
  make = createFactory(services, 3);
  await make.person({ homeCountyCode: "141124", age: 33, wish: { occupationCodes: ["6-31-01-03"] } });
});
afterAll(() => services.close());

describe("the nightly run over the province", () => {
  it("is not asked for before its hour, nor where it is switched off", async () => {
    expect(await requestNightlyRun(services)).toBe(false);
    clock.set("2026-11-25T18:05:00Z");
    expect(await requestNightlyRun({ ...services, env: { ...services.env, NIGHTLY_MATCH_HOUR: null } })).toBe(false);
    expect(await nights()).toEqual([]);
  });

  it("waits while a run over the province is under way", async () => {
    const byHand = await requestMatchRun(services, { userId: null, role: "OFFICER", regionCode: "140000", personId: null, employerId: null, purpose: "test" }, { night: "2026-11-26" });
    if (!byHand.ok) throw new Error("not requested");
    expect(await requestNightlyRun(services)).toBe(false);
    await executeMatchRun(services, byHand.value.runId);
    expect(await nights()).toEqual([]);
  });

  it("is asked for once, however many workers look at the clock at the same moment and later", async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => requestNightlyRun(services)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    const [night] = await nights();
    expect(night?.nightKey).toBe("140000:2026-11-26");
    await executeMatchRun(services, night!.id);
    clock.set("2026-11-25T19:05:00Z");
    expect((await keepHouse(services, 2)).nightlyRuns).toBe(0);
    expect(await nights()).toHaveLength(1);
  });

  it("keeps what people have accepted: neither they nor their openings are matched again", async () => {
    const person = await make.person({ homeCountyCode: "141124", age: 30, wish: { occupationCodes: ["6-29-01-01"] } });
    const other = await make.person({ homeCountyCode: "141124", age: 31, wish: { occupationCodes: ["6-29-01-01"] } });
    const postId = await make.post({ countyCode: "141124", occupationCode: "6-29-01-01", openings: 1 });
    const accepted = await acceptPost(services, { userId: null, role: "SEEKER", regionCode: null, personId: person.id, employerId: null, purpose: "test" }, { postId });
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
    clock.set("2026-11-26T18:05:00Z");
    expect((await keepHouse(services, 2)).nightlyRuns).toBe(1);
    const night = (await nights()).find(({ nightKey }) => nightKey === "140000:2026-11-27")!;
    await executeMatchRun(services, night.id);
    expect(await rows("SELECT personId FROM job_match WHERE runId = ? AND (personId = ? OR postId = ?)", [night.id, person.id, postId])).toEqual([]);
    expect(await rows("SELECT activeKey FROM placement WHERE id = ?", [accepted.value.placementId])).toEqual([{ activeKey: person.id }]);
    expect(await rows("SELECT id FROM job_match WHERE runId = ? AND personId = ?", [night.id, other.id])).toEqual([]);
  });
});
