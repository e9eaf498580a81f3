import { z } from "zod";
import { DIFFERING_FIELDS } from "#app/domain/import/differences.ts";
import { ok } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { moveRoster } from "./roster-acts.server.ts";

/** An officer who has seen what it would do lets a roster in, and says in which fields our record stays as it is. */
export const takeRoster = useCase({
  name: "take-roster",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "roster", id: (input) => input.rosterId },
  input: z.object({
    rosterId: z.ulid("invalid"),
    version: z.coerce.number("invalid").int("invalid").min(0, "invalid"),
    keep: z.array(z.enum(DIFFERING_FIELDS, "invalid")).default([]),
  }),
  run: ({ deps, actor, input: { rosterId, version, keep } }) => moveRoster(deps, actor, { rosterId, version, act: "take", to: "TAKING" }, () => ok({ keepFields: keep })),
});
