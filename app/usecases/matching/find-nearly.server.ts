import { z } from "zod";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostsNearby } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { hintsFor } from "#app/domain/matching/nearly.ts";
import { groupsOf } from "#app/domain/matching/relation.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** What one step would open: posts near a person and in their trades that refuse them now, by the single change that is enough. */
export const findNearly = useCase({
  name: "find-nearly",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  act: "look",
  input: z.object({ personId: z.ulid("invalid").optional() }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const today = deps.clock.today();
    const person = (await loadPersonFacts(deps, [personId], today)).get(personId);
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    if (person.placed) return ok({ hints: [], looked: 0 });
    const [posts, rules] = await Promise.all([loadPostsNearby(deps.pool, groupsOf(person), person.homeCountyCode, today), loadMatchingRules(deps.pool, today)]);
    return ok({ hints: hintsFor(person, posts, rules), looked: posts.length });
  },
});
