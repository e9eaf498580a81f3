import { toDay } from "#app/domain/dates.ts";
import { nextTry } from "#app/domain/certificate/lookup.ts";
import { askRegister, NOBODY } from "#app/platform/certificate-verifier.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

type LookupDeps = Pick<Deps, "db" | "clock" | "crypto" | "certificates">;

/** Asks the register about certificates that people told. One that was answered, decided on or is gone is left alone, so that a repeat changes nothing. */
export async function lookUpCertificates(deps: LookupDeps, certificateIds: readonly string[]): Promise<void> {
  if (deps.certificates.name === NOBODY) return;
  for (const certificateId of certificateIds) {
    const asked = await deps.db.certificateLookup.findUnique({ where: { certificateId }, include: { certificate: true, person: { select: { nameEnc: true, deletedAt: true } } } });
    if (!asked || asked.person.deletedAt !== null || asked.certificate.verification !== "UNVERIFIED") continue;
    const now = deps.clock.now();
    const isDue = asked.state === "WAITING" || (asked.state === "UNREACHED" && asked.againAt !== null && asked.againAt <= now);
    if (!isDue) continue;
    const { number, issuer, kind, level, issuedOn } = asked.certificate;
    const answer = await askRegister(deps, { number, issuer, kind, level, issuedOn: toDay(issuedOn), holderName: deps.crypto.decrypt("person.name", asked.person.nameEnc) });
    const tries = asked.tries + 1;
    // two workers with the same job: whoever counted this try first has written the answer
    await deps.db.certificateLookup.updateMany({
      where: { certificateId, tries: asked.tries },
      data: { state: answer.state, differs: answer.state === "MISMATCHED" ? answer.differs.join(",") : null, verifier: deps.certificates.name, tries, askedAt: now, againAt: answer.state === "UNREACHED" ? nextTry(now, tries) : null },
    });
  }
}
