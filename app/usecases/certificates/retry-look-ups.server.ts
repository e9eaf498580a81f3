import { emit } from "#app/data/outbox.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

const AT_ONCE = 500;

/** Asks again about certificates for which the register was away. Asked for twice, the second finds nothing that is due. Gives how many. */
export async function retryLookUps(deps: Pick<Deps, "db" | "clock" | "newId">): Promise<number> {
  const due = await deps.db.certificateLookup.findMany({ where: { state: "UNREACHED", againAt: { lte: deps.clock.now() }, certificate: { verification: "UNVERIFIED" } }, select: { certificateId: true }, orderBy: { againAt: "asc" }, take: AT_ONCE });
  await deps.db.$transaction((tx) => emit(deps, tx, due.map(({ certificateId }) => ({ event: "certificate.told", subjectId: certificateId }))));
  return due.length;
}
