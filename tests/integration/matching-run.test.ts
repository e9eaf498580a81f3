import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMyWork } from "#app/data/read-models/my-work.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { declineMatch } from "#app/usecases/matching/decline-match.server.ts";
import { explainPair } from "#app/usecases/matching/explain-pair.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { draftWriter } from "#app/data/matching-facts/draft-store.server.ts";
import { markProgress } from "#app/data/matching-facts/run-store.server.ts";
import { streamSeekers } from "#app/data/matching-facts/seekers.server.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { PersonFacts } from "#app/domain/matching/facts.ts";
import type { RunResult } from "#app/domain/matching/run-result.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { assess, isMonitored } from "#app/domain/matching/assess.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { executeMatchRun, findMatches, notifyMatches, publishMatches } from "#workers/matching/run/run.ts";

let services: TestServices;
let make: Factory;
const seeker = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];

async function runOver(regionCode: string) {
  const requested = await requestMatchRun(services, systemActor("test"), { regionCode });
  if (!requested.ok) throw new Error(JSON.stringify(requested.problems));
  await executeMatchRun(services, requested.value.runId);
  return requested.value.runId;
}

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  make = createFactory(services, 5);
});
afterAll(() => services.close());

describe("a matching run", () => {
  it("proposes allowed pairs only, nobody twice, within the openings, with the reasons that the page would give", async () => {
    const trades = ["6-18-02-04", "6-18-01-01", "4-10-01-06"];
    for (let n = 0; n < 24; n += 1) {
      await make.person({ homeCountyCode: n % 2 ? "141124" : "141127", age: 20 + n, categories: n % 5 === 0 ? ["MONITORED_SUDDEN"] : [], wish: { occupationCodes: [trades[n % 3]!], minWageFen: 300_000 + n * 10_000 } });
    }
    for (let n = 0; n < 6; n += 1) await make.post({ countyCode: "141124", occupationCode: trades[n % 3], openings: 1 + (n % 3), wageMinFen: 350_000 + n * 20_000, wageMaxFen: 600_000 });
    const runId = await runOver("140000");
    const matches = await rows<{ personId: string; postId: string; score: number; reasons: unknown }>("SELECT personId, postId, score, reasons FROM job_match WHERE runId = ?", [runId]);
    expect(matches.length).toBeGreaterThan(6);
    expect(new Set(matches.map((one) => one.personId)).size).toBe(matches.length);
    const today = services.clock.today();
    const persons = await loadPersonFacts(services, matches.map((one) => one.personId), today);
    const posts = await loadPostFacts(services.pool, matches.map((one) => one.postId), today);
    const rules = await loadMatchingRules(services.pool, today);
    for (const match of matches) {
      const verdict = assess(persons.get(match.personId)!, posts.get(match.postId)!, rules);
      expect(verdict).toMatchObject({ allowed: true, score: match.score });
      expect(typeof match.reasons === "string" ? JSON.parse(match.reasons) : match.reasons).toEqual(verdict.reasons.filter(({ code }) => code !== "monitored-first"));
    }
    // who is monitored stands in no match, and is told to the person all the same
    const told = await Promise.all(matches.map(async ({ personId }) => (await readMyWork(services, personId))!.proposal!.reasons.some(({ code }) => code === "monitored-first")));
    expect(told).toEqual(matches.map(({ personId }) => isMonitored(persons.get(personId)!)));
    expect(new Set(told)).toEqual(new Set([true, false]));
    for (const [postId, post] of posts) expect(matches.filter((one) => one.postId === postId).length).toBeLessThanOrEqual(post.openingsLeft);
    const [run] = await rows<{ status: string; progressDone: number; progressTotal: number }>("SELECT status, progressDone, progressTotal FROM match_run WHERE id = ?", [runId]);
    expect(run).toMatchObject({ status: "DONE", progressDone: matches.length, progressTotal: matches.length });
  });

  it("delivered twice writes once", async () => {
    const runId = await runOver("140000");
    const before = await rows("SELECT id FROM job_match WHERE runId = ?", [runId]);
    expect(await executeMatchRun(services, runId)).toBeNull();
    expect(await rows("SELECT id FROM job_match WHERE runId = ?", [runId])).toEqual(before);
  });

  it("carried out by two workers at the same moment writes once", async () => {
    const requested = await requestMatchRun(services, systemActor("test"), { regionCode: "140000" });
    if (!requested.ok) throw new Error("not requested");
    await Promise.all([executeMatchRun(services, requested.value.runId), executeMatchRun(services, requested.value.runId)]);
    const twice = await rows("SELECT personId FROM job_match WHERE status = 'PROPOSED' GROUP BY personId HAVING COUNT(*) > 1");
    expect(twice).toEqual([]);
  });

  it("that died while its matches were being published is published later, without being matched again", async () => {
    const requested = await requestMatchRun(services, systemActor("test"), { regionCode: "141124" });
    if (!requested.ok) throw new Error("not requested");
    const { runId } = requested.value;
    expect(await findMatches(services, runId)).toBe(true);
    const drafts = await rows<{ id: string; personId: string; postId: string }>("SELECT id, personId, postId FROM match_draft WHERE runId = ? ORDER BY id", [runId]);
    expect(drafts.length).toBeGreaterThan(0);
    expect(await rows("SELECT id FROM job_match WHERE runId = ?", [runId])).toEqual([]);
    expect(await findMatches(services, runId), "found already").toBe(false);
    expect(await Promise.all([publishMatches(services, runId), publishMatches(services, runId)])).toContainEqual({ written: drafts.length, skipped: 0 });
    expect(await rows("SELECT id, personId, postId FROM job_match WHERE runId = ? ORDER BY id", [runId])).toEqual(drafts);
    await notifyMatches(services, runId);
    expect(await rows("SELECT id FROM match_draft WHERE runId = ?", [runId])).toEqual([]);
    expect(await rows("SELECT event FROM outbox_event WHERE subjectId = ? ORDER BY recordedAt, id", [runId])).toEqual([{ event: "matching.requested" }, { event: "matching.found" }, { event: "matching.published" }]);
  });

  it("has its matches found and published though word of its progress comes late", async () => {
    const requested = await requestMatchRun(services, systemActor("test"), { regionCode: "141124" });
    if (!requested.ok) throw new Error("not requested");
    const { runId } = requested.value;
    expect(await findMatches(services, runId)).toBe(true);
    await markProgress(services.pool, runId, "stage-2", 0, 19);
    expect(await publishMatches(services, runId)).not.toBeNull();
    await markProgress(services.pool, runId, "stage-2", 19, 19);
    await notifyMatches(services, runId);
    expect(await rows("SELECT status, phase FROM match_run WHERE id = ?", [runId])).toEqual([{ status: "DONE", phase: "done" }]);
  });

  it("that died while matching starts again and doubles nothing", async () => {
    const requested = await requestMatchRun(services, systemActor("test"), { regionCode: "141124" });
    if (!requested.ok) throw new Error("not requested");
    const { runId } = requested.value;
    const [someone] = await rows<{ id: string }>("SELECT id FROM person LIMIT 1");
    const [somewhere] = await rows<{ id: string }>("SELECT id FROM post LIMIT 1");
    const write = await draftWriter(services.pool, runId);
    await write([{ id: services.newId(), personId: someone!.id, postId: somewhere!.id, score: 1, reasons: [] }]);
    await services.pool.query("UPDATE match_run SET status = 'RUNNING', phase = 'drafts' WHERE id = ?", [runId]);
    const written = await executeMatchRun(services, runId);
    expect(written?.written).toBeGreaterThan(0);
    expect(await rows("SELECT id FROM job_match WHERE runId = ? AND score = 1", [runId])).toEqual([]);
  });

  it("leaves its proof, its order of help and how it served each group behind", async () => {
    const runId = await runOver("140000");
    const [run] = await rows<{ result: unknown }>("SELECT result FROM match_run WHERE id = ?", [runId]);
    const result = readJson(run!.result) as RunResult;
    const [sums] = await rows<{ n: number; total: string }>("SELECT COUNT(*) AS n, SUM(score) AS total FROM job_match WHERE runId = ?", [runId]);
    expect(result).toMatchObject({ matched: sums!.n, proposals: sums!.n, value: Number(sums!.total), skipped: 0 });
    expect(result.bound).toBeGreaterThanOrEqual(result.value);
    expect(result.gapPct).toBeCloseTo(((result.bound - result.value) / result.value) * 100, 6);
    expect(result.stages.reduce((sum, stage) => sum + stage.assigned, 0)).toBe(sums!.n);
    expect(result.fairness.sex.reduce((sum, row) => sum + row.people, 0)).toBe(result.seekers);
    expect(result.fairness.sex.reduce((sum, row) => sum + row.placed, 0)).toBe(sums!.n);
    const [kept] = await rows<{ n: number }>("SELECT COUNT(*) AS n FROM placement WHERE activeKey IS NOT NULL AND matchId IS NOT NULL");
    expect(result.kept).toBe(kept!.n);
  });

  it("replaces open proposals and leaves what was accepted or declined", async () => {
    const person = await make.person({ homeCountyCode: "141124", age: 33, wish: { occupationCodes: ["6-31-01-03"] } });
    const postId = await make.post({ countyCode: "141124", occupationCode: "6-31-01-03", openings: 1 });
    const first = await runOver("140000");
    const [proposal] = await rows<{ id: string }>("SELECT id FROM job_match WHERE runId = ? AND personId = ?", [first, person.id]);
    await runOver("140000");
    expect(await rows("SELECT status, openKey FROM job_match WHERE id = ?", [proposal!.id])).toMatchObject([{ status: "SUPERSEDED", openKey: null }]);
    expect((await acceptPost(services, seeker(person.id), { postId })).ok).toBe(true);
    const third = await runOver("140000");
    expect(await rows("SELECT id FROM job_match WHERE runId = ? AND personId = ?", [third, person.id])).toEqual([]);
    expect(await rows("SELECT status FROM job_match WHERE personId = ? ORDER BY proposedAt", [person.id])).toMatchObject([{ status: "SUPERSEDED" }, { status: "ACCEPTED" }]);
  });

  it("over one county leaves the others' proposals alone and does not promise their openings again", async () => {
    const here = await make.person({ homeCountyCode: "141181", age: 30, wish: { occupationCodes: ["6-29-01-01"] } });
    const there = await make.person({ homeCountyCode: "140105", age: 30, wish: { occupationCodes: ["6-29-01-01"], needsHousing: 0 } });
    const postId = await make.post({ countyCode: "140105", occupationCode: "6-29-01-01", openings: 1 });
    await runOver("140000");
    expect(await rows("SELECT personId FROM job_match WHERE postId = ? AND status = 'PROPOSED'", [postId])).toEqual([{ personId: there.id }]);
    await runOver("141181");
    expect(await rows("SELECT personId FROM job_match WHERE postId = ? AND status = 'PROPOSED'", [postId])).toEqual([{ personId: there.id }]);
    expect(await rows("SELECT id FROM job_match WHERE personId = ? AND status = 'PROPOSED'", [here.id])).toEqual([]);
  });

  it("over two counties at once never offers an opening twice", async () => {
    const postId = await make.post({ countyCode: "140105", occupationCode: "6-29-02-07", openings: 1 });
    for (const homeCountyCode of ["141181", "141182"]) await make.person({ homeCountyCode, age: 30, wish: { occupationCodes: ["6-29-02-07"], needsHousing: 0 } });
    const ids = await Promise.all(["141181", "141182"].map(async (regionCode) => {
      const requested = await requestMatchRun(services, systemActor("test"), { regionCode });
      if (!requested.ok) throw new Error("not requested");
      return requested.value.runId;
    }));
    await Promise.all(ids.map((runId) => findMatches(services, runId)));
    expect((await rows("SELECT personId FROM match_draft WHERE postId = ?", [postId])).length).toBe(2);
    await Promise.all(ids.map((runId) => publishMatches(services, runId)));
    expect((await rows("SELECT personId FROM job_match WHERE postId = ? AND status = 'PROPOSED'", [postId])).length).toBe(1);
    const results = await rows<{ result: unknown }>("SELECT result FROM match_run WHERE id IN (?)", [ids]);
    expect(results.reduce((sum, one) => sum + (readJson(one.result) as RunResult).skipped, 0)).toBe(1);
  });

  it("is refused to an officer of another region, and while one is under way", async () => {
    expect(await requestMatchRun(services, officer("140200"), { regionCode: "141124" })).toMatchObject({ ok: false, problems: [{ code: "not-your-region" }] });
    expect((await requestMatchRun(services, officer("141124"), {})).ok).toBe(true);
    const again = await Promise.all([requestMatchRun(services, officer("141124"), {}), requestMatchRun(services, officer("141124"), {})]);
    expect(again.map((one) => one.ok)).toEqual([false, false]);
  });
});

