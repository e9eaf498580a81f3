import { z } from "zod";
import { findableByEmployers } from "#app/data/consents.server.ts";
import { rankedCandidates } from "#app/data/matching-facts/candidate-store.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { LiveCandidate } from "#app/domain/hiring/candidate.ts";
import { assess, isMemberFor } from "#app/domain/matching/assess.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { searchProfiles } from "#search/queries/search-profiles.ts";
import { useCase } from "../use-case.server.ts";

const PAGES = 3;
const SHOWN = 20;

/** People who look for work now and fit a post of the employer's, ranked by the score of the provincial run, best first, members of the post's brand before all others; at most 20. */
export const findCandidates = useCase({
  name: "find-candidates",
  roles: ["EMPLOYER"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({ postId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const today = deps.clock.today();
    const own = await deps.db.post.findUnique({ where: { id: input.postId }, select: { employerId: true, occupationCode: true, countyCode: true, housing: true, employer: { select: { status: true } } } });
    if (!actor.employerId || own?.employerId !== actor.employerId) return refuse("not-found");
    if (own.employer.status !== "APPROVED" || own.occupationCode === null) return ok({ candidates: [] as LiveCandidate[], inCounty: 0, everywhere: 0 });
    const query = { occupation: own.occupationCode, housingOffered: true } as const;
    // a post that has just changed may not be ranked yet: until then the nearest who wish for its trade stand in
    const ranked = await rankedCandidates(deps.pool, input.postId, SHOWN * PAGES);
    const pages = await Promise.all([
      ...Array.from({ length: ranked === null ? PAGES : 0 }, (_, at) => searchProfiles(deps, { ...query, workCounty: own.countyCode, housingOffered: own.housing, sort: "distance", page: at + 1 })),
      searchProfiles(deps, { ...query, region: own.countyCode }),
      searchProfiles(deps, query),
    ]);
    const [inCounty, everywhere] = pages.slice(-2);
    const ids = ranked ?? pages.slice(0, PAGES).flatMap((page) => page.hits.map((hit) => hit.id));
    const [findable, persons, posts, rules] = await Promise.all([findableByEmployers(deps.pool, ids), loadPersonFacts(deps, ids, today), loadPostFacts(deps.pool, [input.postId], today), loadMatchingRules(deps.pool, today)]);
    const post = posts.get(input.postId)!;
    const candidates = [...persons.values()].flatMap((person): LiveCandidate[] => {
      if (!findable.has(person.id)) return [];
      const verdict = assess(person, post, rules);
      return verdict.allowed ? [{ person, score: verdict.score, reasons: [...verdict.reasons] }] : [];
    });
    candidates.sort((a, b) => Number(isMemberFor(b.person, post)) - Number(isMemberFor(a.person, post)) || b.score - a.score || (a.person.id < b.person.id ? -1 : 1));
    return ok({ candidates: candidates.slice(0, SHOWN), inCounty: inCounty?.total ?? 0, everywhere: everywhere?.total ?? 0 });
  },
});
