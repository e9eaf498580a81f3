import { emit } from "#app/data/outbox.server.ts";
import { NOBODY } from "#app/platform/certificate-verifier.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

const AT_ONCE = 500;
/** Of those that came with rosters: so many an hour, oldest first, so that a register is never flooded. */
export const IMPORTED_AT_ONCE = 2_000;
/** What waits so long has not been asked about when it was told. */
const WAITED_MS = 600_000;

/**
 * Asks again about certificates for which the register was away, and for the first time about those that came with a roster. Asked for twice, the second finds nothing that is
 * due of the former; the latter are asked about once, whatever comes of it. Gives how many. Where no register is connected nothing is asked.
 */
export async function retryLookUps(deps: Pick<Deps, "db" | "clock" | "newId" | "certificates">): Promise<number> {
  if (deps.certificates.name === NOBODY) return 0;
  const now = deps.clock.now();
  const open = { certificate: { verification: "UNVERIFIED" as const }, person: { deletedAt: null } };
  const [away, waiting] = await Promise.all([
    deps.db.certificateLookup.findMany({ where: { state: "UNREACHED", againAt: { lte: now }, ...open }, select: { certificateId: true }, orderBy: { againAt: "asc" }, take: AT_ONCE }),
    deps.db.certificateLookup.findMany({ where: { state: "WAITING", recordedAt: { lt: new Date(now.getTime() - WAITED_MS) }, ...open }, select: { certificateId: true }, orderBy: [{ recordedAt: "asc" }, { certificateId: "asc" }], take: IMPORTED_AT_ONCE }),
  ]);
  const due = [...away, ...waiting];
  await deps.db.$transaction((tx) => emit(deps, tx, due.map(({ certificateId }) => ({ event: "certificate.told", subjectId: certificateId }))));
  return due.length;
}
