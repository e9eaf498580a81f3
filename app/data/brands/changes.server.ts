import { toDate } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { emit } from "../outbox.server.ts";

const AT_A_TIME = 5_000;

/** The brand's standing has changed, and with it what its open posts and its members are to index and matching: each is told, in the same transaction. */
export async function tellOfBrand(deps: Pick<Deps, "newId" | "clock">, tx: Tx, brandId: string): Promise<void> {
  const [posts, members] = await Promise.all([
    tx.post.findMany({ where: { brandId, status: "PUBLISHED" }, select: { id: true } }),
    tx.brandMembership.findMany({ where: { brandId, OR: [{ validTo: null }, { validTo: { gt: toDate(deps.clock.today()) } }] }, select: { personId: true }, distinct: ["personId"] }),
  ]);
  const notes = [...posts.map(({ id }) => ({ event: "post.changed" as const, subjectId: id })), ...members.map(({ personId }) => ({ event: "person.changed" as const, subjectId: personId }))];
  for (let from = 0; from < notes.length; from += AT_A_TIME) await emit(deps, tx, notes.slice(from, from + AT_A_TIME));
}
