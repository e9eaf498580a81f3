import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordRun } from "#app/data/scheduled-runs.server.ts";
import { createMetrics } from "#app/platform/web/metrics.server.ts";
import { keepHouse } from "#workers/handlers/housekeeping.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const AGO_MS = 900_000;
let services: TestServices;
let text: string;

const alerts = readFileSync("docs/observability/alerts.yml", "utf8").split(/^ {6}- alert: /m).slice(1);
const annotation = (alert: string, name: string) => new RegExp(`^ {10}${name}: '(.+)'$`, "m").exec(alert)?.[1] ?? "";
const expressions = [
  ...alerts.map((alert) => /^ {8}expr: '(.+)'$/m.exec(alert)?.[1] ?? ""),
  ...(JSON.parse(readFileSync("docs/observability/grafana.json", "utf8")) as { panels: { targets: { expr: string }[] }[] }).panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];
const value = (name: string) => {
  const found = text.split("\n").find((line) => line.startsWith(`${name} `));
  return found === undefined ? null : Number(found.slice(name.length + 1));
};

async function deliver(queue: string, age: number, quarantined: boolean) {
  const [id, recordedAt] = [services.newId(), new Date(services.clock.now().getTime() - age)];
  await services.pool.query("INSERT INTO outbox_event SET ?", [{ id, event: "post.changed", subjectId: id, recordedAt, expandedAt: recordedAt }]);
  await services.pool.query("INSERT INTO outbox_delivery SET ?", [{ eventId: id, consumer: queue, subjectId: id, quarantinedAt: quarantined ? recordedAt : null }]);
}

beforeAll(async () => {
  services = await openTestServices();
  await ensureIndexes(services);
  const metrics = createMetrics(services, async () => ({ "index-posts": { waiting: 0, failed: 2 } }));
  metrics.observe("GET", "/jobs", 200, 0.02);
  metrics.limited("page");
  await services.redis.ping();
  await services.meili.health();
  await services.meili.multiSearch({ queries: [] }).catch(() => undefined);
  await deliver("index-posts", AGO_MS, false);
  await deliver("index-posts", AGO_MS * 4, true);
  const row = { year: 2026, caliberCode: "test", countyCode: "141124", placeClass: "IN_COUNTY", stream: "MARKET" };
  await services.pool.query("INSERT INTO target_counter SET ?", [{ ...row, month: 3, persons: 5 }]);
  await services.pool.query("INSERT INTO target_counter SET ?", [{ ...row, month: 4, persons: 0 }]);
  await services.pool.query("INSERT INTO target_count SET ?", [{ ...row, personId: services.newId(), placementId: services.newId(), eventId: services.newId(), countedOn: "2026-04-02", rung: 1 }]);
  const [startedAt, finishedAt] = [new Date("2026-11-01T01:00:00Z"), new Date("2026-11-01T01:02:05Z")];
  await services.pool.query("INSERT INTO match_run SET ?", [{ id: services.newId(), regionCode: "14", status: "DONE", asOf: "2026-11-01", requestedAt: startedAt, startedAt, finishedAt }]);
  await recordRun(services, "housekeeping", () => keepHouse(services, 2));
  text = (await metrics.render()).text;
});
afterAll(async () => {
  await services?.close();
});

describe("what is watched", () => {
  it("every metric of the alerts and of the dashboard is in what /metrics answers", () => {
    const named = [...new Set(expressions.flatMap((one) => one.match(/\bjgt_[a-z0-9_]+/g) ?? []))];
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => !new RegExp(`^${name}(?:\\{| )`, "m").test(text))).toEqual([]);
  });

  it("every alert says in both languages what is wrong and what to do", () => {
    expect(alerts.length).toBeGreaterThan(8);
    for (const alert of alerts) {
      for (const name of ["summary_zh", "action_zh"]) expect(annotation(alert, name), alert).toMatch(/\p{Script=Han}{4}/u);
      for (const name of ["summary_en", "action_en"]) expect(annotation(alert, name), alert).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it("an alert names only labels that its metric has", () => {
    const labels = (name: string) => new Set([...(new RegExp(`^${name}\\{([^}]*)\\}`, "m").exec(text)?.[1] ?? "").matchAll(/(\w+)="/g)].map(([, label]) => label));
    for (const [, name = "", body = ""] of expressions.flatMap((one) => [...one.matchAll(/(jgt_[a-z0-9_]+)\{([^}]*)\}/g)])) {
      for (const [, label = ""] of body.matchAll(/(\w+)(?:=~|=)"/g)) expect(labels(name).has(label), `${name} ${label}`).toBe(true);
    }
  });
});

describe("what the numbers say", () => {
  it("a queue's age is that of its oldest event which is neither done nor set aside", () => {
    const age = value('jgt_queue_age_seconds{queue="index-posts"}') ?? 0;
    expect(age).toBeGreaterThanOrEqual(AGO_MS / 1_000);
    expect(age).toBeLessThan(AGO_MS / 1_000 + 120);
    expect(value('jgt_queue_quarantined{queue="index-posts"}')).toBe(1);
  });

  it("the drift is what every wrong counter is off by, over and under", () => expect(value("jgt_target_drift_persons")).toBe(6));

  it("the matching run's duration is from its start to its end", () => expect(value("jgt_matching_run_seconds")).toBe(125));

  it("work of the clock that has just ended well is young", () => expect(value('jgt_scheduled_age_seconds{name="housekeeping"}')).toBeLessThan(60));

  it.each(["mysql", "redis", "search", "search-other"])("calls to %s are timed", (dependency) => {
    expect(value(`jgt_dependency_seconds_count{dependency="${dependency}"}`)).toBeGreaterThan(0);
  });
});
