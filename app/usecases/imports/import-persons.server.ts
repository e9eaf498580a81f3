import type { Connection } from "#app/platform/database.server.ts";
import { loadPersonLists, type PersonLists } from "#app/data/imports/persons.server.ts";
import { type KnownRegions, loadKnownRegions, loadVillageFinder, type VillageFinder } from "#app/data/imports/regions.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { ColumnMap } from "#app/domain/import/columns.ts";
import { PERSON_FIELD_NAMES, personColumns, type PersonField } from "#app/domain/import/person-columns.ts";
import { readPerson } from "#app/domain/import/read-person.ts";
import type { ReasonCode } from "#app/domain/import/reasons.ts";
import type { Actor } from "#app/platform/actor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import type { TableRow } from "#app/platform/tables/table.ts";
import { useCase } from "../use-case.server.ts";
import { importInput } from "./input.ts";
import { PersonBatch, type PersonItem } from "./person-batch.server.ts";
import { type ImportDeps, type ImportPlan, runImport, type Taken } from "./run-import.server.ts";

/**
 * Imports a roster of workers. The blind index of the resident ID decides who somebody is: the same ID again changes what the
 * row says and never makes a second person. Names, IDs and phones pass through the crypto module; officers import
 * people of their own region only, and every run is in the audit.
 */
export const importPersons = useCase({
  name: "import-persons",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "import", id: (_input, value) => value.runId },
  input: importInput,
  run({ deps, actor, input }) {
    return runImport(deps, actor, new PersonPlan(deps, actor, input.source), input);
  },
});

class PersonPlan implements ImportPlan<PersonField, PersonItem> {
  readonly kind = "workers";
  readonly columns = personColumns;
  readonly required = [["name"], ["idNumber"], ["home", "homeCounty", "homeTown", "homeCode"]] as const;
  readonly fieldNames = PERSON_FIELD_NAMES;
  readonly personal = true;
  /** start of the blind index → name as a short hash: who stood in this file before */
  private readonly seen = new Map<string, string>();
  private readonly today: Day;
  private map!: ColumnMap<PersonField>;
  private regions!: KnownRegions;
  private lists!: PersonLists;
  private findVillage!: VillageFinder;

  constructor(
    private readonly deps: ImportDeps,
    private readonly actor: Actor,
    private readonly source: string,
  ) {
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
    if (!actsForRegion(this.actor, draft.homeCountyCode)) return refuse(homeField(this.map), "home-outside");
    const idNumberIndex = this.deps.crypto.blindIndex("person.idNumber", draft.idNumber);
    const [key, name] = [idNumberIndex.slice(0, 16), sha256(draft.name).slice(0, 8)];
    const before = this.seen.get(key);
    if (before !== undefined && before !== name) return refuse("name", "id-two-names");
    this.seen.set(key, name);
    const village = draft.homeRegionCode.length === 9 ? this.findVillage(draft.homeRegionCode, draft.homeDetail) : null;
    return { item: { draft, idNumberIndex, homeRegionCode: village ?? draft.homeRegionCode }, rejections, notes };
  }

  /** Rows of one person in one batch go in one after another, so that the later one finds the earlier. */
  async store(connection: Connection, items: readonly PersonItem[]): Promise<Taken<PersonField>[]> {
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
      const answers = await new PersonBatch(this.deps, connection, this.source, this.lists).write(round.map(({ item }) => item));
      round.forEach(({ at }, i) => (taken[at] = answers[i]!));
      left = later;
    }
    return taken;
  }

  committed(): void {}

  complete(): void {}
}

function valueOf(row: TableRow, map: ColumnMap<PersonField>, field: PersonField): string {
  return row.cells[map.at.get(field) ?? -1] ?? "";
}

function homeField(map: ColumnMap<PersonField>): PersonField {
  return (["homeCounty", "home", "homeTown", "homeCode"] as const).find((field) => map.at.has(field)) ?? "home";
}
