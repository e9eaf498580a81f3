import { z } from "zod";
import { changeProfile } from "#app/data/profile.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** Takes a certificate and its photos out of a profile. One that the bureau refused stays: told anew it would count again. */
export const removeCertificate = useCase({
  name: "remove-certificate",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, certificateId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const certificate = await deps.db.certificate.findFirst({ where: { id: input.certificateId, personId: own.person.id }, select: { verification: true } });
    if (!certificate) return refuse("not-found");
    return changeProfile(deps, own.person.id, async (tx) => {
      const { count } = await tx.certificate.deleteMany({ where: { id: input.certificateId, personId: own.person.id, verification: { in: ["UNVERIFIED", "VERIFIED"] } } });
      if (count === 0) return refuse("certificate-refused-stays");
      await emit(deps, tx, [{ event: "person.changed", subjectId: own.person.id }]);
      return ok({ personId: own.person.id });
    });
  },
});
