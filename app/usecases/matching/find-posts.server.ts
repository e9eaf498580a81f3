import { z } from "zod";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostsInReach } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { isAllowed } from "#app/domain/matching/eligibility.ts";
import { groupsOf } from "#app/domain/matching/relation.ts";
import { scoreOf } from "#app/domain/matching/score.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** The open posts that suit a person best as things stand, by the score of the provincial run, best first. */
export const findPosts = useCase({
  name: "find-posts",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  act: "look",
  input: z.object({ personId: z.ulid("invalid").optional(), limit: z.number().int().min(1).max(100).default(20) }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const today = deps.clock.today();
    const person = (await loadPersonFacts(deps, [personId], today)).get(personId);
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    const [posts, rules] = await Promise.all([
      loadPostsInReach(deps.pool, groupsOf(person), person.homeCountyCode, today), loadMatchingRules(deps.pool, today),
    ]);
    const found = posts.filter((post) => isAllowed(person, post, rules)).map((post) => ({ postId: post.id, ...scoreOf(person, post, rules) }));
    found.sort((a, b) => b.score - a.score || (a.postId < b.postId ? -1 : 1));
    return ok({ posts: found.slice(0, input.limit) });
  },
});
