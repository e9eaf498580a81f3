import { loadPersonLists, type PersonLists } from "#app/data/imports/persons.server.ts";
import { insertBulk, loadBulk } from "#app/data/imports/write-bulk.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { ColumnMap } from "#app/domain/import/columns.ts";
import { NumberMap } from "#app/domain/import/number-map.ts";
import { PERSON_FIELD_NAMES, personColumns, type PersonField } from "#app/domain/import/person-columns.ts";
import type { ReasonCode } from "#app/domain/import/reasons.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { NEEDED_COLUMNS, SHARED_COLUMNS } from "#app/domain/roster/roster.ts";
import { takesLocalInfile } from "#app/platform/bulk.server.ts";
import type { Connection } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import type { TableRow } from "#app/platform/tables/table.ts";
import { PersonBatch, type PersonItem, type PersonOptions } from "./person-batch.server.ts";
import { PersonReader, type PersonRead } from "./person-reader.server.ts";
import { ReadingThread } from "./read-in-thread.server.ts";
import type { ImportDeps, ImportPlan, Taken } from "./run-import.server.ts";

/** So many people go in with one transaction: fewer waits for the disk, and still short enough for locks on known people. */
export const PEOPLE_AT_ONCE = 4000;

/** A list shorter than this is read before a thread has started. */
const WORTH_A_THREAD_BYTES = 1 << 20;

export class PersonPlan implements ImportPlan<PersonField, PersonItem> {
  readonly kind = "workers";
  readonly columns = personColumns;
  readonly required = NEEDED_COLUMNS;
  readonly fieldNames = PERSON_FIELD_NAMES;
  readonly shared = SHARED_COLUMNS;
  readonly personal = true;
  /** who stood in this file before, with a short hash of their name: all that is kept of a row, outside of the heap */
  private readonly seen = new NumberMap();
  /** weighed as new already */
  private readonly newcomers = new NumberMap();
  /** so the next people are sealed while these go in; of known people hardly anything is sealed anew */
  private mostlyNew = true;
  private takesLoads = false;
  private dry = false;
  private readonly today: Day;
  private map!: ColumnMap<PersonField>;
  private lists!: PersonLists;
  private reader: PersonReader | null = null;
  private thread: ReadingThread | null = null;

  constructor(private readonly deps: ImportDeps, private readonly options: PersonOptions) {
    this.today = deps.clock.today();
  }

  async begin(columns: ColumnMap<PersonField>, { dry, bytes }: { dry: boolean; bytes: number }): Promise<void> {
    const { pool, env, crypto, keys } = this.deps;
    this.map = columns;
    this.dry = dry;
    [this.lists, this.takesLoads] = await Promise.all([loadPersonLists(pool), takesLocalInfile(pool)]);
    if (bytes >= WORTH_A_THREAD_BYTES) {
      this.thread = new ReadingThread({ databaseUrl: env.DATABASE_URL, keys: keys.view, columns: [...columns.at], asOf: this.today });
    } else {
      this.reader = await PersonReader.open(pool, crypto, columns, this.today);
    }
  }

  async read(rows: readonly TableRow[]): Promise<PersonRead[]> {
    const seal = this.mostlyNew && !this.dry;
    return this.thread ? this.thread.read(rows.map(({ cells }) => cells), seal) : rows.map(({ cells }) => this.reader!.read(cells, seal));
  }

  /** What a row says beside the rows before it and the officer's region. */
  admit(row: TableRow, read: PersonRead): PersonRead {
    const { item, notes } = read;
    if (item === null) return read;
    const { draft, homeRegionCode } = item;
    const refuse = (field: PersonField, reason: ReasonCode) => ({ item: null, rejections: [{ field, value: valueOf(row, this.map, field), reason }], notes });
    if (!actsForRegion(this.options.actor, homeRegionCode)) return refuse(homeField(this.map), "home-outside");
    const [key, name] = [idKey(draft.idNumber), shortHash(draft.name)];
    const before = this.seen.get(key);
    if (before !== undefined && before !== name) return refuse("name", "id-two-names");
    this.seen.set(key, name);
    const { site } = this.options;
    if (site && draft.site === "" && countyOf(homeRegionCode) === site.countyCode) draft.site = site.name;
    return read;
  }

  /** Rows of one person in one batch go in one after another, so that the later one finds the earlier. */
  async store(connection: Connection, items: readonly PersonItem[], careful: boolean): Promise<Taken<PersonField>[]> {
    const insert = this.takesLoads && !careful ? loadBulk : insertBulk;
    const taken = await this.inRounds(items, (round) => new PersonBatch(this.deps, connection, this.options, this.lists).write(round, insert));
    this.mostlyNew = taken.filter(({ outcome }) => outcome === "imported").length * 2 > items.length;
    return taken;
  }

  weigh(connection: Connection, items: readonly PersonItem[]): Promise<Taken<PersonField>[]> {
    return this.inRounds(items, async (round) => {
      const taken = await new PersonBatch(this.deps, connection, this.options, this.lists).weigh(round);
      return taken.map((one, at) => {
        if (one.outcome !== "imported") return one;
        const key = idKey(round[at]!.draft.idNumber);
        if (this.newcomers.get(key) !== undefined) return { ...one, outcome: "updated" as const };
        this.newcomers.set(key, 1);
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

  async end(): Promise<void> {
    await this.thread?.end();
  }
}

/** A checked resident ID as a number below 2^53: region, day of birth and sequence; the last character follows from them. */
function idKey(id: string): number {
  const day = Date.UTC(Number(id.slice(6, 10)), Number(id.slice(10, 12)) - 1, Number(id.slice(12, 14))) / 86_400_000 + 40_000;
  return (Number(id.slice(0, 6)) * 100_000 + day) * 1_000 + Number(id.slice(14, 17));
}

/** FNV-1a, 32 bits. */
function shortHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function valueOf(row: TableRow, map: ColumnMap<PersonField>, field: PersonField): string {
  return row.cells[map.at.get(field) ?? -1] ?? "";
}

function homeField(map: ColumnMap<PersonField>): PersonField {
  return (["homeCounty", "home", "homeTown", "homeCode"] as const).find((field) => map.at.has(field)) ?? "home";
}
