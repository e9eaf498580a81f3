import { z } from "zod";
import { changePerson, changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { CARE_KINDS, careText } from "#app/domain/profile/care.ts";
import { ok } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { listOf } from "./list-field.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/**
 * Who needs a person's care, as ciphertext, and whether they can leave home. The second is their own answer and
 * is never concluded from the first: matching sees it alone.
 */
export const saveCare = useCase({
  name: "save-care",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, care: listOf(z.enum(CARE_KINDS, "invalid"), CARE_KINDS.length), canLeave: z.enum(["yes", "no"], "can-leave-choose") }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const data = { careEnc: deps.crypto.encrypt("person.care", careText(input.care)), updatedAt: deps.clock.now() };
    return changeProfile(deps, personId, async (tx) => {
      await tx.personCare.upsert({ where: { personId }, create: { personId, ...data }, update: data });
      await changePerson(deps, tx, personId, { canLeave: input.canLeave === "yes" });
      await markAnswered(deps, tx, personId, "care");
      return ok({ personId });
    });
  },
});
