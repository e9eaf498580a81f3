import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isKnownDevice, noteDevice } from "#app/platform/known-devices.server.ts";
import { createMetrics } from "#app/platform/web/metrics.server.ts";
import { rateLimits, type RateLimits } from "#app/platform/web/rate-limits.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
const made = (deps = services): RateLimits => rateLimits(deps, createMetrics(deps, async () => ({})));
let account = 0;
const subjectOf = () => `name|account ${(account += 1)}`;
const free = (waits: number[]) => waits.filter((wait) => wait === 0).length;

beforeAll(async () => {
  services = await openTestServices();
  await services.redis.ping();
});
afterAll(() => services?.close());

describe("tries at an account", () => {
  it("are at most ten in five minutes from one address, however many come at the same moment, over all web processes", async () => {
    const [one, other] = [made(), made()];
    const subject = subjectOf();
    const waits = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? one : other).tryWait({ subject, address: "10.2.0.1", device: null })));
    expect(free(waits)).toBe(10);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300);
  });

  it("are at most forty in an hour from everywhere, by browsers it hasn't been opened from", async () => {
    const limits = made();
    const subject = subjectOf();
    const waits = await Promise.all(Array.from({ length: 120 }, (_, n) => limits.tryWait({ subject, address: `10.3.${n}.1`, device: null })));
    expect(free(waits)).toBe(40);
  });

  it("of others never hold up its owner's own browser, whose failures are counted for itself", async () => {
    const limits = made();
    const subject = subjectOf();
    const attack = () => Promise.all(Array.from({ length: 100 }, (_, n) => limits.tryWait({ subject, address: n % 2 ? "10.4.0.1" : `10.4.${n}.2`, device: null })));
    const owner = { subject, address: "10.4.0.1", device: "the owner's browser" };
    await attack();
    const [, ...waits] = await Promise.all([attack(), ...Array.from({ length: 12 }, () => limits.tryWait(owner))]);
    expect(free(waits as number[])).toBe(10);
    await limits.tryDone(owner);
    expect(await limits.tryWait(owner)).toBe(0);
    expect(await limits.tryWait({ ...owner, device: "a browser nobody knows" })).toBe(0);
    expect(await limits.tryWait({ ...owner, device: null })).toBeGreaterThan(0);
  });

  it("from one address at many accounts come to an end, and those that were right don't count", async () => {
    const limits = made();
    const one = () => ({ subject: subjectOf(), address: "10.5.0.1", device: null });
    for (let n = 0; n < 210; n += 1) {
      const right = one();
      expect(await limits.tryWait(right)).toBe(0);
      await limits.tryDone(right);
    }
    const waits = await Promise.all(Array.from({ length: 230 }, () => limits.tryWait(one())));
    expect(free(waits)).toBe(200);
  });

  it("go on being counted, in each process, while Redis is away, and nobody waits for it", async () => {
    const limits = made({ ...services, redis: Object.assign(Object.create(services.redis) as typeof services.redis, { status: "reconnecting" }) });
    const subject = subjectOf();
    const startedAt = performance.now();
    const waits = await Promise.all(Array.from({ length: 40 }, () => limits.tryWait({ subject, address: "10.6.0.1", device: null })));
    expect(free(waits)).toBe(10);
    // a command that waits for Redis is given up after seconds
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe("a browser", () => {
  it("is known to the accounts that were opened from it, by the cookie's secret", async () => {
    const make = createFactory(services, 61);
    const [one, other] = [await make.user({ role: "OFFICER" }), await make.user({ role: "OFFICER" })];
    await noteDevice(services, one.id, "secret of a browser", "session");
    const known = (ids: string[], secret: string | null) => isKnownDevice(services, ids, secret);
    expect(await Promise.all([known([one.id], "secret of a browser"), known([other.id, one.id], "secret of a browser"), known([other.id], "secret of a browser"), known([one.id], "another"), known([one.id], null), known([], "secret of a browser")]))
      .toEqual([true, true, false, false, false, false]);
  });
});
