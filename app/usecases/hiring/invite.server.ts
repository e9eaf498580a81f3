import { z } from "zod";
import { findableByEmployers } from "#app/data/consents.server.ts";
import { beginHiring, tellOfStep } from "#app/data/hiring.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";

/** An employer invites somebody who fits one of its open posts. The person is asked first; nothing of theirs is shown before they agree. */
export const invitePerson = useCase({
  name: "invite-person",
  roles: ["EMPLOYER"],
  subject: { type: "hiring", id: (input, value) => value.hiringId ?? input.postId },
  input: z.object({ postId: z.ulid("invalid"), personId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const today = deps.clock.today();
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, select: { employerId: true } });
    if (!actor.employerId || post?.employerId !== actor.employerId) return refuse("not-found");
    const [findable, persons, posts, rules] = await Promise.all([
      findableByEmployers(deps.pool, [input.personId]), loadPersonFacts(deps.pool, [input.personId], today), loadPostFacts(deps.pool, [input.postId], today), loadMatchingRules(deps.pool, today),
    ]);
    const [person, facts] = [persons.get(input.personId), posts.get(input.postId)];
    // whoever does not fit, or has withdrawn, is nobody this employer was shown: the answer is the same as for no such person
    if (!findable.has(input.personId) || !person || !facts || !assess(person, facts, rules).allowed) return refuse("not-found");
    try {
      const hiringId = await deps.db.$transaction(async (tx) => {
        const id = await beginHiring(deps, tx, actor, input, { kind: "INVITED" });
        await tellOfStep(deps, tx, { ...input, id, seq: 1 }, "INVITED");
        return id;
      });
      return ok({ hiringId });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("invited-already");
      throw error;
    }
  },
});
