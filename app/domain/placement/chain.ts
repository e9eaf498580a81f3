import type { PlacementEvent } from "./types.ts";

/**
 * The hash of a ledger row over its own content and the hash of the row before it in the same placement
 * (`""` before the first). A changed, removed or inserted row breaks every later hash.
 * `digest` is SHA-256 in base64url (43 characters), passed in so that this runs anywhere.
 */
export function eventHash(previousHash: string, event: PlacementEvent, digest: (text: string) => string): string {
  return digest(canonical([
    previousHash, event.id, event.placementId, event.seq, event.personId, event.kind, event.happenedOn, event.recordedAt,
    event.saidByRole, event.saidByUserId, event.evidence, event.evidenceRef, event.reversesId, event.reason, event.snapshot,
  ]));
}

/** The first row whose hash or sequence number is not what the chain demands, or null when all hold. */
export function findBrokenLink(
  rows: readonly (PlacementEvent & { hash: string })[],
  digest: (text: string) => string,
): (PlacementEvent & { hash: string }) | null {
  let previous = "";
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.hash !== eventHash(previous, row, digest)) return row;
    previous = row.hash;
  }
  return null;
}

/** JSON with the keys of every object in order: databases don't keep them. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
