import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** The alerts of a saved search end: by its owner, or by whoever has the link that each alert carries. */
export const stopSearch = useCase({
  name: "stop-search",
  roles: ["SEEKER"],
  subject: { type: "saved-search", id: (input, value) => value.searchId ?? input.searchId },
  input: z.object({ searchId: z.ulid("invalid").optional(), stopToken: z.string().length(43, "not-found").optional() }),
  async run({ deps, actor, input }) {
    const own = input.searchId !== undefined && actor.personId !== null ? { id: input.searchId, personId: actor.personId } : null;
    const where = input.stopToken !== undefined ? { stopToken: input.stopToken } : own;
    const search = where === null ? null : await deps.db.savedSearch.findFirst({ where: { ...where, stoppedAt: null }, select: { id: true } });
    if (!search) return refuse("not-found");
    await deps.db.savedSearch.update({ where: { id: search.id }, data: { stoppedAt: deps.clock.now() } });
    return ok({ searchId: search.id });
  },
});
