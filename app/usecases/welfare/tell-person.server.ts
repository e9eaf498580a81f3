import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export type WelfareNotice = "welfare-checked" | "welfare-refused" | "welfare-signed" | "welfare-ending" | "welfare-account" | "welfare-ended";

/** A word in the person's inbox, once for each version of the case or what `once` names. */
export async function tellPerson(deps: Pick<Deps, "newId" | "clock">, tx: Tx, of: { id: string; personId: string; postId: string; version: number }, kind: WelfareNotice, once: string | number = of.version): Promise<void> {
  await tx.notice.createMany({
    data: [{ id: deps.newId(), personId: of.personId, kind, onceKey: `${kind}:${of.id}:${once}`, postId: of.postId, subjectId: of.id, recordedAt: deps.clock.now() }], skipDuplicates: true,
  });
}
