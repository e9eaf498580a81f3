import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import express from "express";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { accessLog } from "#app/platform/web/access-log.server.ts";
import { createMetrics, type WebMetrics } from "#app/platform/web/metrics.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { routeNames } from "#app/platform/web/route-names.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { openQueues, type OpenQueues } from "#workers/catalog/queues.ts";
import { deliver } from "#workers/handlers/deliver.ts";
import { expandEvents } from "#workers/relay/deliveries.ts";
import { relayOnce } from "#workers/relay/relay.ts";
import { CONSUMERS, type Consumer } from "#workers/subscriptions.ts";

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  links?: { traceId: string; spanId: string }[];
}

let services: TestServices;
let queues: OpenQueues;
let make: Factory;
let metrics: WebMetrics;
let web: Server;
let stop: (() => Promise<void>) | null = null;
const received: string[] = [];
const collectors: Server[] = [];
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const CANARY = { name: "金丝雀", phone: "13912345670", typed: "kanarienvogel", secret: "geheim-0123456789" };
const spans = () => received.flatMap((body) => (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
const textOf = (span: Span, key: string) => span.attributes.find((one) => one.key === key)?.value.stringValue;
const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => /@opentelemetry\/(?!api\/)/.test(file));

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
async function collector(answers: boolean): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8"))).on("end", () => {
      received.push(body);
      if (answers) response.setHeader("content-type", "application/json").end("{}");
    });
  });
  collectors.push(server);
  return listen(server);
}
async function trace(endpoint: string) {
  const { startTraces } = await import("#app/platform/traces/send.server.ts");
  stop = startTraces({ endpoint, process: "test", logger: services.logger }).stop;
}

/** One person on the way, by the employer who says that they arrived. */
async function onTheWay() {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, countyCode: "141124" });
  const person = await make.person({ name: CANARY.name, homeCountyCode: "141124", age: 40, phone: CANARY.phone, categories: ["POVERTY_LIFTED"], wish: { occupationCodes: ["6-18-02-04"] } });
  const accepted = await acceptPost(services, as("SEEKER", { personId: person.id }), { postId });
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
  return { employerId, person, placementId: accepted.value.placementId };
}

/** What is open for all consumers, carried through Redis and done. */
async function carryOn() {
  await expandEvents(services);
  await relayOnce(services, queues);
  for (const consumer of Object.keys(CONSUMERS) as Consumer[]) {
    for (const job of await queues.queue(consumer).getJobs(["waiting"])) {
      await deliver(services, consumer, job.data);
      await job.remove();
    }
  }
}

beforeAll(async () => {
  services = await openTestServices();
  await Promise.all([loadReference(services), ensureIndexes(services)]);
  make = createFactory(services, 77);
  queues = openQueues(services.env);
  metrics = createMetrics(services, async () => ({}));
  const app = express().use(accessLog(services.logger, metrics, routeNames({ routes: { one: { path: "placements/:id/:token" } } } as never)));
  app.post("/placements/:id/:token", (request, response, next) => {
    recordPlacementEvent(services, as("EMPLOYER", { employerId: String(request.query.employer) }), { placementId: request.params.id, kind: "ON_THE_JOB", happenedOn: services.clock.today() })
      .then((result) => response.status(result.ok ? 200 : 422).json(result), next);
  });
  web = createServer(app);
});
afterEach(async () => {
  await stop?.();
  stop = null;
  received.length = 0;
});
afterAll(async () => {
  for (const server of [web, ...collectors]) {
    server.closeAllConnections();
    server.close();
  }
  await queues.close();
  await services.close();
});

describe("without a collector", () => {
  it("nothing of the library is loaded and no event carries a trace", async () => {
    await onTheWay();
    expect(await services.db.outboxEvent.count({ where: { traceparent: { not: null } } })).toBe(0);
    expect(await services.db.outboxEvent.count()).toBeGreaterThan(0);
    expect(loaded()).toEqual([]);
  });
});

