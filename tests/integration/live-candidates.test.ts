import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { findPosts } from "#app/usecases/matching/find-posts.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { updateWish } from "#app/usecases/persons/update-wish.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { CANDIDATES_KEPT, rankCandidates } from "#workers/matching/live/rank-candidates.ts";

let services: TestServices;
let make: Factory;
const seeker = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];
const ranked = (postId: string) => rows<{ personId: string; score: number }>("SELECT personId, score FROM post_candidate WHERE postId = ? ORDER BY `rank`", [postId]);

/** Everybody whom the plain rules let have a post, the highest score first. */
async function byTheRules(postId: string) {
  const today = services.clock.today();
  const ids = await rows<{ id: string }>("SELECT id FROM person");
  const persons = await loadPersonFacts(services, ids.map((one) => one.id), today);
  const post = (await loadPostFacts(services.pool, [postId], today)).get(postId)!;
  const rules = await loadMatchingRules(services.pool, today);
  return [...persons.values()].map((person) => ({ personId: person.id, ...assess(person, post, rules) })).filter((one) => one.allowed).sort((a, b) => b.score - a.score);
}

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  make = createFactory(services, 9);
  const trades = ["6-18-02-04", "6-18-01-01", "4-10-01-06"];
  for (let n = 0; n < 150; n += 1) {
    await make.person({ homeCountyCode: ["141124", "141127", "140105"][n % 3]!, age: 20 + (n % 38), wish: { occupationCodes: [trades[n % 2]!, trades[2]!], minWageFen: 200_000 + n * 1_000 } });
  }
});
afterAll(() => services.close());

describe("the candidates of a post that has changed", () => {
  it("are the people whom the plain rules score highest, in their order", async () => {
    for (const stream of ["MARKET", "WELFARE"] as const) {
      const postId = await make.post({ stream, countyCode: "141124", occupationCode: "6-18-02-04", openings: 3 });
      await rankCandidates(services, [postId]);
      const expected = await byTheRules(postId);
      const found = await ranked(postId);
      expect(found.map((one) => one.score)).toEqual(expected.slice(0, CANDIDATES_KEPT).map((one) => one.score));
      const scores = new Map(expected.map((one) => [one.personId, one.score]));
      for (const one of found) expect(scores.get(one.personId)).toBe(one.score);
    }
  });

  it("know who is new, who has changed their wish and who has been placed since the people were read", async () => {
    const postId = await make.post({ countyCode: "141127", occupationCode: "6-31-01-03", openings: 3 });
    const [here, there] = [await make.person({ homeCountyCode: "141127", age: 33, wish: { occupationCodes: ["6-31-01-03"] } }), await make.person({ homeCountyCode: "141127", age: 34, wish: { occupationCodes: ["4-10-01-06"] } })];
    await services.db.$transaction((tx) => tx.outboxEvent.createMany({ data: [here, there].map((one) => ({ id: services.newId(), event: "person.changed", subjectId: one.id, recordedAt: services.clock.now() })) }));
    await rankCandidates(services, [postId]);
    expect((await ranked(postId)).map((one) => one.personId)).toEqual([here.id]);
    expect((await updateWish(services, seeker(there.id), { occupationCodes: ["6-31-01-03"], minWageYuan: 2_000, needsHousing: false, willInProvince: true, seeking: true, availableFrom: services.clock.today() })).ok).toBe(true);
    await rankCandidates(services, [postId]);
    expect(new Set((await ranked(postId)).map((one) => one.personId))).toEqual(new Set([here.id, there.id]));
    expect((await acceptPost(services, seeker(here.id), { postId })).ok).toBe(true);
    await rankCandidates(services, [postId]);
    expect((await ranked(postId)).map((one) => one.personId)).toEqual([there.id]);
  });

  it("are forgotten once nobody can have the post any more", async () => {
    const postId = await make.post({ countyCode: "141124", occupationCode: "6-18-02-04", openings: 1 });
    await rankCandidates(services, [postId]);
    expect((await ranked(postId)).length).toBeGreaterThan(0);
    await services.pool.query("UPDATE post SET status = 'CLOSED' WHERE id = ?", [postId]);
    await rankCandidates(services, [postId]);
    expect(await ranked(postId)).toEqual([]);
  });
});

describe("the posts that suit a person now", () => {
  it("are the open posts that the plain rules score highest for them, in their order", async () => {
    const person = await make.person({ homeCountyCode: "141124", age: 41, wish: { occupationCodes: ["6-18-02-04", "4-10-01-06"], minWageFen: 250_000 } });
    for (let n = 0; n < 30; n += 1) await make.post({ stream: n % 5 === 0 ? "WELFARE" : "MARKET", countyCode: ["141124", "140105"][n % 2]!, occupationCode: ["6-18-02-04", "6-18-02-01", "4-10-01-06", "6-29-01-01"][n % 4]!, wageMinFen: 240_000 + n * 10_000, wageMaxFen: 400_000 + n * 10_000 });
    const today = services.clock.today();
    const facts = (await loadPersonFacts(services, [person.id], today)).get(person.id)!;
    const ids = await rows<{ id: string }>("SELECT id FROM post");
    const posts = await loadPostFacts(services.pool, ids.map((one) => one.id), today);
    const rules = await loadMatchingRules(services.pool, today);
    const plain = [...posts.values()].map((post) => assess(facts, post, rules)).filter((one) => one.allowed).map((one) => one.score).sort((a, b) => b - a);
    const found = await findPosts(services, seeker(person.id), { limit: 20 });
    expect(found.ok && found.value.posts.map((one) => one.score)).toEqual(plain.slice(0, 20));
    expect(plain.length).toBeGreaterThan(5);
  });
});
