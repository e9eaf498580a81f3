import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emit } from "#app/data/outbox.server.ts";
import { EVENT_NAMES, type EventName } from "#app/domain/events/events.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { openQueues, type OpenQueues } from "#workers/catalog/queues.ts";
import { deliver } from "#workers/handlers/deliver.ts";
import { claimDeliveries, expandEvents, QUARANTINE_AFTER } from "#workers/relay/deliveries.ts";
import { relayOnce } from "#workers/relay/relay.ts";
import { CONSUMERS, type Consumer, SUBSCRIPTIONS } from "#workers/subscriptions.ts";

let services: TestServices;
let queues: OpenQueues;
const clockShift = { ms: 0 };
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];
const say = (event: EventName, ids: string[]) => services.db.$transaction((tx) => emit(services, tx, ids.map((subjectId) => ({ event, subjectId }))));
const ids = (count: number) => Array.from({ length: count }, () => services.newId());

beforeAll(async () => {
  const now = () => new Date(Date.now() + clockShift.ms);
  services = await openTestServices({ clock: { now, today: () => now().toISOString().slice(0, 10) } });
  queues = openQueues(services.env);
  await sleep(300);
});
beforeEach(async () => {
  clockShift.ms = 0;
  await services.pool.query("DELETE FROM outbox_event");
  for (const queue of queues.queues) await queue.obliterate({ force: true });
});
afterAll(async () => {
  await queues.close();
  await services.close();
});

describe("subscriptions", () => {
  it("leave no event without somebody who acts on it, and no consumer without an event", () => {
    expect(Object.keys(SUBSCRIPTIONS).sort()).toEqual([...EVENT_NAMES].sort());
    expect([...new Set(Object.values(SUBSCRIPTIONS).flat())].sort()).toEqual(Object.keys(CONSUMERS).sort());
  });
});

describe("the outbox", () => {
  it("holds nothing of a transaction that was rolled back", async () => {
    await expect(services.db.$transaction(async (tx) => {
      await emit(services, tx, [{ event: "post.changed", subjectId: services.newId() }]);
      throw new Error("changed my mind");
    })).rejects.toThrow("changed my mind");
    expect(await rows("SELECT id FROM outbox_event")).toEqual([]);
  });

  it("gets one delivery for each subscriber, however often and by however many relays it is expanded", async () => {
    await say("post.changed", ids(30));
    await Promise.all([expandEvents(services), expandEvents(services), expandEvents(services)]);
    await expandEvents(services);
    expect(await rows("SELECT consumer, COUNT(*) AS n FROM outbox_delivery GROUP BY consumer ORDER BY consumer")).toEqual(
      SUBSCRIPTIONS["post.changed"].map((consumer) => ({ consumer, n: 30 })));
  });

  it("is claimed by one of many relays, each delivery once", async () => {
    await say("post.changed", ids(1_200));
    while ((await expandEvents(services)) > 0);
    const claims = await Promise.all(Array.from({ length: 4 }, () => claimDeliveries(services, "index-posts")));
    const claimed = claims.flat().map((one) => one.eventId);
    expect(claimed.length).toBeGreaterThanOrEqual(500);
    expect(new Set(claimed).size).toBe(claimed.length);
  });

  it("lets the newest change go ahead of a long backlog", async () => {
    await say("post.changed", ids(1_000));
    const live = services.newId();
    await sleep(5);
    await say("post.changed", [live]);
    while ((await expandEvents(services)) > 0);
    expect((await claimDeliveries(services, "index-posts")).map((one) => one.subjectId)).toContain(live);
  });

  it("is delivered again when a claim runs out: a queue emptied by hand loses nothing", async () => {
    await say("person.changed", ids(3));
    await expandEvents(services);
    expect(await relayOnce(services, queues)).toBe(3);
    expect(await relayOnce(services, queues)).toBe(0);
    await services.redis.flushdb();
    clockShift.ms = 61_000;
    expect(await relayOnce(services, queues)).toBe(3);
  });

  it("waits in the database while enough jobs wait in the queue", async () => {
    for (let round = 0; round < 8; round += 1) {
      await say("post.changed", ids(10));
      await expandEvents(services);
      await relayOnce(services, queues);
    }
    expect(await queues.queue("index-posts").getWaitingCount()).toBe(4);
    expect(await rows("SELECT COUNT(*) AS n FROM outbox_delivery WHERE consumer = 'index-posts' AND claimedUntil IS NULL")).toEqual([{ n: 40 }]);
  });
});

