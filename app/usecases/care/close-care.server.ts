import { z } from "zod";
import { sealNote } from "#app/data/case-notes.ts";
import { CARE_OUTCOMES, outcomesOf } from "#app/domain/care/care-case.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A bureau says what it found and did; the person is told that it is done. A closed case stays closed. */
export const closeCare = useCase({
  name: "close-care",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "care-case", id: (input) => input.careId },
  input: z.object({ careId: z.ulid("invalid"), outcome: z.enum(CARE_OUTCOMES, "care-outcome"), note: plainText(4, "care-note", 500) }),
  async run({ deps, actor, input }) {
    const care = await deps.db.careCase.findUnique({ where: { id: input.careId }, select: { regionCode: true, kind: true, personId: true, postId: true, placementId: true, raisedBy: true } });
    if (!care || !actsForRegion(actor, care.regionCode)) return refuse("not-found");
    if (!outcomesOf(care.kind).includes(input.outcome)) return refuse("care-outcome", { field: "outcome" });
    const closed = await deps.db.$transaction(async (tx) => {
      const { count } = await tx.careCase.updateMany({
        where: { id: input.careId, closedAt: null }, data: { closedAt: deps.clock.now(), closedBy: actor.userId, outcome: input.outcome, noteEnc: sealNote(deps, input.note) },
      });
      if (count === 1 && care.raisedBy !== "EMPLOYER") {
        await tx.notice.createMany({
          skipDuplicates: true,
          data: [{ id: deps.newId(), personId: care.personId, kind: "care-closed", onceKey: `care-closed:${input.careId}`, postId: care.postId, subjectId: care.placementId, recordedAt: deps.clock.now() }],
        });
      }
      return count === 1;
    });
    return closed ? ok({ careId: input.careId }) : refuse("care-closed");
  },
});
