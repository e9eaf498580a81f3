import type { PlacementEvent, PlacementEventKind } from "../placement/types.ts";
import type { Role } from "../terms.ts";
import type { Caliber } from "./caliber.ts";

/** The rule that counts confirmed arrivals of the 58 counties, for tests. */
export const arrival: Caliber = {
  code: "arrival", validFrom: "2021-01-01", validTo: null,
  rule: { minRung: 3, minDays: 0, streams: ["MARKET", "WORKSHOP", "WORKFARE"], placeClasses: ["IN_COUNTY", "IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"], homeCounties: "POVERTY_LIFTED" },
};

/** A placement told event by event: kind, day, who said so, and what it takes back. */
export function placement(id: string, said: [PlacementEventKind, string, Role?, string?][], more: Partial<PlacementEvent["snapshot"]> = {}): PlacementEvent[] {
  return said.map(([kind, happenedOn, saidByRole = "EMPLOYER", reversesId], index) => ({
    id: `${id}-${index + 1}`, placementId: id, seq: index + 1, personId: "w", kind, happenedOn, recordedAt: `${happenedOn}T00:00:00.000Z`,
    saidByRole, saidByUserId: null, evidence: "STATEMENT", evidenceRef: null, reversesId: reversesId ?? null, reason: null,
    snapshot: {
      homeCountyCode: "141124", povertyLiftedCounty: true, categories: [], sex: "F", age: 40, education: "JUNIOR", stream: "MARKET",
      placeClass: "OUT_OF_PROVINCE", occupationCode: null, monthlyWageFen: null, ...more,
    },
  }));
}
export const begin: [PlacementEventKind, string, Role][] = [["OFFERED", "2026-01-01", "SYSTEM"], ["ACCEPTED", "2026-01-02", "SEEKER"]];
