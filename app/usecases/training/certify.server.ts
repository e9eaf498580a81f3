import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { findDueCertificate } from "#app/data/training/certificates.server.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion, actsForTraining } from "#app/platform/permissions.ts";
import { issueCertificate } from "../certificates/issue-certificate.server.ts";
import { revokeCertificate } from "../certificates/revoke-certificate.server.ts";
import { useCase } from "../use-case.server.ts";

const ROUNDS = 4;

/**
 * Brings the certificate of an enrolment to what its assessment stands at: issued for a pass, once; taken back with the reason where the pass was taken back
 * or its day corrected. What stands against it is kept with the enrolment until somebody tries again. May be called any number of times, by any number at once:
 * a result that is corrected while it works is looked at again.
 */
export async function certifyTraining(deps: Deps, enrolmentId: string): Promise<Result<{ certificateId: string | null }>> {
  const actor = systemActor("training-certificate");
  for (let round = 0; round < ROUNDS; round += 1) {
    const due = await findDueCertificate(deps.db, enrolmentId);
    if (!due) return refuse("not-found");
    if (due.standing && !due.standing.holds) {
      const revoked = await revokeCertificate(deps, actor, { certificateId: due.standing.id, reason: due.takenBack });
      if (!revoked.ok && revoked.problems[0]!.code !== "certificate-decided") return revoked;
    } else if (due.standing || due.wanted === null) {
      await keepStop(deps, enrolmentId, due.version, null);
      return ok({ certificateId: due.standing?.id ?? null });
    } else {
      const issued: Result<{ certificateId: string }> = due.refused ? refuse("training-certificate-taken-back") : due.wanted.issuerId === null ? refuse("training-no-issuer") : await issueCertificate(deps, actor, { ...due.wanted, issuerId: due.wanted.issuerId });
      if (!issued.ok && (await keepStop(deps, enrolmentId, due.version, issued.problems[0]!.code))) return issued;
    }
  }
  throw new Error("a result that keeps changing");
}

/** Whether the enrolment is still as it was read. */
async function keepStop({ db }: Pick<Deps, "db">, id: string, version: number, certificateStop: string | null): Promise<boolean> {
  const { count } = await db.trainingEnrolment.updateMany({ where: { id, version }, data: { certificateStop } });
  return count === 1;
}

/** Somebody who has mended what stood against a certificate asks for it again; what stands against it now is the answer. */
export const tryCertificate = useCase({
  name: "try-training-certificate",
  roles: ["OFFICER", "ADMIN", "OPERATOR"],
  subject: { type: "trainingEnrolment", id: (input) => input.enrolmentId },
  input: z.object({ enrolmentId: z.ulid("invalid") }),
  async run({ deps, actor, input: { enrolmentId } }) {
    const found = await deps.db.trainingEnrolment.findUnique({ where: { id: enrolmentId }, select: { trainingClass: { select: { countyCode: true, bodyId: true } } } });
    if (!found || !actsForTraining(actor, found.trainingClass)) return refuse("not-found");
    const done = await certifyTraining(deps, enrolmentId);
    return done.ok ? ok({ enrolmentId, certificateId: done.value.certificateId }) : done;
  },
});

/** Ties a training body to the issuer that certifies what its people pass; passes that wait for a certificate are taken up again. */
export const chooseBodyIssuer = useCase({
  name: "choose-training-issuer",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "trainingBody", id: (input) => input.bodyId },
  input: z.object({ bodyId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"), issuerId: z.preprocess((value) => (value === "" ? undefined : value), z.ulid("training-issuer-unknown").optional()) }),
  async run({ deps, actor, input: { bodyId, version, issuerId } }) {
    const body = await deps.db.trainingBody.findUnique({ where: { id: bodyId }, select: { countyCode: true } });
    if (!body || !actsForRegion(actor, body.countyCode)) return refuse("not-found");
    const issuer = issuerId === undefined ? null : await deps.db.certificateIssuer.findUnique({ where: { id: issuerId }, select: { suspendedAt: true } });
    if (issuerId !== undefined && issuer?.suspendedAt !== null) return refuse("training-issuer-unknown", { field: "issuerId" });
    return deps.db.$transaction(async (tx) => {
      const { count } = await tx.trainingBody.updateMany({ where: { id: bodyId, version }, data: { issuerId: issuerId ?? null, version: { increment: 1 } } });
      if (count === 0) return refuse("changed-meanwhile");
      const waiting = issuerId === undefined ? [] : await tx.trainingEnrolment.findMany({ where: { state: "PASSED", certificateStop: { not: null }, trainingClass: { bodyId } }, select: { id: true } });
      await emit(deps, tx, waiting.map((one) => ({ event: "training.assessed", subjectId: one.id })));
      return ok({ bodyId });
    });
  },
});
