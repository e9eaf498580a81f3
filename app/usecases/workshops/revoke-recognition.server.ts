import { z } from "zod";
import { loadRecognitions } from "#app/data/recognitions.server.ts";
import { toDate, toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * From a day on a workshop is no longer recognised, with a reason. It is said beside the recognition, which stays as it was: whoever had their months full
 * before that day can still be claimed for, nobody after.
 */
export const revokeRecognition = useCase({
  name: "revoke-recognition",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workshop", id: (input) => input.workshopId },
  input: z.object({ workshopId: z.ulid("invalid"), revokedOn: z.iso.date("date-form"), reason: plainLine(2, "reason-needed", 300) }),
  async run({ deps, actor, input }) {
    const { workshopId, revokedOn, reason } = input;
    const workshop = await deps.db.workshop.findUnique({ where: { id: workshopId }, select: { townCode: true } });
    if (!workshop || !actsForRegion(actor, workshop.townCode)) return refuse("not-found");
    if (revokedOn > deps.clock.today()) return refuse("day-in-future", { field: "revokedOn" });
    return deps.db.$transaction(async (tx) => {
      // the same row that recognising holds: of two at once the second sees what the first did
      await tx.$queryRaw`SELECT id FROM workshop WHERE id = ${workshopId} FOR UPDATE`;
      const before = await tx.workshopRevocation.findFirst({ where: { workshopId, decidedBy: actor.userId, reason }, orderBy: { revokedOn: "desc" } });
      if (before && toDay(before.revokedOn) === revokedOn) return ok({ workshopId });
      const held = (await loadRecognitions(deps.pool, workshopId)).some((one) => one.recognisedOn < revokedOn && revokedOn < one.heldUntil);
      if (!held) return refuse("workshop-not-recognised-then", { field: "revokedOn" });
      await tx.workshopRevocation.create({ data: { id: deps.newId(), workshopId, revokedOn: toDate(revokedOn), reason, decidedBy: actor.userId, decidedAt: deps.clock.now() } });
      return ok({ workshopId });
    });
  },
});
