import type { Connection } from "#app/platform/database.server.ts";
import { z } from "zod";
import { findEmployers, findPostsByRef, insertEmployers, insertPosts, updatePosts } from "#app/data/imports/posts.server.ts";
import { type KnownRegions, loadKnownRegions } from "#app/data/imports/regions.server.ts";
import type { BulkRow } from "#app/data/imports/write-bulk.server.ts";
import { loadLexicon } from "#app/data/occupations/lexicon.server.ts";
import { emitBulk } from "#app/data/outbox.server.ts";
import { toDate } from "#app/domain/dates.ts";
import type { ColumnMap } from "#app/domain/import/columns.ts";
import { POST_FIELD_NAMES, postColumns, type PostField } from "#app/domain/import/post-columns.ts";
import { COUNTED_FIELDS, type CountedField, type PostDraft, readPost } from "#app/domain/import/read-post.ts";
import { count, emptyTally, type FieldTally } from "#app/domain/import/tally.ts";
import type { Lexicon } from "#app/domain/occupation/lexicon.ts";
import { occupationOf } from "#app/domain/occupation/meet.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { TableRow } from "#app/platform/tables/table.ts";
import { useCase } from "../use-case.server.ts";
import { importInput } from "./input.ts";
import { type PostTerms, stateOf } from "./post-rows.ts";
import { type ImportDeps, type ImportPlan, runImport, type Taken } from "./run-import.server.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";

/**
 * Imports postings. (source, sourceRef) is unique in the database: the row's own id, or else a hash of what it says, so
 * the same posting never stands twice. Imported posts are not verified; their employers wait for approval unless
 * the source is trusted.
 */
export const importPosts = useCase({
  name: "import-posts",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "import", id: (_input, value) => value.runId },
  input: importInput.extend({
    trusted: z.boolean().default(false),
    openDays: z.number().int().min(1).max(180).default(90),
    byDate: z.boolean().default(false),
  }),
  run: ({ deps, actor, input }) => runImport(deps, actor, new PostPlan(deps, input.source, input, input.trusted), input),
});

interface Item { draft: PostDraft; ref: string; hash: string }

const REMEMBERED_TITLES = 50_000;

class PostPlan implements ImportPlan<PostField, Item> {
  readonly kind = "posts";
  readonly columns = postColumns;
  readonly required = [["title"], ["employer"], ["province", "city", "district", "address"]] as const;
  readonly fieldNames = POST_FIELD_NAMES;
  readonly shared = ["employer", "creditCode", "province", "city", "district", "address", "industry", "employerSize"] as const;
  readonly personal = false;
  private readonly tallies: Record<CountedField, FieldTally> = { wage: emptyTally(), place: emptyTally(), education: emptyTally() };
  private readonly employers = new Map<string, string>();
  private learned = new Map<string, string>();
  private readonly occupations = new Map<string, string | null>();
  private blocked = 0;
  private blockedNow = 0;
  private map!: ColumnMap<PostField>;
  private regions!: KnownRegions;
  private lexicon: Lexicon | null = null;

  constructor(
    private readonly deps: ImportDeps,
    private readonly source: string,
    private readonly terms: PostTerms,
    private readonly trusted: boolean,
  ) {}

  async begin(columns: ColumnMap<PostField>): Promise<void> {
    this.map = columns;
    [this.regions, this.lexicon] = await Promise.all([loadKnownRegions(this.deps.pool), loadLexicon(this.deps.pool)]);
  }

  async read(rows: readonly TableRow[]) {
    return rows.map((row) => this.readRow(row));
  }

  admit<Read>(_row: TableRow, read: Read): Read {
    return read;
  }

  private readRow(row: TableRow) {
    const reading = readPost(row.cells, { columns: this.map, regions: this.regions.index, overseasCodes: this.regions.overseasCodes });
    for (const field of COUNTED_FIELDS) count(this.tallies[field], reading.understanding[field]);
    const { draft, rejections, notes } = reading;
    if (draft === null) return { item: null, rejections, notes };
    const said = JSON.stringify({ ...draft, sourceRef: null });
    const hash = sha256(said);
    return { item: { draft, ref: refOf(draft, hash), hash }, rejections, notes };
  }

