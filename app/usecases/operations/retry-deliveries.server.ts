import { z } from "zod";
import { takeBackFromQuarantine } from "#app/data/set-aside.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** Deliveries that were set aside after repeated failures are tried again: one of them, or all of a consumer. */
export const retryDeliveries = useCase({
  name: "retry-deliveries",
  roles: ["ADMIN"],
  subject: { type: "delivery", id: (input) => input.eventId ?? input.consumer },
  input: z.object({ consumer: z.string().regex(/^[a-z-]{2,40}$/, "invalid"), eventId: z.ulid("invalid").optional() }),
  async run({ deps, input }) {
    const count = await takeBackFromQuarantine(deps.pool, input);
    return count > 0 ? ok({ count }) : refuse("nothing-set-aside");
  },
});
