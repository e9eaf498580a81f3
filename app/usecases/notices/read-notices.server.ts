import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** A person has seen their notices. */
export const markNoticesRead = useCase({
  name: "mark-notices-read",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => undefined },
  input: z.object({}),
  async run({ deps, actor }) {
    if (actor.personId === null) return refuse("no-person");
    const { count } = await deps.db.notice.updateMany({ where: { personId: actor.personId, readAt: null }, data: { readAt: deps.clock.now() } });
    return ok({ count });
  },
});
