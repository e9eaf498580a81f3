import { loadPersonLists, type PersonLists } from "#app/data/imports/persons.server.ts";
import { type KnownRegions, loadKnownRegions, loadVillageFinder, type VillageFinder } from "#app/data/imports/regions.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { ColumnMap } from "#app/domain/import/columns.ts";
import { PERSON_FIELD_NAMES, personColumns, type PersonField } from "#app/domain/import/person-columns.ts";
import { readPerson } from "#app/domain/import/read-person.ts";
import type { ReasonCode } from "#app/domain/import/reasons.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { NEEDED_COLUMNS } from "#app/domain/roster/roster.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Connection } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import type { TableRow } from "#app/platform/tables/table.ts";
import { PersonBatch, type PersonItem, type PersonOptions } from "./person-batch.server.ts";
import type { ImportDeps, ImportPlan, Taken } from "./run-import.server.ts";

export class PersonPlan implements ImportPlan<PersonField, PersonItem> {
  readonly kind = "workers";
  readonly columns = personColumns;
  readonly required = NEEDED_COLUMNS;
  readonly fieldNames = PERSON_FIELD_NAMES;
  readonly personal = true;
  /** who stood in this file before, with a short hash of their name: two numbers a head, a million rows stay small */
  private readonly seen = new Map<number, number>();
  /** weighed as new already */
  private readonly newcomers = new Set<number>();
  private readonly today: Day;
  private map!: ColumnMap<PersonField>;
  private regions!: KnownRegions;
  private lists!: PersonLists;
  private findVillage!: VillageFinder;

  constructor(private readonly deps: ImportDeps, private readonly options: PersonOptions) {
    this.today = deps.clock.today();
  }

  async begin(columns: ColumnMap<PersonField>): Promise<void> {
    this.map = columns;
    [this.regions, this.lists, this.findVillage] = await Promise.all([
      loadKnownRegions(this.deps.pool), loadPersonLists(this.deps.pool), loadVillageFinder(this.deps.pool),
    ]);
  }

  read(row: TableRow) {
    const { draft, rejections, notes } = readPerson(row.cells, { columns: this.map, regions: this.regions.index, asOf: this.today });
    if (draft === null) return { item: null, rejections, notes };
    const refuse = (field: PersonField, reason: ReasonCode) => ({ item: null, rejections: [{ field, value: valueOf(row, this.map, field), reason }], notes });
    const village = draft.homeRegionCode.length === 9 ? this.findVillage(draft.homeRegionCode, draft.homeDetail) : null;
    const homeRegionCode = village ?? draft.homeRegionCode;
    if (!actsForRegion(this.options.actor, homeRegionCode)) return refuse(homeField(this.map), "home-outside");
    const idNumberIndex = this.deps.crypto.blindIndex("person.idNumber", draft.idNumber);
    const [key, name] = [idKey(draft.idNumber), shortHash(draft.name)];
    const before = this.seen.get(key);
    if (before !== undefined && before !== name) return refuse("name", "id-two-names");
    this.seen.set(key, name);
    const { site } = this.options;
    if (site && draft.site === "" && countyOf(homeRegionCode) === site.countyCode) draft.site = site.name;
    return { item: { draft, idNumberIndex, homeRegionCode }, rejections, notes };
  }

  /** Rows of one person in one batch go in one after another, so that the later one finds the earlier. */
  store(connection: Connection, items: readonly PersonItem[]): Promise<Taken<PersonField>[]> {
    return this.inRounds(items, (round) => new PersonBatch(this.deps, connection, this.options, this.lists).write(round));
  }

  weigh(connection: Connection, items: readonly PersonItem[]): Promise<Taken<PersonField>[]> {
    return this.inRounds(items, async (round) => {
      const taken = await new PersonBatch(this.deps, connection, this.options, this.lists).weigh(round);
      return taken.map((one, at) => {
        if (one.outcome !== "imported") return one;
        const key = idKey(round[at]!.draft.idNumber);
        if (this.newcomers.has(key)) return { ...one, outcome: "updated" as const };
        this.newcomers.add(key);
        return one;
      });
    });
  }

  private async inRounds(items: readonly PersonItem[], take: (round: readonly PersonItem[]) => Promise<Taken<PersonField>[]>): Promise<Taken<PersonField>[]> {
    const taken = new Array<Taken<PersonField>>(items.length);
    let left = items.map((item, at) => ({ item, at }));
    while (left.length > 0) {
      const now = new Map<string, { item: PersonItem; at: number }>();
      const later: typeof left = [];
      for (const one of left) {
        if (now.has(one.item.idNumberIndex)) later.push(one);
        else now.set(one.item.idNumberIndex, one);
      }
      const round = [...now.values()];
      const answers = await take(round.map(({ item }) => item));
      round.forEach(({ at }, i) => (taken[at] = answers[i]!));
      left = later;
    }
    return taken;
  }

  committed(): void {}

  complete(): void {}
}

/** A checked resident ID as a number below 2^53: region, day of birth and sequence; the last character follows from them. */
function idKey(id: string): number {
  const day = Date.UTC(Number(id.slice(6, 10)), Number(id.slice(10, 12)) - 1, Number(id.slice(12, 14))) / 86_400_000 + 40_000;
  return (Number(id.slice(0, 6)) * 100_000 + day) * 1_000 + Number(id.slice(14, 17));
}

function shortHash(text: string): number {
  return Buffer.from(sha256(text).slice(0, 8), "base64url").readUInt32BE(0);
}

function valueOf(row: TableRow, map: ColumnMap<PersonField>, field: PersonField): string {
  return row.cells[map.at.get(field) ?? -1] ?? "";
}

function homeField(map: ColumnMap<PersonField>): PersonField {
  return (["homeCounty", "home", "homeTown", "homeCode"] as const).find((field) => map.at.has(field)) ?? "home";
}