describe("a job", () => {
  const consumer: Consumer = "index-posts";
  const claimed = async (count: number) => {
    await say("post.changed", ids(count));
    while ((await expandEvents(services)) > 0);
    return { deliveries: await claimDeliveries(services, consumer) };
  };
  const state = () => rows<{ done: number; failed: number; open: number }>(
    "SELECT CAST(SUM(doneAt IS NOT NULL) AS SIGNED) AS done, CAST(SUM(attempts > 0) AS SIGNED) AS failed, CAST(SUM(doneAt IS NULL) AS SIGNED) AS open FROM outbox_delivery WHERE consumer = ?", [consumer]);

  it("marks its deliveries done only after the effect has happened", async () => {
    const payload = await claimed(5);
    let during: unknown;
    await deliver(services, consumer, payload, async () => {
      during = (await state())[0];
    });
    expect(during).toMatchObject({ done: 0 });
    expect(await state()).toMatchObject([{ done: 5, open: 0 }]);
  });

  it("does the effect once for a subject named by several events", async () => {
    const subject = services.newId();
    await say("post.changed", [subject, subject, subject]);
    await expandEvents(services);
    const seen: string[][] = [];
    await deliver(services, consumer, { deliveries: await claimDeliveries(services, consumer) }, async (_deps, subjects) => void seen.push([...subjects]));
    expect(seen).toEqual([[subject]]);
    expect(await state()).toMatchObject([{ done: 3 }]);
  });

  it("sets a poison subject aside after its tries, and delivers the rest of its batch at once", async () => {
    const payload = await claimed(50);
    const poison = payload.deliveries[17]!.subjectId;
    const effect = async (_deps: unknown, subjects: readonly string[]) => {
      if (subjects.includes(poison)) throw new RangeError("a title nobody can read");
    };
    expect(await deliver(services, consumer, payload, effect)).toEqual({ done: 49, failed: 1, putBack: 0 });
    for (let attempt = 1; attempt < QUARANTINE_AFTER; attempt += 1) {
      clockShift.ms += 10_000;
      await deliver(services, consumer, { deliveries: await claimDeliveries(services, consumer) }, effect);
    }
    clockShift.ms += 10_000;
    expect(await claimDeliveries(services, consumer)).toEqual([]);
    expect(await rows("SELECT attempts, lastError, quarantinedAt IS NOT NULL AS aside FROM outbox_delivery WHERE consumer = ? AND doneAt IS NULL", [consumer])).toEqual([
      { attempts: QUARANTINE_AFTER, lastError: "RangeError", aside: 1 },
    ]);
  });

  it("puts everything back uncounted while a dependency is away", async () => {
    const payload = await claimed(20);
    const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(await deliver(services, consumer, payload, () => Promise.reject(away))).toEqual({ done: 0, failed: 0, putBack: 20 });
    expect(await state()).toMatchObject([{ done: 0, failed: 0, open: 20 }]);
    clockShift.ms = 3_000;
    expect(await claimDeliveries(services, consumer)).toHaveLength(20);
  });

  it("that isn't what the catalogue says is refused before anything happens", async () => {
    await expect(deliver(services, consumer, { deliveries: [{ eventId: "1", subjectId: "x" }] }, () => Promise.reject(new Error("not reached")))).rejects.toThrow(/invalid/i);
  });

  it("delivered twice leaves the outbox as it was", async () => {
    const payload = await claimed(4);
    await deliver(services, consumer, payload, async () => undefined);
    const before = await rows("SELECT * FROM outbox_delivery ORDER BY eventId");
    clockShift.ms = 500;
    await deliver(services, consumer, payload, async () => undefined);
    expect(await rows("SELECT * FROM outbox_delivery ORDER BY eventId")).toEqual(before);
  });
});
