import { z } from "zod";
import { sealContact } from "#app/data/dispatch/contacts.server.ts";
import { changeProfile } from "#app/data/profile.server.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { contactName, telephone } from "./fields.ts";

/** Whom to call when something happens to a person on the way, as they say it themselves; kept as ciphertext. */
export const saveEmergencyContact = useCase({
  name: "save-emergency-contact",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => undefined },
  act: { kind: "ANSWER" },
  input: z.object({ name: contactName, relation: plainLine(1, "dispatch-relation", 20), phone: telephone }),
  async run({ deps, actor, input }) {
    const { personId } = actor;
    if (!personId) return refuse("no-person");
    return changeProfile(deps, personId, async (tx) => {
      const data = { contactEnc: sealContact(deps.crypto, "emergency.contact", input), updatedAt: deps.clock.now() };
      await tx.emergencyContact.upsert({ where: { personId }, create: { personId, ...data }, update: data });
      return ok({ personId });
    });
  },
});
