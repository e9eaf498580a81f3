import { findHouseholdsByNumber, findSites, type HouseholdWrites, siteKey } from "#app/data/imports/households.server.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import type { Connection } from "#app/platform/database.server.ts";
import type { PersonItem } from "./person-batch.server.ts";
import type { ImportDeps } from "./run-import.server.ts";

/** The households of a batch of rows: rows with one number in one county are one household, and a household lives at one resettlement site. */
export class Households {
  readonly writes: HouseholdWrites = { sites: [], households: [], moved: [] };
  private known = new Map<string, { id: string; siteId: string | null }>();
  private sites = new Map<string, string>();
  private readonly indexes = new Map<string, string>();

  constructor(private readonly deps: ImportDeps) {}

  async load(connection: Connection, items: readonly PersonItem[]): Promise<void> {
    const numbers = new Map(items.flatMap((item) => (item.draft.householdNumber === "" ? [] : this.numberForms(item))));
    const names = items.flatMap(({ draft, homeRegionCode }) => (draft.site === "" ? [] : [{ countyCode: countyOf(homeRegionCode), name: draft.site }]));
    [this.known, this.sites] = [await findHouseholdsByNumber(connection, numbers), await findSites(connection, names)];
  }

  /** The household of a row's person, or null where neither row nor record says; whether the row moves it to another site. */
  of(item: PersonItem, householdId: string | null): { householdId: string | null; moved: boolean } {
    const { draft, homeRegionCode } = item;
    if (draft.householdNumber === "" && draft.site === "") return { householdId, moved: false };
    const siteId = draft.site === "" ? null : this.siteOf(countyOf(homeRegionCode), draft.site);
    if (draft.householdNumber === "") {
      if (householdId === null) return { householdId: this.add(homeRegionCode, siteId, null, null), moved: false };
      return { householdId, moved: siteId !== null && this.move(householdId, siteId) };
    }
    const index = this.numberIndex(item);
    const there = this.known.get(index);
    if (!there) {
      const id = this.add(homeRegionCode, siteId, index, this.deps.crypto.encrypt("household.number", numberText(item)));
      this.known.set(index, { id, siteId });
      return { householdId: id, moved: false };
    }
    if (siteId === null || there.siteId === siteId) return { householdId: there.id, moved: false };
    there.siteId = siteId;
    return { householdId: there.id, moved: this.move(there.id, siteId) };
  }

  private add(regionCode: string, siteId: string | null, numberIndex: string | null, numberEnc: string | null): string {
    const id = this.deps.newId();
    this.writes.households.push({ id, regionCode, resettlementSiteId: siteId, numberIndex, numberEnc, recordedAt: this.deps.clock.now() });
    return id;
  }

  private move(householdId: string, siteId: string): boolean {
    this.writes.moved.push({ householdId, siteId });
    return true;
  }

  private siteOf(countyCode: string, name: string): string {
    const key = siteKey(countyCode, name);
    const known = this.sites.get(key);
    if (known !== undefined) return known;
    const id = this.deps.newId();
    this.sites.set(key, id);
    this.writes.sites.push({ id, name, countyCode });
    return id;
  }

  private numberForms(item: PersonItem): [string, string][] {
    const index = this.numberIndex(item);
    return this.deps.crypto.blindIndexes("household.number", numberText(item), index).map((form) => [form, index]);
  }

  private numberIndex(item: PersonItem): string {
    const text = numberText(item);
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    const index = this.deps.crypto.blindIndex("household.number", text);
    this.indexes.set(text, index);
    return index;
  }
}

function numberText({ draft, homeRegionCode }: PersonItem): string {
  return `${countyOf(homeRegionCode)}:${draft.householdNumber}`;
}
