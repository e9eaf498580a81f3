import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHints } from "#app/data/read-models/hints.server.ts";
import { readMyNotices } from "#app/data/read-models/my-searches.server.ts";
import { readMyWork } from "#app/data/read-models/my-work.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { adjustWish } from "#app/usecases/matching/adjust-wish.server.ts";
import { declineMatch } from "#app/usecases/matching/decline-match.server.ts";
import { findNearly } from "#app/usecases/matching/find-nearly.server.ts";
import { findPosts } from "#app/usecases/matching/find-posts.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TRADE = "6-18-02-04";
let services: TestServices;
let make: Factory;
const as = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-24T02:00:00Z") });
  await loadReference(services);
  make = createFactory(services, 97);
});
afterAll(() => services.close());

async function nearly(personId: string) {
  const found = await findNearly(services, as(personId), {});
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return readHints(services.pool, found.value.hints);
}

describe("one step short", () => {
  it("names what a change of the wish opens near home; once it is made, just those posts suit", async () => {
    const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE], minWageFen: 900_000 } });
    const dear = await make.post({ countyCode: "141124", occupationCode: TRADE, wageMinFen: 800_000, wageMaxFen: 880_000, title: "高薪焊工" });
    await make.post({ countyCode: "141124", occupationCode: TRADE, wageMinFen: 300_000, wageMaxFen: 400_000 });
    const hint = (await nearly(person.id)).find((one) => one.change.kind === "wage")!;
    expect(hint).toMatchObject({ change: { kind: "wage", lessFen: 30_000, toFen: 870_000 }, posts: 1, best: [{ id: dear }] });
    await services.db.wish.update({ where: { personId: person.id }, data: { minWageFen: 870_000 } });
    const suits = await findPosts(services, as(person.id), {});
    expect(suits.ok && suits.value.posts.map((one) => one.postId)).toEqual([dear]);
  });

  it("offers another trade of the home county, but to nobody who has work or is a stranger", async () => {
    const person = await make.person({ homeCountyCode: "141127", age: 40, wish: { occupationCodes: [TRADE] } });
    await make.post({ countyCode: "141127", occupationCode: "4-10-01-06", title: "护理员" });
    expect((await nearly(person.id)).map((one) => one.change.kind)).toContain("trade");
    const post = await make.post({ countyCode: "141127", occupationCode: TRADE });
    await acceptPost(services, as(person.id), { postId: post });
    expect(await nearly(person.id)).toEqual([]);
    expect(codes(await findNearly(services, { ...as(person.id), role: "OFFICER", personId: null, regionCode: "140105" }, { personId: person.id }))).toEqual(["not-found"]);
  });
});

describe("a no with a reason", () => {
  async function proposed(countyCode: string) {
    const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE], minWageFen: 300_000, maxDistanceKm: null } });
    const postId = await make.post({ countyCode, occupationCode: TRADE, wageMinFen: 500_000, wageMaxFen: 650_000 });
    const runId = services.newId();
    await services.db.matchRun.create({ data: { id: runId, regionCode: "141124", status: "DONE", asOf: new Date("2026-11-24"), requestedAt: services.clock.now() } });
    const matchId = services.newId();
    await services.db.match.create({ data: { id: matchId, runId, personId: person.id, postId, score: 700, reasons: [], openKey: person.id, proposedAt: services.clock.now() } });
    return { person, postId, matchId, seeker: as(person.id) };
  }

  it("closes the proposal, and with one press the wish keeps such posts away", async () => {
    const { person, postId, matchId, seeker } = await proposed("140105");
    await services.db.notice.create({ data: { id: services.newId(), personId: person.id, kind: "match-proposed", onceKey: matchId, postId, recordedAt: services.clock.now() } });
    const asked = async () => (await readMyNotices(services.pool, person.id)).map((one) => one.offered);
    expect(await asked()).toEqual([true]);
    expect(codes(await adjustWish(services, seeker, { matchId }))).toEqual(["not-found"]);
    expect(codes(await declineMatch(services, seeker, { matchId, reason: "too-far" }))).toEqual([]);
    expect(await asked()).toEqual([false]);
    expect((await readMyWork(services, person.id))!.proposal).toBeNull();
    const events = () => services.db.outboxEvent.count({ where: { event: "person.changed", subjectId: person.id } });
    const before = await events();
    expect(codes(await adjustWish(services, seeker, { matchId }))).toEqual([]);
    expect((await services.db.wish.findUniqueOrThrow({ where: { personId: person.id } })).maxDistanceKm).toBeGreaterThan(0);
    expect(await events()).toBe(before + 1);
    const suits = await findPosts(services, seeker, { limit: 100 });
    expect(suits.ok && suits.value.posts.some((one) => one.postId === postId)).toBe(false);
    expect(codes(await adjustWish(services, seeker, { matchId }))).toEqual(["not-found"]);
  });

  it("of pay too low raises the least pay; of a reason that says nothing of the wish changes nothing; a stranger's is not there", async () => {
    const low = await proposed("141124");
    await declineMatch(services, low.seeker, { matchId: low.matchId, reason: "pay-too-low" });
    expect(codes(await adjustWish(services, as((await make.person()).id), { matchId: low.matchId }))).toEqual(["not-found"]);
    expect(codes(await adjustWish(services, low.seeker, { matchId: low.matchId }))).toEqual([]);
    expect((await services.db.wish.findUniqueOrThrow({ where: { personId: low.person.id } })).minWageFen).toBe(660_000);
    const other = await proposed("141124");
    await declineMatch(services, other.seeker, { matchId: other.matchId, reason: "other" });
    expect(codes(await adjustWish(services, other.seeker, { matchId: other.matchId }))).toEqual(["not-found"]);
  });
});
