import { z } from "zod";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { readWhy, readWhyForEmployer, type WhyView } from "#app/data/read-models/why-page.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * Why a post fits a person and was or was not offered to them, or every rule that stands in the way (design 3.6).
 * For the person, a bureau that acts for their home, and, no further than its list of candidates, the post's employer.
 */
export const explainPair = useCase({
  name: "explain-pair",
  roles: ["SEEKER", "AGENT", "OFFICER", "EMPLOYER"],
  subject: { type: "person", id: (input) => input.personId },
  act: "look",
  input: z.object({ postId: z.ulid("invalid"), personId: z.ulid("invalid").optional() }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const told = (view: WhyView | null) => (view === null ? refuse("not-found") : ok(view));
    if (actor.role === "EMPLOYER") return told(actor.employerId === null ? null : await readWhyForEmployer(deps, actor.employerId, personId, input.postId));
    const today = deps.clock.today();
    const [persons, posts, rules] = await Promise.all([
      loadPersonFacts(deps, [personId], today),
      loadPostFacts(deps.pool, [input.postId], today),
      loadMatchingRules(deps.pool, today),
    ]);
    const person = persons.get(personId);
    const post = posts.get(input.postId);
    if (!person || !post || !actsForPerson(actor, person)) return refuse("not-found");
    return told(await readWhy(deps, actor, { person, post, rules }));
  },
});
