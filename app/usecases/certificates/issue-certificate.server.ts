import { z } from "zod";
import { holderHash, newSalt } from "#app/data/certificates/holder-hash.server.ts";
import { signWithKey } from "#app/data/certificates/keys.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { checkCertificate, type IssuerScope } from "#app/domain/certificate/issuing.ts";
import { toPayload } from "#app/domain/certificate/signed.ts";
import { toDate, toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { CERTIFICATE_KINDS, SKILL_LEVELS } from "#app/domain/terms.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * A certificate that a body of the platform issues after a passed assessment: verified from the start, signed, told to its holder.
 * One for each piece of evidence: asked again, the same certificate is the answer, whoever asks and however many at once.
 */
export const issueCertificate = useCase({
  name: "issue-certificate",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({
    personId: z.ulid("not-found"), issuerId: z.ulid("not-found"), kind: z.enum(CERTIFICATE_KINDS, "certificate-kind"), level: z.enum(SKILL_LEVELS, "invalid").optional(),
    occupationCode: z.string("occupation-needed").min(1, "occupation-needed").max(16, "occupation-unknown"), passedOn: z.iso.date("date-form"), expiresOn: z.iso.date("date-form").optional(),
    evidenceRef: plainLine(1, "required", 80),
  }),
  async run({ deps, actor, input }) {
    const { personId, issuerId, kind, level, occupationCode, passedOn: issuedOn, expiresOn, evidenceRef } = input;
    const person = await deps.db.person.findFirst({ where: { id: personId, deletedAt: null }, select: { nameEnc: true, birthDate: true, homeCountyCode: true } });
    if (!person || !actsForRegion(actor, person.homeCountyCode)) return refuse("not-found");
    const known = async () => {
      const one = await deps.db.issuedCertificate.findUnique({ where: { evidenceRef }, select: { id: true, personId: true } });
      return one === null ? null : one.personId === personId ? ok({ certificateId: one.id }) : refuse("evidence-of-another", { field: "evidenceRef" });
    };
    const before = await known();
    if (before) return before;
    const issuer = await deps.db.certificateIssuer.findUnique({ where: { id: issuerId } });
    if (!issuer) return refuse("issuer-unknown", { field: "issuerId" });
    if ((await deps.db.occupation.count({ where: { code: occupationCode } })) === 0) return refuse("occupation-unknown", { field: "occupationCode" });
    const scope: IssuerScope = {
      kinds: issuer.kinds as IssuerScope["kinds"], occupationPrefixes: issuer.occupationPrefixes as string[], regionCode: issuer.regionCode,
      validFrom: toDay(issuer.validFrom), validTo: issuer.validTo && toDay(issuer.validTo), suspended: issuer.suspendedAt !== null,
    };
    const told = { kind, level, occupationCode, issuedOn, expiresOn };
    const objections = checkCertificate({ ...told, homeCountyCode: person.homeCountyCode, birthDate: toDay(person.birthDate) }, scope, deps.clock.today());
    if (objections.length > 0) return { ok: false, problems: objections };
    const id = deps.newId();
    const [number, salt] = [`JGT${id}`, newSalt()];
    const shown = { id, number, issuer: issuer.name, kind, level: level ?? null, occupationCode, issuedOn };
    const { keyId, text } = await signWithKey(deps, toPayload({ ...shown, expiresOn: expiresOn ?? null, salt, holder: holderHash(salt, deps.crypto.decrypt("person.name", person.nameEnc)) }));
    const now = deps.clock.now();
    try {
      return await changeProfile(deps, personId, async (tx) => {
        const [body] = await tx.$queryRaw<{ suspendedAt: Date | null }[]>`SELECT suspendedAt FROM certificate_issuer WHERE id = ${issuerId} FOR UPDATE`;
        if (!body || body.suspendedAt !== null) return refuse("issuer-suspended", { field: "issuerId" });
        await tx.certificate.create({
          data: { ...shown, personId, issuedOn: toDate(issuedOn), expiresOn: expiresOn ? toDate(expiresOn) : null, verification: "VERIFIED", verifiedAt: now, decidedAt: now, decidedBy: actor.userId, recordedAt: now },
        });
        await tx.issuedCertificate.create({ data: { id, personId, issuerId, keyId, evidenceRef, signedText: text, issuedAt: now } });
        await tx.notice.createMany({ data: [{ id: deps.newId(), personId, kind: "certificate-verified", onceKey: `certificate:${id}:issued`, recordedAt: now }] });
        await markAnswered(deps, tx, personId, "certificates");
        await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
        return ok({ certificateId: id });
      });
    } catch (error) {
      const first = isUniqueViolation(error) ? await known() : null;
      if (first) return first;
      throw error;
    }
  },
});
