import { setTimeout as sleep } from "node:timers/promises";
import type { RowDataPacket } from "mysql2";
import { readOutboxState } from "#app/data/search-sources/outbox-state.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { compareIndexes } from "#search/compare.ts";
import type { TestServices } from "#tests/setup/services.ts";
import type { Operation } from "./operations.ts";

const AT_REST_WITHIN_MS = 300_000;

export interface Findings {
  /** operations that were answered as done and are not there, and obligations that nobody acted on */
  lost: number;
  /** operations that are there more than once, told twice or counted twice */
  doubled: number;
  /** what `npm run verify` would say: documents, counters, chains */
  differences: number;
  details: string[];
}

/** Waits until the workers have come to the end of everything. */
export async function comeToRest(services: TestServices, onProgress: (left: number) => void): Promise<void> {
  const givenUpAt = Date.now() + AT_REST_WITHIN_MS;
  for (;;) {
    const { pending } = await readOutboxState(services.pool);
    onProgress(pending);
    if (pending === 0) return;
    if (Date.now() > givenUpAt) return;
    await sleep(300);
  }
}

/** Holds each operation against the database, and what follows from them against a recount. */
export async function check(services: TestServices, operations: readonly Operation[]): Promise<Findings> {
  const findings: Findings = { lost: 0, doubled: 0, differences: 0, details: [] };
  const count = async (sql: string, values: readonly unknown[] = []) => Number((await services.pool.query<RowDataPacket[]>(sql, values as unknown[]))[0][0]?.n ?? 0);
  const tell = (what: "lost" | "doubled", number: number, detail: string) => {
    if (number <= 0) return;
    findings[what] += number;
    if (findings.details.length < 40) findings.details.push(`${what}: ${detail}`);
  };
  const edited = new Set(operations.filter((one) => one.kind === "edit" && one.outcome !== "refused").map((one) => one.about.was));
  for (const operation of operations) {
    const { kind, about, outcome } = operation;
    if (kind === "run") continue;
    for (const [sql, values] of looksFor(services, operation, edited.has(operation))) {
      const found = await count(sql, values);
      if (outcome === "done") tell("lost", 1 - found, `${kind} ${JSON.stringify(values)}`);
      tell("doubled", found - 1, `${kind} ${JSON.stringify(values)} ${String(about.title ?? "")}`);
    }
  }
  const { pending, quarantined } = await readOutboxState(services.pool);
  tell("lost", pending, `${pending} deliveries nobody made`);
  tell("lost", quarantined, `${quarantined} deliveries set aside`);
  await checkRuns(operations, count, tell);
  tell("doubled", await count("SELECT COUNT(*) AS n FROM (SELECT personId FROM placement WHERE activeKey IS NOT NULL GROUP BY personId HAVING COUNT(*) > 1) AS twice"), "people with two placements at once");
  tell("doubled", await count(
    "SELECT COUNT(*) AS n FROM post p JOIN (SELECT postId, COUNT(*) AS held FROM placement WHERE activeKey IS NOT NULL AND postId IS NOT NULL GROUP BY postId) AS taken ON taken.postId = p.id WHERE p.source = 'factory' AND p.filled <> taken.held"),
  "posts whose places taken are other than the people placed");
  const [indexes, recount] = [await compareIndexes(services), await recountTargets(services)];
  findings.differences = indexes.differences + recount.differences;
  if (indexes.differences > 0) findings.details.push(`indexes: ${JSON.stringify(indexes)}`);
  if (recount.differences > 0) findings.details.push(`counters: ${JSON.stringify(recount)}`);
  return findings;
}

type Look = readonly [sql: string, values: readonly unknown[]];

/** Questions whose answer must be one where the operation was done, and at most one where it was not. */
function looksFor(services: TestServices, { kind, about }: Operation, changedSince: boolean): Look[] {
  const persons = (idNumber: string): Look => ["SELECT COUNT(*) AS n FROM person WHERE idNumberIndex = ?", [services.crypto.blindIndex("person.idNumber", idNumber)]];
  switch (kind) {
    case "accept": return [["SELECT COUNT(*) AS n FROM placement WHERE personId = ? AND postId = ?", [about.personId, about.postId]]];
    case "confirm": return [["SELECT COUNT(*) AS n FROM placement_event WHERE placementId = ? AND kind = 'ON_THE_JOB' AND saidByRole = 'EMPLOYER'", [about.placementId]]];
    case "publish": return changedSince ? [] : [["SELECT COUNT(*) AS n FROM post WHERE employerId = ? AND title = ?", [about.employerId, about.title]]];
    case "edit": return [["SELECT COUNT(*) AS n FROM post WHERE id = ? AND title = ?", [about.postId, about.title]]];
    case "wish": return [["SELECT COUNT(*) AS n FROM wish WHERE personId = ? AND minWageFen = ?", [about.personId, about.fen]]];
    case "upload": return (about.titles as string[]).map((title) => ["SELECT COUNT(*) AS n FROM post WHERE employerId = ? AND title = ?", [about.employerId, title]]);
    case "roster": return (about.idNumbers as string[]).map(persons);
    case "run": return [];
  }
}

/** A run that was asked for has ended whole: everybody in it once, and told of what is new to them. */
async function checkRuns(operations: readonly Operation[], count: (sql: string, values?: readonly unknown[]) => Promise<number>, tell: (what: "lost" | "doubled", number: number, detail: string) => void): Promise<void> {
  const runIds = operations.filter((one) => one.kind === "run" && one.outcome === "done").map((one) => one.location?.split("/").at(-1) ?? "");
  for (const runId of runIds) {
    tell("lost", 1 - (await count("SELECT COUNT(*) AS n FROM match_run WHERE id = ? AND status = 'DONE'", [runId])), `run ${runId}`);
    const matches = await count("SELECT COUNT(*) AS n FROM job_match WHERE runId = ?", [runId]);
    tell("doubled", matches - (await count("SELECT COUNT(DISTINCT personId) AS n FROM job_match WHERE runId = ?", [runId])), `matches of run ${runId}`);
    tell("lost", await count(
      `SELECT COUNT(*) AS n FROM job_match m WHERE m.runId = ? AND m.status = 'PROPOSED' AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.onceKey = CONCAT('match:', m.id))
          AND NOT EXISTS (SELECT 1 FROM job_match e WHERE e.personId = m.personId AND e.postId = m.postId AND e.id <> m.id)`, [runId]), `notices of run ${runId}: what was never offered before is news`);
  }
  tell("doubled", await count(
    "SELECT COUNT(*) AS n FROM (SELECT t.personId FROM notice t WHERE t.kind = 'match-proposed' GROUP BY t.personId, t.postId HAVING COUNT(*) > 1) AS twice"), "people told twice of the same post");
  tell("lost", await count("SELECT COUNT(*) AS n FROM match_run WHERE status IN ('QUEUED', 'RUNNING')"), "runs that never ended");
}
