import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { issueCertificate } from "#app/usecases/certificates/issue-certificate.server.ts";

/** A body approved in a county issues a welder's certificate to one of its people: ids of both. */
export async function issuedTo(deps: Deps, personId: string, { regionCode, name, passedOn, level = "INTERMEDIATE" }: { regionCode: string; name: string; passedOn: string; level?: string }): Promise<{ issuerId: string; certificateId: string }> {
  const officer: Actor = { userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" };
  const scope = { name, regionCode, document: "吕人社〔2026〕1号", kinds: "SKILL_LEVEL,TRAINING", occupationPrefixes: "6-18", validFrom: "2020-01-01" };
  const approved = await approveIssuer(deps, officer, scope);
  if (!approved.ok) throw new Error(JSON.stringify(approved.problems));
  const { issuerId } = approved.value;
  const issued = await issueCertificate(deps, officer, { personId, issuerId, kind: "SKILL_LEVEL", level, occupationCode: "6-18-02-04", passedOn, evidenceRef: `${name} ${personId}`.slice(0, 80) });
  if (!issued.ok) throw new Error(JSON.stringify(issued.problems));
  return { issuerId, certificateId: issued.value.certificateId };
}