describe("a trace", () => {
  it("leads from the click to the counter, through use case, outbox and queue, and names nobody", async () => {
    const { employerId, person, placementId } = await onTheWay();
    await carryOn();
    await trace(await collector(true));
    expect(loaded()).not.toEqual([]);
    const address = await listen(web);
    const answer = await fetch(`${address}/placements/${placementId}/${CANARY.secret}?employer=${employerId}&q=${CANARY.typed}`, { method: "POST" });
    expect(answer.status).toBe(200);
    await carryOn();
    await stop?.();
    const all = spans();
    const [click] = all.filter((one) => one.name === "POST /placements/:id/:token");
    const ofClick = all.filter((one) => one.traceId === click!.traceId);
    const parentOf = (span: Span) => ofClick.find((one) => one.spanId === span.parentSpanId);
    const lineage = (span: Span | undefined): string[] => (span === undefined ? [] : [...lineage(parentOf(span)), span.name]);
    const counter = ofClick.find((one) => one.name.endsWith(" target_counter"));
    expect(lineage(counter).slice(0, 3)).toEqual(["POST /placements/:id/:token", "record-placement-event", "job fold-targets"]);
    expect(textOf(click!, "jgt.request_id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ofClick.map((one) => textOf(one, "jgt.adapter")))).toEqual(new Set(["mysql2", "prisma", undefined]));
    expect(await services.db.targetCount.count({ where: { personId: person.id } })).toBeGreaterThan(0);
    for (const secret of [...Object.values(CANARY), person.idNumber, person.id, placementId, employerId]) expect(received.join("\n")).not.toContain(secret);
  });

  it("names search and Redis calls without what was asked, and nothing that is nobody's request or job", async () => {
    await trace(await collector(true));
    await services.redis.set("outside", CANARY.secret);
    await deliver(services, "index-profiles", { deliveries: [{ eventId: services.newId(), subjectId: services.newId() }] }, async ({ redis, meili, pool }) => {
      await redis.set(CANARY.phone, CANARY.secret);
      await meili.index(`${services.env.MEILI_PREFIX}posts`).search(CANARY.typed);
      await pool.query("SELECT ? AS a, 'kanarienvogel' AS b", [CANARY.name]);
    });
    await stop?.();
    const names = spans().map((one) => one.name).sort();
    expect(names.filter((name) => name === "SET")).toHaveLength(1);
    expect(names).toEqual(expect.arrayContaining(["job index-profiles", `search ${services.env.MEILI_PREFIX}posts`]));
    for (const secret of Object.values(CANARY)) expect(received.join("\n")).not.toContain(secret);
  });

  it("of a job for several shows in each of theirs, with a link", async () => {
    await trace(await collector(true));
    const [one, other] = ["a".repeat(32), "b".repeat(32)];
    const deliveries = [one, other].map((traceId) => ({ eventId: services.newId(), subjectId: services.newId(), traceparent: `00-${traceId}-${"c".repeat(16)}-01` }));
    await deliver(services, "index-profiles", { deliveries }, async () => undefined);
    await stop?.();
    const jobs = spans().filter((span) => span.name === "job index-profiles");
    const own = jobs.find((span) => span.traceId !== one && span.traceId !== other)!;
    expect(own.links?.map((link) => link.traceId).sort()).toEqual([one, other]);
    expect(jobs.filter((span) => span.links?.some((link) => link.spanId === own.spanId)).map((span) => span.traceId).sort()).toEqual([one, other]);
  });

  it("does without a traceparent that is none", async () => {
    await trace(await collector(true));
    const done = await deliver(services, "index-profiles", { deliveries: [{ eventId: services.newId(), subjectId: services.newId(), traceparent: CANARY.name }] }, async () => undefined);
    expect(done.done).toBe(1);
  });
});

describe("a collector that is away or says nothing", () => {
  it.each([["silent", () => collector(false)], ["away", async () => "http://127.0.0.1:9"]])("%s: nobody waits for it, and a stop no longer than its limit", async (_what, endpoint) => {
    await trace(await endpoint());
    const { employerId, placementId } = await onTheWay();
    const startedAt = performance.now();
    const told = await recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId, kind: "ON_THE_JOB", happenedOn: services.clock.today() });
    const took = performance.now() - startedAt;
    await carryOn();
    expect(told.ok).toBe(true);
    // it would be no less had it waited for the collector once
    expect(took).toBeLessThan(3_000);
    const stoppingAt = performance.now();
    await stop?.();
    expect(performance.now() - stoppingAt).toBeLessThan(5_000);
  });
});

it("what goes through Prisma is in the database's latency", async () => {
  const calls = async () => Number(/jgt_dependency_seconds_count\{dependency="mysql"\} (\d+)/.exec((await metrics.render()).text)?.[1] ?? 0);
  const before = await calls();
  const more = (await calls()) - before;
  await services.db.person.findMany({ take: 1 });
  await services.db.$transaction(async (tx) => void (await tx.person.count()));
  expect((await calls()) - before - more * 2).toBe(4);
});
