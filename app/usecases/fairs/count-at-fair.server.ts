import { z } from "zod";
import { countedAt, holdFair, runsFair } from "#app/data/fair/fairs.server.ts";
import { findTickProblem, momentOfTick } from "#app/domain/fair/ticks.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { OFFICE } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";
import { optionalId } from "./fields.ts";

const MOST = 1_000;

/** People who came through the door, or to a booth; a number below nought takes back what was pressed too often. The same press by its key is one, however often it is sent. */
export const countAtFair = useCase({
  name: "count-at-fair",
  roles: OFFICE,
  subject: { type: "fair", id: (input) => input.fairId },
  input: z.object({
    fairId: z.ulid("invalid"), boothId: optionalId, n: z.coerce.number("number-needed").int("whole-number").min(-MOST, "fair-tick").max(MOST, "fair-tick").refine((n) => n !== 0, { message: "fair-tick" }), entryKey: z.uuid("invalid"),
    at: z.iso.datetime("invalid").optional(),
  }),
  async run({ deps, actor, input }) {
    const boothId = input.boothId ?? null;
    return deps.db.$transaction(async (tx) => {
      const held = await holdFair(tx, input.fairId);
      if (!held || !runsFair(actor, held)) return refuse("not-found");
      if (boothId !== null && (await tx.fairBooth.count({ where: { id: boothId, fairId: held.id, number: { not: null } } })) === 0) return refuse("not-found");
      const count = await countedAt(deps.pool, held.id, boothId);
      if (await tx.fairTick.findUnique({ where: { fairId_entryKey: { fairId: held.id, entryKey: input.entryKey } }, select: { id: true } })) return ok({ fairId: held.id, boothId, count, again: true });
      const now = deps.clock.now();
      const at = momentOfTick(input.at === undefined ? null : new Date(input.at), now);
      const problem = findTickProblem({ ...held, count, at, n: input.n });
      if (problem) return refuse(problem, { field: "n" });
      await tx.fairTick.create({ data: { id: deps.newId(), fairId: held.id, boothId, n: input.n, entryKey: input.entryKey, happenedAt: at, recordedAt: now, saidByUserId: actor.userId } });
      return ok({ fairId: held.id, boothId, count: count + input.n, again: false });
    });
  },
});
