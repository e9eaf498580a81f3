import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** An officer of the holder's region verifies a certificate or refuses it with a reason; the holder gets a notice. A verified one is refused again only with a reason too. */
export const decideCertificate = useCase({
  name: "decide-certificate",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "certificate", id: (input) => input.certificateId },
  input: z
    .object({ certificateId: z.ulid("not-found"), decision: z.enum(["VERIFIED", "REFUSED"], "required"), reason: plainText(0, "required", 300).default("") })
    .refine(({ decision, reason }) => decision !== "REFUSED" || reason !== "", { path: ["reason"], message: "reason-required" }),
  async run({ deps, actor, input }) {
    const { certificateId, decision } = input;
    const certificate = await deps.db.certificate.findUnique({ where: { id: certificateId }, select: { personId: true, verification: true, person: { select: { homeCountyCode: true } } } });
    if (!certificate || !actsForRegion(actor, certificate.person.homeCountyCode)) return refuse("not-found");
    if ((await deps.db.issuedCertificate.count({ where: { id: certificateId } })) > 0) return refuse("certificate-issued-here");
    const now = deps.clock.now();
    return deps.db.$transaction(async (tx) => {
      const { count } = await tx.certificate.updateMany({
        where: { id: certificateId, verification: certificate.verification, NOT: { verification: { in: [decision, "REVOKED"] } } },
        data: { verification: decision, verifiedAt: decision === "VERIFIED" ? now : null, decidedAt: now, decidedBy: actor.userId, decisionReason: input.reason || null },
      });
      if (count === 0) return refuse("certificate-decided");
      await tx.notice.createMany({
        data: [{ id: deps.newId(), personId: certificate.personId, kind: decision === "VERIFIED" ? "certificate-verified" : "certificate-refused", onceKey: `certificate:${certificateId}:${now.getTime()}`, recordedAt: now }],
      });
      await emit(deps, tx, [{ event: "person.changed", subjectId: certificate.personId }]);
      return ok({ certificateId });
    });
  },
});