describe("the stream of seekers", () => {
  it("gives everybody of a region who looks for work, once, by id, with the facts that are read one by one", async () => {
    const today = services.clock.today();
    const streamed: PersonFacts[] = [];
    for await (const batch of streamSeekers(services, "14", today)) streamed.push(...batch);
    const ids = await rows<{ id: string }>("SELECT p.id FROM person p JOIN wish w ON w.personId = p.id WHERE w.seeking AND p.homeCountyCode LIKE '14%' ORDER BY p.id");
    expect(streamed.map((one) => one.id)).toEqual(ids.map((one) => one.id));
    expect(streamed.length).toBeGreaterThan(20);
    expect(new Map(streamed.map((one) => [one.id, one]))).toEqual(await loadPersonFacts(services, ids.map((one) => one.id), today));
  });
});

describe("a proposal", () => {
  it("declined once is closed, and its reason is kept", async () => {
    const person = await make.person({ homeCountyCode: "141127", age: 41, wish: { occupationCodes: ["6-18-01-01"] } });
    await make.post({ countyCode: "141127", occupationCode: "6-18-01-01", openings: 9 });
    const runId = await runOver("141127");
    const [match] = await rows<{ id: string }>("SELECT id FROM job_match WHERE runId = ? AND personId = ?", [runId, person.id]);
    expect(await declineMatch(services, seeker(person.id), { matchId: match!.id })).toMatchObject({ ok: false, problems: [{ code: "reason-required", field: "reason" }] });
    expect((await declineMatch(services, seeker(person.id), { matchId: match!.id, reason: "too-far" })).ok).toBe(true);
    expect(await declineMatch(services, seeker(person.id), { matchId: match!.id, reason: "too-far" })).toMatchObject({ ok: false, problems: [{ code: "proposal-closed" }] });
    expect(await rows("SELECT declineReason FROM job_match WHERE id = ?", [match!.id])).toEqual([{ declineReason: "too-far" }]);
  });

  it("can be asked why, by the person and not by a stranger", async () => {
    const person = await make.person({ homeCountyCode: "141127", age: 41, wish: { occupationCodes: ["6-18-02-04"], minWageFen: 900_000 } });
    const postId = await make.post({ countyCode: "141127" });
    const why = await explainPair(services, seeker(person.id), { postId });
    expect(why).toMatchObject({ ok: true, value: { allowed: false, reasons: [{ code: "wage-below-wish", params: { wishFen: 900_000 } }] } });
    expect(await explainPair(services, seeker("01K00000000000000000000000"), { postId, personId: person.id })).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
  });
});
