import type { RowDataPacket } from "mysql2";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Deps } from "../deps.server.ts";
import { withinLimit } from "../within-limit.ts";
import { watchDependencies } from "./dependency-times.server.ts";
import { followUpMetrics } from "./follow-up-metrics.server.ts";

export interface WebMetrics {
  observe(method: string, route: string, status: number, seconds: number): void;
  limited(kind: string): void;
  shed(rank: string): void;
  render(): Promise<{ type: string; text: string }>;
}

/** How long a scrape waits for a dependency before it reports what it has. */
const SCRAPE_LIMIT_MS = 2_000;

/** Prometheus: what people feel (requests), and what follows a write (outbox, queues). Names nobody. */
export function createMetrics(deps: Deps, queueDepths: () => Promise<Record<string, Record<string, number>>>): WebMetrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: "jgt_" });
  const requests = new Histogram({
    name: "jgt_http_request_seconds", help: "Time to answer a request, by route pattern", labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers,
  });
  const limited = new Counter({ name: "jgt_http_limited_total", help: "Requests refused by a rate limit", labelNames: ["kind"], registers });
  const shed = new Counter({ name: "jgt_http_shed_total", help: "Requests told to come back because too many were being served, by who asked", labelNames: ["rank"], registers });
  const pending = new Gauge({ name: "jgt_outbox_pending", help: "Events and deliveries not yet done", registers });
  const quarantined = new Gauge({ name: "jgt_outbox_quarantined", help: "Deliveries set aside after too many failures", registers });
  const age = new Gauge({ name: "jgt_outbox_age_seconds", help: "Age of the oldest event not yet done", registers });
  const queues = new Gauge({ name: "jgt_queue_jobs", help: "Jobs by queue and state", labelNames: ["queue", "state"], registers });
  const dependencies = new Histogram({
    name: "jgt_dependency_seconds", help: "Time of a call to what stands behind the pages: mysql, redis, search (a query), search-other", labelNames: ["dependency"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers,
  });
  watchDependencies((dependency, seconds) => dependencies.observe({ dependency }, seconds));
  const readFollowUps = followUpMetrics(deps, registry, SCRAPE_LIMIT_MS);

  async function readOutbox() {
    const [rows] = await deps.pool.query<RowDataPacket[]>({
      sql: `SELECT (SELECT COUNT(*) FROM outbox_event WHERE expandedAt IS NULL) + (SELECT COUNT(*) FROM outbox_delivery WHERE doneAt IS NULL AND quarantinedAt IS NULL) AS pending,
                   (SELECT COUNT(*) FROM outbox_delivery WHERE quarantinedAt IS NOT NULL) AS quarantined,
                   (SELECT MIN(e.recordedAt) FROM outbox_event e WHERE e.expandedAt IS NULL) AS oldestEvent,
                   (SELECT MIN(e.recordedAt) FROM outbox_delivery d JOIN outbox_event e ON e.id = d.eventId WHERE d.doneAt IS NULL AND d.quarantinedAt IS NULL) AS oldestDelivery`,
      timeout: SCRAPE_LIMIT_MS,
    });
    const row = rows[0]!;
    pending.set(Number(row.pending));
    quarantined.set(Number(row.quarantined));
    const oldest = [row.oldestEvent, row.oldestDelivery].filter((one): one is Date => one instanceof Date).map((one) => one.getTime());
    age.set(oldest.length === 0 ? 0 : Math.max(0, (deps.clock.now().getTime() - Math.min(...oldest)) / 1_000));
  }
  async function readQueues() {
    for (const [queue, states] of Object.entries(await queueDepths())) {
      for (const [state, jobs] of Object.entries(states)) queues.set({ queue, state }, jobs);
    }
  }

  return {
    observe: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    limited: (kind) => limited.inc({ kind }),
    shed: (rank) => shed.inc({ rank }),
    async render() {
      await Promise.allSettled([readOutbox(), readFollowUps(), withinLimit(readQueues(), SCRAPE_LIMIT_MS)]);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