  async store(connection: Connection, items: readonly Item[]): Promise<Taken<PostField>[]> {
    const [known, employerIds] = [
      await findPostsByRef(connection, this.source, items.map(({ ref }) => ref)),
      await this.requireEmployers(connection, items),
    ];
    const now = this.deps.clock.now();
    const today = this.deps.clock.today();
    const inserts = new Map<string, BulkRow>();
    const updates = new Map<string, BulkRow>();
    const taken: Taken<PostField>[] = [];
    this.blockedNow = 0;
    for (const item of items) {
      const before = known.get(item.ref);
      if (before?.sourceHash === item.hash) {
        taken.push({ outcome: "unchanged" });
        continue;
      }
      const id = before?.id ?? this.deps.newId();
      const state = stateOf(item.draft, this.terms, today);
      const row = { id, ...this.contentOf(item, employerIds), ...stateColumns(item, state, now), source: this.source };
      // a reference met twice in one batch: the later row is the newer word
      if (inserts.has(id) || !before) inserts.set(id, row);
      else updates.set(id, row);
      if (!before && state.status === "BLOCKED") this.blockedNow += 1;
      known.set(item.ref, { id, sourceHash: item.hash });
      taken.push({ outcome: before ? "updated" : "imported" });
    }
    await insertPosts(connection, [...inserts.values()]);
    await updatePosts(connection, [...updates.values()]);
    await emitBulk(this.deps, connection, [...inserts.keys(), ...updates.keys()].map((subjectId) => ({ event: "post.changed", subjectId })));
    return taken;
  }

  committed(): void {
    for (const [key, id] of this.learned) this.employers.set(key, id);
    this.learned = new Map();
    this.blocked += this.blockedNow;
    this.blockedNow = 0;
  }

  async end(): Promise<void> {}

  complete(summary: ImportSummary): void {
    summary.understood = this.tallies;
    summary.blocked = this.blocked;
  }

  /** Ids of the batch's employers by name, or by credit code where the row has one; new ones are made. */
  private async requireEmployers(connection: Connection, items: readonly Item[]): Promise<(draft: PostDraft) => string> {
    this.learned = new Map();
    const wanted = new Map<string, PostDraft>();
    for (const { draft } of items) if (!this.employers.has(employerKey(draft))) wanted.set(employerKey(draft), draft);
    const creditCodes = [...wanted.values()].flatMap(({ creditCode }) => (creditCode ? [creditCode] : []));
    const found = await findEmployers(connection, this.source, [...wanted.keys()], creditCodes);
    const made: BulkRow[] = [];
    const recordedAt = this.deps.clock.now();
    for (const [key, draft] of wanted) {
      const existing = (draft.creditCode ? found.byCreditCode.get(draft.creditCode) : undefined) ?? found.byRef.get(key);
      const id = existing ?? this.deps.newId();
      this.learned.set(key, id);
      if (existing) continue;
      made.push({
        id, name: draft.employerName, creditCode: draft.creditCode, kind: "OWN_RECRUITING", status: this.trusted ? "APPROVED" : "PENDING",
        regionCode: null, industry: draft.industry, sizeLabel: draft.sizeLabel, madeUp: false, source: this.source, sourceRef: key, recordedAt,
      });
    }
    await insertEmployers(connection, made);
    await emitBulk(this.deps, connection, made.map((row) => ({ event: "employer.changed", subjectId: String(row.id) })));
    return (draft) => this.employers.get(employerKey(draft)) ?? this.learned.get(employerKey(draft))!;
  }

  private contentOf({ draft }: Item, employerIdOf: (draft: PostDraft) => string): BulkRow {
    return {
      employerId: employerIdOf(draft), title: draft.title, occupationCode: this.occupationOf(draft.title), description: draft.description,
      regionCode: draft.regionCode, countyCode: draft.countyCode, scope: draft.scope, address: draft.address, stream: draft.stream,
      openings: draft.openings, wageMinFen: draft.wageMinFen, wageMaxFen: draft.wageMaxFen, wagePeriod: draft.wagePeriod, wageMonths: draft.wageMonths,
      monthlyMinFen: draft.monthlyMinFen, monthlyMaxFen: draft.monthlyMaxFen, housing: draft.housing, meals: draft.meals, insurance: draft.insurance,
      educationMin: draft.educationMin, experienceMonths: draft.experienceMonths,
    };
  }

  private occupationOf(title: string): string | null {
    const remembered = this.occupations.get(title);
    if (remembered !== undefined) return remembered;
    const code = occupationOf(title, this.lexicon);
    if (this.occupations.size >= REMEMBERED_TITLES) this.occupations.clear();
    this.occupations.set(title, code);
    return code;
  }
}

const LONGEST_REF = 100;

/** The source's own id; a long or missing one gives way to a hash. */
function refOf(draft: PostDraft, hash: string): string {
  if (draft.sourceRef === null) return `sha256:${hash}`;
  return draft.sourceRef.length <= LONGEST_REF ? draft.sourceRef : `sha256:${sha256(draft.sourceRef)}`;
}

function employerKey(draft: PostDraft): string {
  return draft.creditCode ?? draft.employerName;
}

function stateColumns(item: Item, state: ReturnType<typeof stateOf>, now: Date): BulkRow {
  return {
    status: state.status, validFrom: state.validFrom, validUntil: state.validUntil,
    publishedAt: state.status === "BLOCKED" ? null : item.draft.publishedOn ? toDate(item.draft.publishedOn) : now,
    madeUp: false, sourceRef: item.ref, sourceHash: item.hash, recordedAt: now, updatedAt: now,
  };
}
