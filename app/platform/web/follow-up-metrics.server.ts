import type { RowDataPacket } from "mysql2";
import { Gauge, type Registry } from "prom-client";
import { kindOfPurpose, OPENING_KINDS, OPENINGS } from "#app/domain/audit/opening.ts";
import { readJson } from "../database.server.ts";
import type { Deps } from "../deps.server.ts";

const HOUR_MS = 3_600_000;

/** What follows an act and what the clock asks for, as the database knows it: true whichever worker did it, and while all are away. */
export function followUpMetrics({ pool, clock }: Pick<Deps, "pool" | "clock">, registry: Registry, limitMs: number): () => Promise<void> {
  const registers = [registry];
  const queueAge = new Gauge({ name: "jgt_queue_age_seconds", help: "Age of the oldest event that a queue has not acted on", labelNames: ["queue"], registers });
  const setAside = new Gauge({ name: "jgt_queue_quarantined", help: "Deliveries of a queue set aside after too many failures", labelNames: ["queue"], registers });
  const matching = new Gauge({ name: "jgt_matching_run_seconds", help: "How long the last finished matching run took", registers });
  const scheduledAge = new Gauge({ name: "jgt_scheduled_age_seconds", help: "Time since work of the clock last ended well", labelNames: ["name"], registers });
  const drift = new Gauge({ name: "jgt_target_drift_persons", help: "Persons by whom the counters of the target differ from what they sum up, at the last housekeeping", registers });
  const auditFlaws = new Gauge({ name: "jgt_audit_flaws", help: "Flaws of the audit's chain at its last daily check", registers });
  const auditUnsealed = new Gauge({ name: "jgt_audit_unsealed_seconds", help: "Age of the oldest entry of the audit that stands in no chain yet", registers });
  const openings = new Gauge({ name: "jgt_audit_openings", help: "Openings of personal data within the last hour, by what they were for", labelNames: ["kind"], registers });
  const secondsSince = (at: unknown) => Math.max(0, (clock.now().getTime() - (at as Date).getTime()) / 1_000);
  const read = async (sql: string, values: unknown[] = []) => (await pool.query<RowDataPacket[]>({ sql, values, timeout: limitMs }))[0];

  async function readQueues() {
    const rows = await read(
      `SELECT d.consumer, MIN(CASE WHEN d.quarantinedAt IS NULL THEN e.recordedAt END) AS oldest, SUM(d.quarantinedAt IS NOT NULL) AS quarantined
         FROM outbox_delivery d JOIN outbox_event e ON e.id = d.eventId WHERE d.doneAt IS NULL GROUP BY d.consumer`,
    );
    queueAge.reset();
    setAside.reset();
    for (const { consumer, oldest, quarantined } of rows) {
      queueAge.set({ queue: consumer as string }, oldest === null ? 0 : secondsSince(oldest));
      setAside.set({ queue: consumer as string }, Number(quarantined));
    }
  }
  async function readClock() {
    const rows = await read("SELECT name, MAX(endedAt) AS ended FROM scheduled_run WHERE endedAt IS NOT NULL AND failure IS NULL GROUP BY name");
    for (const { name, ended } of rows) scheduledAge.set({ name: name as string }, secondsSince(ended));
    const [kept] = await read("SELECT counts FROM scheduled_run WHERE name = 'housekeeping' AND counts IS NOT NULL ORDER BY startedAt DESC LIMIT 1");
    const counts = readJson(kept?.counts) as { targetDrift?: number } | undefined;
    if (typeof counts?.targetDrift === "number") drift.set(counts.targetDrift);
    const [run] = await read("SELECT startedAt, finishedAt FROM match_run WHERE status = 'DONE' AND startedAt IS NOT NULL AND finishedAt IS NOT NULL ORDER BY requestedAt DESC LIMIT 1");
    if (run) matching.set(((run.finishedAt as Date).getTime() - (run.startedAt as Date).getTime()) / 1_000);
  }
  async function readAudit() {
    const [[check], [tail], rows] = await Promise.all([
      read("SELECT counts FROM scheduled_run WHERE name = 'audit-check' AND counts IS NOT NULL ORDER BY startedAt DESC LIMIT 1"),
      read("SELECT MIN(at) AS oldest FROM audit_entry WHERE seq IS NULL"),
      read("SELECT action, purpose, COUNT(*) AS looks FROM audit_entry WHERE at >= ? GROUP BY action, purpose", [new Date(clock.now().getTime() - HOUR_MS)]),
    ]);
    const flaws = (readJson(check?.counts) as { flaws?: number } | undefined)?.flaws;
    if (typeof flaws === "number") auditFlaws.set(flaws);
    auditUnsealed.set(tail?.oldest ? secondsSince(tail.oldest) : 0);
    for (const kind of OPENING_KINDS) openings.set({ kind: kind.toLowerCase() }, 0);
    for (const row of rows) if ((OPENINGS as readonly string[]).includes(row.action as string)) openings.inc({ kind: kindOfPurpose(row.purpose as string).toLowerCase() }, Number(row.looks));
  }

  return async () => void (await Promise.allSettled([readQueues(), readClock(), readAudit()]));
}
