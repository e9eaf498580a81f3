import { z } from "zod";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Why a post fits a person, or every rule that stands in the way (design 3.6). */
export const explainPair = useCase({
  name: "explain-pair",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ postId: z.ulid("invalid"), personId: z.ulid("invalid").optional() }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const today = deps.clock.today();
    const [persons, posts, rules] = await Promise.all([
      loadPersonFacts(deps.pool, [personId], today),
      loadPostFacts(deps.pool, [input.postId], today),
      loadMatchingRules(deps.pool, today),
    ]);
    const person = persons.get(personId);
    const post = posts.get(input.postId);
    if (!person || !post || !actsForPerson(actor, person)) return refuse("not-found");
    return ok(assess(person, post, rules));
  },
});
