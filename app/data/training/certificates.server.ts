import { type Day, toDay } from "#app/domain/dates.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { Db } from "#app/platform/database.server.ts";

export interface DueCertificate {
  version: number;
  /** what the pass asks for; null: it was not passed */
  wanted: { personId: string; issuerId: string | null; kind: CertificateKind; level?: SkillLevel; occupationCode: string; passedOn: Day; evidenceRef: string } | null;
  /** the certificate that stands, and whether it is of this very pass */
  standing: { id: string; holds: boolean } | null;
  /** the certificate of this pass was taken back by somebody, with a reason of theirs */
  refused: boolean;
  /** why an earlier result no longer stands */
  takenBack: string;
}

/**
 * What an enrolment's assessment and its certificates come to. The evidence of the first pass is the enrolment's id; a pass that came after one was taken back
 * is named with its number in the ledger, since a certificate that was revoked stays so.
 */
export async function findDueCertificate(db: Pick<Db, "trainingEnrolment" | "trainingEvent" | "issuedCertificate">, enrolmentId: string): Promise<DueCertificate | null> {
  const one = await db.trainingEnrolment.findUnique({ where: { id: enrolmentId }, include: { trainingClass: { include: { course: true, body: { select: { issuerId: true } } } }, events: { where: { kind: { in: ["PASSED", "REVERSED"] } }, orderBy: { seq: "asc" } } } });
  if (!one) return null;
  const certificates = await db.issuedCertificate.findMany({ where: { personId: one.personId, evidenceRef: { startsWith: one.id } }, orderBy: { id: "asc" } });
  const standing = certificates.find((certificate) => certificate.revokedAt === null) ?? null;
  const passes = one.events.filter((event) => event.kind === "PASSED");
  const last = passes.at(-1);
  // points that were corrected on the same day leave the certificate as it is
  const dayOf = (ref: string) => passes.find((event, nr) => refOf(one.id, nr, event.seq) === ref)?.happenedOn.getTime();
  const passed = one.state === "PASSED" && last !== undefined && one.assessedOn !== null;
  const evidenceRef = last ? refOf(one.id, passes.length - 1, last.seq) : one.id;
  const { course, body } = one.trainingClass;
  return {
    version: one.version,
    wanted: passed ? { personId: one.personId, issuerId: body.issuerId, kind: course.kind, level: course.level ?? undefined, occupationCode: course.occupationCode, passedOn: toDay(one.assessedOn!), evidenceRef } : null,
    standing: standing && { id: standing.id, holds: passed && dayOf(standing.evidenceRef) === one.assessedOn!.getTime() },
    refused: certificates.some((certificate) => certificate.evidenceRef === evidenceRef && certificate.revokedAt !== null),
    takenBack: one.events.findLast((event) => event.kind === "REVERSED")?.reason ?? "—",
  };
}

function refOf(enrolmentId: string, nr: number, seq: number): string {
  return nr === 0 ? enrolmentId : `${enrolmentId}:${seq}`;
}
