import type { PlacementEvent, PlacementEventKind } from "#app/domain/placement/types.ts";

const snapshot: PlacementEvent["snapshot"] = {
  homeCountyCode: "141124", povertyLiftedCounty: true, sex: "M", age: 50, education: "JUNIOR",
  stream: "MARKET", placeClass: "IN_PROVINCE", occupationCode: "6-18-02-04", monthlyWageFen: 650_000,
};

/** A row of a placement's ledger, said by the person on the day itself unless told otherwise. */
export function ledgerLine(seq: number, kind: PlacementEventKind, happenedOn: string, more: Partial<PlacementEvent> = {}): PlacementEvent {
  return {
    id: `e${seq}`, placementId: "p", seq, personId: "w", kind, happenedOn, recordedAt: `${happenedOn}T08:00:00.000Z`,
    saidByRole: "SEEKER", saidByUserId: null, evidence: "STATEMENT", evidenceRef: null, reversesId: null, reason: null, snapshot, ...more,
  };
}
