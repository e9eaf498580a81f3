import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftWriter, markDrafted, publishDrafts } from "#app/data/matching-facts/draft-store.server.ts";
import { isCancelRequested, markCancelled, readRun } from "#app/data/matching-facts/run-store.server.ts";
import type { RunResult } from "#app/domain/matching/run-result.ts";
import { readRunPage, readRuns } from "#app/data/read-models/runs.server.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { cancelMatchRun } from "#app/usecases/matching/cancel-run.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const officer = (regionCode: string, role: Actor["role"] = "OFFICER"): Actor => ({ userId: null, role, regionCode, personId: null, employerId: null, purpose: "test" });
const here = officer("141124");

async function queued(regionCode = "141124"): Promise<string> {
  const requested = await requestMatchRun(services, systemActor("test"), { regionCode });
  if (!requested.ok) throw new Error(JSON.stringify(requested.problems));
  return requested.value.runId;
}
async function running(): Promise<string> {
  const runId = await queued();
  await services.db.matchRun.update({ where: { id: runId }, data: { status: "RUNNING", startedAt: services.clock.now() } });
  return runId;
}
const stateOf = (id: string) => services.db.matchRun.findUniqueOrThrow({ where: { id }, select: { status: true, cancelRequestedAt: true, finishedAt: true } });

async function drafted(runId: string, found: { personId: string; postId: string; score: number }[], result: Partial<RunResult>) {
  const write = await draftWriter(services.pool, runId);
  await write(found.map((one) => ({ ...one, id: services.newId(), reasons: [] })));
  await markDrafted(services, runId, { ...result, matched: found.length } as RunResult);
}

beforeAll(async () => {
  services = await openTestServices();
  make = createFactory(services, 77);
  await make.reference();
});
afterAll(() => services.close());

describe("calling off a run", () => {
  it("ends one that waits at once, and lets another be asked for", async () => {
    const runId = await queued();
    expect(await cancelMatchRun(services, here, { runId })).toMatchObject({ ok: true });
    expect(await stateOf(runId)).toMatchObject({ status: "CANCELLED", finishedAt: expect.any(Date) });
    expect(await cancelMatchRun(services, here, { runId: await queued() })).toMatchObject({ ok: true });
  });

  it("asks one under way to stop, shows it as stopping, and leaves closing it to its worker", async () => {
    const runId = await running();
    expect(await isCancelRequested(services.pool, runId)).toBe(false);
    expect(await markCancelled(services, runId)).toBe(false);
    expect((await cancelMatchRun(services, here, { runId })).ok).toBe(true);
    expect(await stateOf(runId)).toMatchObject({ status: "RUNNING", finishedAt: null });
    expect(await isCancelRequested(services.pool, runId)).toBe(true);
    expect((await readRuns(services)).find((one) => one.id === runId)).toMatchObject({ status: "RUNNING", stopping: true });
    expect(await markCancelled(services, runId)).toBe(true);
    expect(await readRunPage(services, here, runId)).toMatchObject({ status: "CANCELLED", stopping: false, people: [] });
  });

  it("lets no proposal of it be written any more", async () => {
    const person = await make.person({ homeCountyCode: "141124" });
    const postId = await make.post({ countyCode: "141124" });
    const runId = await running();
    await cancelMatchRun(services, here, { runId });
    const run = (await readRun(services.pool, runId))!;
    await drafted(run.id, [{ personId: person.id, postId, score: 500 }], {});
    expect(await publishDrafts(services, run, "141124")).toBeNull();
    expect(await services.db.match.count({ where: { runId } })).toBe(0);
    expect(await stateOf(runId)).toMatchObject({ status: "CANCELLED" });
  });

  it("is refused for a run that is over, one of another region, and one that doesn't exist", async () => {
    const runId = await queued();
    expect(await cancelMatchRun(services, officer("140200"), { runId })).toMatchObject({ ok: false, problems: [{ code: "not-your-region" }] });
    expect(await cancelMatchRun(services, officer("141100", "ADMIN"), { runId })).toMatchObject({ ok: true });
    expect(await cancelMatchRun(services, here, { runId })).toMatchObject({ ok: false, problems: [{ code: "run-over" }] });
    expect(await cancelMatchRun(services, here, { runId: "01K00000000000000000000000" })).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
    expect(await cancelMatchRun(services, { ...here, role: "AGENT" }, { runId })).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
  });

  it("is written to the audit with its outcome", async () => {
    const runId = await queued();
    await cancelMatchRun(services, officer("140200"), { runId });
    await cancelMatchRun(services, here, { runId });
    const trail = await services.db.auditEntry.findMany({ where: { subjectId: runId, action: "cancel-match-run" }, orderBy: { id: "asc" } });
    expect(trail.map((one) => one.outcome)).toEqual(["not-your-region", "ok"]);
  });
});

describe("a run's page", () => {
  it("names the people it offered posts to only those who act for their homes, and the finished run before it", async () => {
    const person = await make.person({ name: "甲乙丙", homeCountyCode: "141124" });
    const postId = await make.post({ countyCode: "141124" });
    const first = await running();
    await drafted(first, [], { seekers: 1, gapPct: 0.05 });
    await publishDrafts(services, (await readRun(services.pool, first))!, "141124");
    const second = await running();
    await drafted(second, [{ personId: person.id, postId, score: 640 }], {});
    await publishDrafts(services, (await readRun(services.pool, second))!, "141124");
    const page = await readRunPage(services, here, second);
    expect(page).toMatchObject({ inScope: true, previous: { id: first, result: { gapPct: 0.05, proposals: 0 } }, people: [{ personId: person.id, nameMasked: "甲**", score: 640 }] });
    expect(await readRunPage(services, officer("140200"), second)).toMatchObject({ inScope: false, people: [] });
    const looks = await services.db.auditEntry.findMany({ where: { subjectId: second, action: "see-run-people" } });
    expect(looks.map((one) => one.regionCode)).toEqual(["141124"]);
  });
});
