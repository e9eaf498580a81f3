import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { checkScope, type IssuerScope, type Objection } from "#app/domain/certificate/issuing.ts";
import { toDate, toDay } from "#app/domain/dates.ts";
import { CERTIFICATE_FIELDS, dayProblem, levelProblem, MOST_CERTIFICATES } from "#app/domain/profile/certificate.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/**
 * A certificate as its holder tells it; the bureau has yet to verify it. Told twice it is one. A number that somebody else
 * holds is refused, unless theirs was refused by the bureau: a claim that failed does not stand in the owner's way.
 */
export const addCertificate = useCase({
  name: "add-certificate",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, ...CERTIFICATE_FIELDS }),
  async run({ deps, actor, input: { personId: of, ...told } }) {
    const own = await findOwnPerson(deps, actor, of);
    if (!own.ok) return own;
    const personId = own.person.id;
    const wrong = dayProblem(told, toDay(own.person.birthDate), deps.clock.today()) ?? levelProblem(told);
    if (wrong) return refuse(wrong.code, { field: wrong.field });
    const { issuer, number } = told;
    if ((await deps.db.occupation.count({ where: { code: told.occupationCode } })) === 0) return refuse("occupation-unknown", { field: "occupationCode" });
    const outside = await outsideScope(deps, told);
    if (outside.length > 0) return { ok: false, problems: outside };
    try {
      return await changeProfile(deps, personId, async (tx) => {
          const known = await tx.certificate.findUnique({ where: { issuer_number: { issuer, number } }, select: { id: true, personId: true, verification: true } });
        if (known?.personId === personId) return ok({ personId, certificateId: known.id });
        if (known && known.verification !== "REFUSED") return refuse("certificate-of-another", { field: "number" });
        if (known) {
          await tx.certificate.delete({ where: { id: known.id } });
          await emit(deps, tx, [{ event: "person.changed", subjectId: known.personId }]);
        }
        if ((await tx.certificate.count({ where: { personId } })) >= MOST_CERTIFICATES) return refuse("too-many-certificates", { params: { most: MOST_CERTIFICATES } });
        const certificateId = deps.newId();
        await tx.certificate.create({
          data: { id: certificateId, personId, ...told, level: told.level ?? null, issuedOn: toDate(told.issuedOn), expiresOn: told.expiresOn ? toDate(told.expiresOn) : null, recordedAt: deps.clock.now() },
        });
        await tx.certificateLookup.create({ data: { certificateId, personId, recordedAt: deps.clock.now() } });
        await markAnswered(deps, tx, personId, "certificates");
        await emit(deps, tx, [{ event: "person.changed", subjectId: personId }, { event: "certificate.told", subjectId: certificateId }]);
        return ok({ personId, certificateId });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("certificate-of-another", { field: "number" });
      throw error;
    }
  },
});

/** A body that is registered here certifies only what it was approved for; of others nothing is known. */
async function outsideScope({ db }: Pick<Deps, "db">, told: Parameters<typeof checkScope>[0] & { issuer: string }): Promise<Objection[]> {
  const issuer = await db.certificateIssuer.findUnique({ where: { name: told.issuer } });
  if (!issuer) return [];
  return checkScope(told, {
    kinds: issuer.kinds as IssuerScope["kinds"], occupationPrefixes: issuer.occupationPrefixes as string[], validFrom: toDay(issuer.validFrom), validTo: issuer.validTo && toDay(issuer.validTo),
  });
}
