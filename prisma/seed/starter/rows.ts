import { toPersonRow } from "./encode.ts";
import { addDays } from "#app/domain/dates.ts";
import { eventHash } from "#app/domain/placement/chain.ts";
import { type FieldCrypto, sha256 } from "#app/platform/crypto.server.ts";
import type { PlacementDraft } from "../generate/ledger.ts";
import { ulidFrom, randomFor, SUBJECT } from "../generate/random.ts";
import { type EventRow, type PlacementRow, sqlTime, type TableName, type Tables } from "../generate/rows.ts";
import type { PersonBundle } from "../generate/stream.ts";
import { idTime, type World } from "../generate/world.ts";

export type RowSets = { [T in TableName]?: Tables[T][] };

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

export function addRow<T extends TableName>(sets: RowSets, table: T, row: Tables[T]): void {
  const rows = (sets[table] ??= [] as Tables[T][] as never) as Tables[T][];
  rows.push(row);
}

/** Spreads one person over the tables. */
export function addPerson(sets: RowSets, world: World, crypto: FieldCrypto, bundle: PersonBundle): void {
  const { person, household, wish } = bundle;
  const morning = (day: string) => sqlTime(`${day}T02:00:00.000Z`);
  const recordedAt = morning(person.registeredOn);
  if (bundle.opensHousehold) {
    addRow(sets, "household", { id: household.id, regionCode: household.regionCode, resettlementSiteId: household.siteId, recordedAt: morning(household.registeredOn) });
  }
  const home = { homeRegionCode: household.regionCode, homeCountyCode: household.county.code, householdId: household.id };
  addRow(sets, "person", toPersonRow(crypto, person, { ...home, idNumber: bundle.idNumber, phone: bundle.phone }));
  const ids = randomFor(world.seed, SUBJECT.PERSON, person.index, 1);
  const newId = () => ulidFrom(ids, idTime(world, person.index));
  for (const { kind, validFrom } of person.categories) {
    const id = newId();
    addRow(sets, "person_category", { id, personId: person.id, kindEnc: crypto.sealFlag("person.category", id, kind), validFrom, validTo: null, source: "starter", recordedAt });
  }
  const updatedAt = morning(addDays(world.asOf, -1 - (person.index % 90)));
  addRow(sets, "wish", {
    personId: person.id, seeking: flag(wish.seeking), minWageFen: wish.minWageFen, needsHousing: flag(wish.needsHousing), maxDistanceKm: wish.maxDistanceKm,
    willInCounty: flag(wish.willInCounty), willInProvince: flag(wish.willInProvince), willOutOfProvince: flag(wish.willOutOfProvince),
    willOverseas: flag(wish.willOverseas), availableFrom: wish.availableFrom, occupationCodes: JSON.stringify(wish.occupationCodes), updatedAt,
  });
  for (const { id, verification, ...paper } of bundle.certificates) {
    const seen = morning(addDays(paper.issuedOn, 15) < world.asOf ? addDays(paper.issuedOn, 15) : addDays(world.asOf, -1));
    addRow(sets, "certificate", { id, personId: person.id, ...paper, verification, verifiedAt: verification === "UNVERIFIED" ? null : seen, recordedAt: seen });
  }
  if (bundle.membership) addRow(sets, "brand_membership", { ...bundle.membership, personId: person.id, recordedAt: morning(bundle.membership.validFrom) });
  for (const placement of bundle.placements) addPlacement(sets, person.id, household.county.code, placement, placement.active);
}

/** A placement with its events, each hashed with the one before it. */
export function addPlacement(sets: RowSets, personId: string, homeCountyCode: string, draft: PlacementDraft, active: boolean): void {
  let hash = "";
  const events = draft.events.map((event): EventRow => {
    hash = eventHash(hash, event, sha256);
    return { ...event, recordedAt: sqlTime(event.recordedAt), snapshot: JSON.stringify(event.snapshot), hash };
  });
  const row: PlacementRow = {
    id: draft.id, personId, postId: draft.postId, matchId: null, stream: draft.stream, workRegionCode: draft.workRegionCode, placeClass: draft.placeClass,
    homeCountyCode, activeKey: active ? personId : null, lastSeq: events.length, lastHash: hash, recordedAt: events[0]!.recordedAt,
  };
  addRow(sets, "placement", row);
  for (const event of events) addRow(sets, "placement_event", event);
}
