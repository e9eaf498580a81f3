import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { ROLES } from "#app/domain/terms.ts";
import { useCase } from "../use-case.server.ts";

/** A user ends one of their sessions, or all but the one they ask from; each is out at its next request. */
export const endSessions = useCase({
  name: "end-sessions",
  roles: ROLES,
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ currentId: z.string().length(43, "invalid"), sessionId: z.string().length(43, "not-found").optional() }),
  async run({ deps, actor, input }) {
    if (actor.userId === null) return refuse("forbidden");
    const which = input.sessionId === undefined ? { id: { not: input.currentId } } : { id: input.sessionId };
    const { count } = await deps.db.loginSession.deleteMany({ where: { userId: actor.userId, ...which } });
    if (input.sessionId !== undefined && count === 0) return refuse("not-found");
    return ok({ userId: actor.userId, count });
  },
});
