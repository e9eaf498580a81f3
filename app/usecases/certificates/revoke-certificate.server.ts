import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Takes a certificate that was issued here back, with a reason: it stands on the revocation list from then on, and that can't be undone. */
export const revokeCertificate = useCase({
  name: "revoke-certificate",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "certificate", id: (input) => input.certificateId },
  input: z.object({ certificateId: z.ulid("not-found"), reason: plainText(1, "reason-required", 300) }),
  async run({ deps, actor, input: { certificateId, reason } }) {
    const issued = await deps.db.issuedCertificate.findUnique({ where: { id: certificateId }, select: { personId: true, person: { select: { homeCountyCode: true } } } });
    if (!issued || !actsForRegion(actor, issued.person.homeCountyCode)) return refuse("not-found");
    const now = deps.clock.now();
    return deps.db.$transaction(async (tx) => {
      const { count } = await tx.issuedCertificate.updateMany({ where: { id: certificateId, revokedAt: null }, data: { revokedAt: now, revokedReason: reason, revokedBy: actor.userId } });
      if (count === 0) return refuse("certificate-decided");
      await tx.certificate.updateMany({ where: { id: certificateId }, data: { verification: "REVOKED", verifiedAt: null, decidedAt: now, decidedBy: actor.userId, decisionReason: reason } });
      await tx.notice.createMany({ data: [{ id: deps.newId(), personId: issued.personId, kind: "certificate-revoked", subjectId: certificateId, onceKey: `certificate:${certificateId}:revoked`, recordedAt: now }] });
      await emit(deps, tx, [{ event: "person.changed", subjectId: issued.personId }]);
      return ok({ certificateId });
    });
  },
});
