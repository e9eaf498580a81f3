import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { issueCertificate } from "#app/usecases/certificates/issue-certificate.server.ts";
import { addDays } from "#app/domain/dates.ts";

export type KnownCertificates = Awaited<ReturnType<typeof knownCertificates>>;

/** A body of the officer's county with a certificate of one of its people that soon runs out, and a body with one far away. */
export async function knownCertificates(deps: Deps, seed: number, people: { here: string; elsewhere: string }) {
  const today = deps.clock.today();
  const of = async (regionCode: string, personId: string) => {
    const actor: Actor = { userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" };
    const approved = await approveIssuer(deps, actor, { name: `测试评价机构${seed}-${regionCode}`, regionCode, document: "测 1 号", kinds: ["TRAINING"], occupationPrefixes: "", validFrom: addDays(today, -300) });
    if (!approved.ok) throw new Error(JSON.stringify(approved.problems));
    const { issuerId } = approved.value;
    const issued = await issueCertificate(deps, actor, { personId, issuerId, kind: "TRAINING", occupationCode: "6-18-02-04", passedOn: addDays(today, -30), expiresOn: addDays(today, 20), evidenceRef: `known-${seed}-${regionCode}` });
    if (!issued.ok) throw new Error(JSON.stringify(issued.problems));
    return { issuer: issuerId, certificate: issued.value.certificateId };
  };
  return { here: await of("141124", people.here), elsewhere: await of("140222", people.elsewhere) };
}
