import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit, emitBulk } from "#app/data/outbox.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { compareIndexes } from "#search/compare.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const CHANGES = 5_000;
/** Room for what the tests wait for, each with a limit of its own. */
const WITHIN_MS = 400_000;
let services: TestServices;
let make: Factory;
const running = new Set<ChildProcess>();

function startWorkers(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "workers/main.ts"], {
    env: { ...process.env, ...services.source, LOG_LEVEL: "error" }, stdio: ["ignore", "inherit", "inherit"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
}

const number = async (sql: string) => Number(((await services.pool.query(sql))[0] as { n: number }[])[0]?.n);
const open = () => number("SELECT (SELECT COUNT(*) FROM outbox_event WHERE expandedAt IS NULL) + (SELECT COUNT(*) FROM outbox_delivery WHERE doneAt IS NULL) AS n");
const done = () => number("SELECT COUNT(*) AS n FROM outbox_delivery WHERE doneAt IS NOT NULL");

async function until(what: string, holds: () => Promise<boolean>, seconds = 120) {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(100)) if (await holds()) return;
  throw new Error(`${what}: not within ${seconds} s`);
}

/** A lease that a killed worker left behind would only run out after a minute. */
const expireClaims = () => services.pool.query("UPDATE outbox_delivery SET claimedUntil = '2026-01-01' WHERE doneAt IS NULL AND claimedUntil IS NOT NULL");

async function changePosts(count: number): Promise<void> {
  const templateId = await make.post({ countyCode: "141124" });
  const [[template]] = (await services.pool.query("SELECT * FROM post WHERE id = ?", [templateId])) as unknown as [Record<string, unknown>[]];
  const columns = Object.keys(template!);
  const connection = await services.pool.getConnection();
  await connection.beginTransaction();
  const made = Array.from({ length: count }, (_, n) => ({ ...template!, id: services.newId(), title: `电焊工 ${n}号` }));
  await connection.query(`INSERT INTO post (${columns.join(", ")}) VALUES ?`, [made.map((row) => columns.map((column) => (row as Record<string, unknown>)[column]))]);
  await emitBulk(services, connection, [templateId, ...made.map((row) => row.id)].map((subjectId) => ({ event: "post.changed", subjectId })));
  await connection.commit();
  connection.release();
}

/** Rows of the factory tell nobody of themselves; the index is to know them like any others. */
const announce = (people: string[], posts: string[]) => services.db.$transaction((tx) => emit(services, tx, [
  ...people.map((subjectId) => ({ event: "person.changed" as const, subjectId })), ...posts.map((subjectId) => ({ event: "post.changed" as const, subjectId })),
]));

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  await ensureIndexes(services);
  make = createFactory(services, 21);
});
afterAll(async () => {
  for (const child of running) await kill(child, "SIGKILL");
  await services.close();
});

describe("kill -9 of the workers", () => {
  it("in the middle of indexing 5,000 changes loses nothing: index and database agree after the restart", async () => {
    await changePosts(CHANGES);
    const first = startWorkers();
    await until("half of it indexed", async () => (await done()) >= CHANGES / 4);
    await kill(first, "SIGKILL");
    expect(await open()).toBeGreaterThan(0);
    await services.pool.query("UPDATE post SET title = CONCAT(title, '（改）') WHERE title LIKE '%7号'");
    await services.pool.query("INSERT INTO outbox_event (id, event, subjectId, recordedAt) SELECT CONCAT('7', SUBSTRING(id, 2)), 'post.changed', id, UTC_TIMESTAMP(3) FROM post WHERE title LIKE '%（改）'");
    await expireClaims();
    startWorkers();
    await until("the rest indexed", async () => (await open()) === 0);
    const compared = await compareIndexes(services);
    expect(compared.posts.database).toBeGreaterThanOrEqual(CHANGES);
    expect(compared.differences).toBe(0);
  }, WITHIN_MS);

  it("in the middle of a matching run, again and again, doubles nothing: the run ends whole and people are told once", async () => {
    const people: string[] = [];
    const posts: string[] = [];
    for (let n = 0; n < 40; n += 1) people.push((await make.person({ homeCountyCode: "141124", age: 20 + n, wish: { occupationCodes: ["6-18-02-04"], minWageFen: 300_000 } })).id);
    for (let n = 0; n < 8; n += 1) posts.push(await make.post({ countyCode: "141124", occupationCode: "6-18-02-04", openings: 2, wageMinFen: 400_000, wageMaxFen: 700_000 }));
    await announce(people, posts);
    const requested = await requestMatchRun(services, systemActor("test"), { regionCode: "141124" });
    if (!requested.ok) throw new Error("not requested");
    const { runId } = requested.value;
    const phase = async () => ((await services.pool.query("SELECT CONCAT(status, ' ', phase) AS at FROM match_run WHERE id = ?", [runId]))[0] as { at: string }[])[0]!.at;
    for (const at of ["RUNNING", "RUNNING stage", "RUNNING write"]) {
      const worker = startWorkers();
      await until(at, async () => (await phase()).startsWith(at) || (await phase()).startsWith("DONE"));
      await kill(worker, "SIGKILL");
      await expireClaims();
    }
    const last = startWorkers();
    await until("the run to end", async () => (await phase()) === "DONE done");
    await until("everything done", async () => (await open()) === 0);
    await kill(last, "SIGTERM");
    const matches = await number(`SELECT COUNT(*) AS n FROM job_match WHERE runId = '${runId}'`);
    expect(matches).toBeGreaterThan(8);
    expect(await number(`SELECT COUNT(DISTINCT personId) AS n FROM job_match WHERE runId = '${runId}'`)).toBe(matches);
    expect(await number(`SELECT JSON_EXTRACT(result, '$.proposals') AS n FROM match_run WHERE id = '${runId}'`)).toBe(matches);
    expect(await number(`SELECT COUNT(*) AS n FROM notice t JOIN job_match m ON t.onceKey = CONCAT('match:', m.id) WHERE m.runId = '${runId}'`)).toBe(matches);
    expect(await number(`SELECT COUNT(*) AS n FROM match_draft WHERE runId = '${runId}'`)).toBe(0);
  }, WITHIN_MS);

  it("between an arrival and its count leaves the count right, and every queue emptied by hand loses no obligation", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, countyCode: "141124", openings: 20 });
    const actor = (more: Partial<Actor>): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
    for (const child of running) await kill(child, "SIGKILL");
    for (let n = 0; n < 12; n += 1) {
      const person = await make.person({ homeCountyCode: "141124", age: 30 + n, wish: { occupationCodes: ["6-18-02-04"] } });
      const accepted = await acceptPost(services, actor({ personId: person.id }), { postId });
      if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
      await recordPlacementEvent(services, actor({ role: "EMPLOYER", employerId }), { placementId: accepted.value.placementId, kind: "ON_THE_JOB", happenedOn: services.clock.today() });
    }
    const next = startWorkers();
    await until("something done", async () => (await done()) > CHANGES);
    await services.redis.flushdb();
    await kill(next, "SIGKILL");
    await expireClaims();
    startWorkers();
    await until("everything done", async () => (await open()) === 0);
    expect((await recountTargets(services)).differences).toBe(0);
    expect(await number("SELECT SUM(persons) AS n FROM target_counter WHERE caliberCode = 'arrival'")).toBe(12);
    expect((await compareIndexes(services)).differences).toBe(0);
  }, WITHIN_MS);
});
