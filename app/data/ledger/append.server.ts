import { toDate } from "#app/domain/dates.ts";
import { eventHash } from "#app/domain/placement/chain.ts";
import type { PlacementEvent } from "#app/domain/placement/types.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Tx } from "#app/platform/database.server.ts";

/** Somebody else's event came in between; the caller reads again and decides again. */
export class LedgerMovedError extends Error {
  constructor() {
    super("the placement has a newer event");
    this.name = "LedgerMovedError";
  }
}

type NewEvent = Omit<PlacementEvent, "seq" | "placementId" | "personId">;

/**
 * The only writer of placement_event. Appends events behind the row the caller has read (`lastSeq`,
 * `lastHash`) and moves the placement's head in the same transaction; a moved head throws LedgerMovedError.
 */
export async function appendEvents(
  tx: Tx,
  head: { id: string; personId: string; lastSeq: number; lastHash: string },
  events: readonly NewEvent[],
  active: boolean,
): Promise<void> {
  let { lastSeq: seq, lastHash: hash } = head;
  const rows = events.map((event) => {
    const full: PlacementEvent = { ...event, placementId: head.id, personId: head.personId, seq: ++seq };
    hash = eventHash(hash, full, sha256);
    return { ...full, happenedOn: toDate(full.happenedOn), recordedAt: new Date(full.recordedAt), snapshot: { ...full.snapshot }, hash };
  });
  const moved = await tx.placement.updateMany({
    where: { id: head.id, lastSeq: head.lastSeq, lastHash: head.lastHash },
    data: { lastSeq: seq, lastHash: hash, activeKey: active ? head.personId : null },
  });
  if (moved.count !== 1) throw new LedgerMovedError();
  await tx.placementEvent.createMany({ data: rows });
}
