import { z } from "zod";
import { plainText } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** An officer has looked at a warning and says what came of it. */
export const closeFlag = useCase({
  name: "close-post-flag",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "postFlag", id: (input) => input.flagId },
  input: z.object({ flagId: z.ulid("invalid"), note: plainText(2, "reason-required", 300) }),
  async run({ deps, actor, input }) {
    const flag = await deps.db.postFlag.findUnique({ where: { id: input.flagId } });
    if (!flag || !actsForRegion(actor, flag.regionCode)) return refuse("not-found");
    const closed = await deps.db.postFlag.updateMany({ where: { id: flag.id, closedAt: null }, data: { closedAt: deps.clock.now(), closedBy: actor.userId, note: input.note } });
    return closed.count === 1 ? ok({ flagId: flag.id }) : refuse("flag-closed");
  },
});
