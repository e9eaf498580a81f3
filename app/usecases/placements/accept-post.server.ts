import { z } from "zod";
import { refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { sayYes } from "./say-yes.server.ts";

/**
 * A person says yes to a post: the proposal made to them, or a post they found themselves. The pair is judged
 * again at this moment; an employer's offer is what the yes is said to. An opening and the person's one place are taken in the same transaction.
 * A yes as a member of a brand that is suspended by now, or of a membership that is over, is refused by name; `plain` takes the post all the same, as any other.
 * A yes to a post abroad begins an application beside the placement, under a licence that is in force at that moment.
 */
export const acceptPost = useCase({
  name: "accept-post",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "placement", id: (input, value) => value.placementId ?? input.postId },
  act: { kind: "ANSWER", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({ postId: z.ulid("invalid"), personId: z.ulid("invalid").optional(), plain: z.literal("on", "invalid").optional() }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    return sayYes(deps, actor, { personId, postId: input.postId, plain: input.plain !== undefined, may: (person) => actsForPerson(actor, person) });
  },
});
