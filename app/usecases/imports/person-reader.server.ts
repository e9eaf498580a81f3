import { loadKnownRegions, loadVillageFinder, type VillageFinder } from "#app/data/imports/regions.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { ColumnMap } from "#app/domain/import/columns.ts";
import type { PersonField } from "#app/domain/import/person-columns.ts";
import { readPerson } from "#app/domain/import/read-person.ts";
import type { Complaint } from "#app/domain/import/reasons.ts";
import type { RegionIndex } from "#app/domain/import/region-index.ts";
import type { FieldCrypto } from "#app/platform/crypto.server.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { type PersonItem, sealPerson } from "./person-batch.server.ts";

export interface PersonRead {
  item: PersonItem | null;
  rejections: Complaint<PersonField>[];
  notes: Complaint<PersonField>[];
}

/** What a row says of a person, by itself: it knows nothing of other rows and writes nothing, so that it may be done anywhere. */
export class PersonReader {
  private constructor(private readonly regions: RegionIndex, private readonly findVillage: VillageFinder, private readonly crypto: FieldCrypto, private readonly columns: ColumnMap<PersonField>, private readonly asOf: Day) {}

  static async open(pool: Pool, crypto: FieldCrypto, columns: ColumnMap<PersonField>, asOf: Day): Promise<PersonReader> {
    const [{ index }, findVillage] = await Promise.all([loadKnownRegions(pool), loadVillageFinder(pool)]);
    return new PersonReader(index, findVillage, crypto, columns, asOf);
  }

  /** `seal`: make a newcomer's fields ready to be written. */
  read(cells: readonly string[], seal: boolean): PersonRead {
    const { draft, rejections, notes } = readPerson(cells, { columns: this.columns, regions: this.regions, asOf: this.asOf });
    if (draft === null) return { item: null, rejections, notes };
    const village = draft.homeRegionCode.length === 9 ? this.findVillage(draft.homeRegionCode, draft.homeDetail) : null;
    const item: PersonItem = { draft, idNumberIndex: this.crypto.blindIndex("person.idNumber", draft.idNumber), homeRegionCode: village ?? draft.homeRegionCode };
    if (seal) item.sealed = sealPerson(this.crypto, draft);
    return { item, rejections, notes };
  }
}
