import { z } from "zod";
import { refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { askFitting } from "./ask-fitting.server.ts";

/** An employer invites somebody who fits one of its open posts. The person is asked first; nothing of theirs is shown before they agree. */
export const invitePerson = useCase({
  name: "invite-person",
  roles: ["EMPLOYER"],
  subject: { type: "hiring", id: (input, value) => value.hiringId ?? input.postId },
  input: z.object({ postId: z.ulid("invalid"), personId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, select: { employerId: true } });
    if (!actor.employerId || post?.employerId !== actor.employerId) return refuse("not-found");
    return askFitting(deps, actor, input);
  },
});
