import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";

export const COMPLAINT_KINDS = ["FEE", "PAY", "FALSE_AD", "FILLED", "DISCRIMINATION", "OTHER"] as const;

/** Somebody reports what is wrong with a post; the same person the same thing once. */
export const complain = useCase({
  name: "complain-of-post",
  roles: ["SEEKER", "AGENT"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({ postId: z.ulid("invalid"), kind: z.enum(COMPLAINT_KINDS, "required") }),
  async run({ deps, actor, input }) {
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, select: { status: true } });
    if (!post || post.status === "DRAFT" || post.status === "BLOCKED" || !actor.userId) return refuse("not-found");
    try {
      await deps.db.postComplaint.create({ data: { id: deps.newId(), postId: input.postId, kind: input.kind, userId: actor.userId, recordedAt: deps.clock.now() } });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return refuse("complained-already", { field: "kind" });
    }
    return ok({ postId: input.postId });
  },
});
