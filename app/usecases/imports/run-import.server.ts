import { basename } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Connection } from "#app/platform/database.server.ts";
import { beginImportRun, countImportRun, endImportRun } from "#app/data/imports/runs.server.ts";
import { isDataFault, isPassing } from "#app/data/imports/write-bulk.server.ts";
import type { ColumnMap, Columns } from "#app/domain/import/columns.ts";
import type { Differing } from "#app/domain/import/differences.ts";
import type { Complaint, ReasonCode } from "#app/domain/import/reasons.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openTable } from "#app/platform/tables/open-table.server.ts";
import { rejectsPathBeside, withoutApostrophe } from "#app/platform/tables/rejects.server.ts";
import { type Table, TableError, type TableRow } from "#app/platform/tables/table.ts";
import { openReports, type Reports } from "./reports.server.ts";
import type { ImportProgress, ImportSummary } from "#app/domain/import/summary.ts";

export type ImportDeps = Pick<Deps, "env" | "pool" | "db" | "crypto" | "keys" | "clock" | "newId" | "logger">;

export interface Taken<F extends string> {
  outcome: "imported" | "updated" | "unchanged" | Complaint<F>;
  notes?: Complaint<F>[];
  /** what our record said otherwise */
  differences?: readonly Differing<F>[];
}

/** What differs between kinds of import; the engine streams, batches, counts, reports and resumes. */
export interface ImportPlan<F extends string, Item> {
  kind: ImportSummary["kind"];
  columns: Columns<F>;
  /** of each group at least one column must be there */
  required: readonly (readonly F[])[];
  fieldNames: Readonly<Record<F, string>>;
  /** what rows may share, so that one cell is drawn over several of them; never what tells one row from another */
  shared: readonly F[];
  /** the rejects hold personal data: only the file's owner may read them */
  personal: boolean;
  begin(columns: ColumnMap<F>, file: { dry: boolean; bytes: number }): Promise<void>;
  /** What rows say, each by itself and in their order; may be done elsewhere while others go in. */
  read(rows: readonly TableRow[]): Promise<ReadRow<F, Item>[]>;
  /** What a row says beside those before it. */
  admit(row: TableRow, read: ReadRow<F, Item>): ReadRow<F, Item>;
  /** Writes a batch on a connection with an open transaction; one answer for each item. `careful`: tried before in vain, so that each row must tell what is wrong with it. */
  store(connection: Connection, items: readonly Item[], careful: boolean): Promise<Taken<F>[]>;
  /** What \`store\` would answer, without writing anything. */
  weigh?(connection: Connection, items: readonly Item[]): Promise<Taken<F>[]>;
  /** After the batch's transaction: what it learned may now be relied on. */
  committed(): void;
  complete(summary: ImportSummary): void;
  end(): Promise<void>;
}

export interface ReadRow<F extends string, Item> {
  item: Item | null;
  rejections: Complaint<F>[];
  notes: Complaint<F>[];
}

export interface ImportOptions<F extends string = string, Item = unknown> {
  path: string;
  source: string;
  rejectsPath?: string;
  batchSize: number;
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
  /** what the columns mean, where somebody has said so */
  columnsOf?: (header: readonly string[]) => ColumnMap<F>;
  /** only weigh what would happen: nothing is written but the reports */
  dry?: boolean;
  onDifferences?: (line: number, item: Item, differences: readonly Differing<F>[]) => Promise<void>;
}

interface Pending<F extends string, Item> { row: TableRow; item: Item; notes: Complaint<F>[] }

const MOST_TRIES = 5;
/** Rows are read in groups of so many, and so many groups at most before they are needed. */
const ROWS_AT_ONCE = 100;
const MOST_AHEAD = 40;

/**
 * Streams a table into the database, a batch to a transaction. A bad row is reported and left out, a damaged file keeps
 * what came before; killed at any moment, the same command goes on where it was, since no row goes in twice.
 */
export async function runImport<F extends string, Item>(
  deps: ImportDeps,
  actor: Actor,
  plan: ImportPlan<F, Item>,
  options: ImportOptions<F, Item>,
): Promise<Result<ImportSummary>> {
  const startedAt = deps.clock.now();
  const start = performance.now();
  let table: Table;
  try {
    table = await openTable(options.path, { headerScore: plan.columns.score });
  } catch (error) {
    if (error instanceof TableError) return refuse(`import-file-${error.fault}`, { field: "path" });
    throw error;
  }
  const columns = options.columnsOf?.(table.header) ?? plan.columns.map(table.header);
  const missing = plan.required.filter((group) => !group.some((field) => columns.at.has(field)));
  if (missing.length > 0) {
    const names = missing.map((group) => group.map((field) => plan.fieldNames[field]).join(" / ")).join(", ");
    return refuse("import-file-columns-missing", { field: "path", params: { columns: names } });
  }
  const summary = emptySummary(deps.newId(), plan, options, table, columns);
  if (!options.dry) {
    await beginImportRun(deps.pool, { id: summary.runId, kind: plan.kind, source: options.source, fileName: summary.fileName, startedAt, userId: actor.userId });
  }
  await plan.begin(columns, { dry: options.dry ?? false, bytes: table.position().total });
  const reports = await openReports(options.rejectsPath ?? (await rejectsPathBeside(options.path)), table.header, plan.personal);
  const importer = new Importer(deps, plan, summary, reports, options, table, columns);
  try {
    await importer.readAll();
  } finally {
    await importer.settle();
    await plan.end();
    Object.assign(summary, await reports.close());
  }
  summary.seconds = Math.round((performance.now() - start) / 10) / 100;
  summary.rowsPerSecond = Math.round(summary.rows / Math.max(0.01, summary.seconds));
  plan.complete(summary);
  if (!summary.stopped && !options.dry) await endImportRun(deps.pool, summary.runId, deps.clock.now(), { ...summary, firstBadRows: undefined });
  return ok(summary);
}

class Importer<F extends string, Item> {
  private batch: Pending<F, Item>[] = [];
  private readonly shared: ReadonlySet<number>;
  private rows: TableRow[] = [];
  private readonly ahead: { rows: TableRow[]; read: Promise<ReadRow<F, Item>[]> }[] = [];
  /** the batch before, going in while this one is read */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly deps: ImportDeps,
    private readonly plan: ImportPlan<F, Item>,
    private readonly summary: ImportSummary,
    private readonly reports: Reports,
    private readonly options: ImportOptions<F, Item>,
    private readonly table: Table,
    columns: ColumnMap<F>,
  ) {
    this.shared = new Set(plan.shared.flatMap((field) => columns.at.get(field) ?? []));
  }

  async readAll(): Promise<void> {
    try {
      for await (const row of this.table.rows) {
        if (this.options.signal?.aborted) {
          this.summary.stopped = true;
          break;
        }
        this.rows.push(row);
        if (this.rows.length >= ROWS_AT_ONCE) await this.readAhead(MOST_AHEAD);
      }
      if (!this.summary.stopped) await this.readAhead(0);
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      await this.readAhead(0);
      this.summary.brokenAt = { line: error.line, fault: error.fault };
      await this.reports.reject(error.line ?? 0, [{ column: "", value: "", reason: error.fault === "too-large" ? "file-too-large" : error.fault === "too-wide" ? "row-too-wide" : "file-cut" }], []);
    }
    // told to stop, it leaves the rest of a batch for the next run
    if (!this.summary.stopped) await this.flush();
    await this.writing;
  }

  /** Waits for the batch that is going in, whatever becomes of it. */
  async settle(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  /** Gives the rows at hand to be read, and takes those that were read before until at most `most` groups are still on their way. */
  private async readAhead(most: number): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    for (const row of rows) this.fillMerged(row);
    for (const { cells } of rows) for (let i = 0; i < cells.length; i += 1) if (cells[i]!.startsWith("'")) cells[i] = withoutApostrophe(cells[i]!);
    const read = this.plan.read(rows.filter(({ damage }) => !damage));
    // a failure is thrown where it is awaited
    read.catch(() => undefined);
    this.ahead.push({ rows, read });
    while (this.ahead.length > most) {
      const { rows: group, read: answers } = this.ahead.shift()!;
      const whole = (await answers).values();
      for (const row of group) await (row.damage ? this.reject(row, [{ field: null, value: "", reason: row.damage }]) : this.take(row, whole.next().value!));
      // the batch that is going in comes to its turn between two groups
      await nextTurn();
    }
  }

  /** A cell drawn over several rows holds for each of them where its column is about what they share: a household, a village, a kind of people. */
  private fillMerged({ cells, merged }: TableRow): void {
    for (const [column, { text }] of merged ?? []) if (this.shared.has(column)) cells[column] = text;
  }

  private async take(row: TableRow, read: ReadRow<F, Item>): Promise<void> {
    const { item, rejections, notes } = this.plan.admit(row, read);
    if (item === null) return this.reject(row, rejections);
    this.batch.push({ row, item, notes });
    if (this.batch.length >= this.options.batchSize) await this.flush();
  }

  private async reject(row: TableRow, complaints: readonly Complaint<F>[]): Promise<void> {
    const { summary } = this;
    summary.rows += 1;
    summary.rejected += 1;
    for (const { reason } of complaints) summary.rejectReasons[reason] = (summary.rejectReasons[reason] ?? 0) + 1;
    const named = complaints.map((one) => ({ column: one.field ? this.plan.fieldNames[one.field] : "", value: one.value, reason: one.reason }));
    if (summary.firstBadRows.length < 20) {
      summary.firstBadRows.push({ line: row.line, columns: named.map((one) => one.column), reasons: named.map((one) => one.reason) });
    }
    await this.reports.reject(row.line, named, row.cells);
  }

  private async flush(): Promise<void> {
    await this.writing;
    if (this.options.signal?.aborted && this.batch.length > 0) {
      this.summary.stopped = true;
      return;
    }
    const batch = this.batch;
    this.batch = [];
    this.writing = this.write(batch).then(() => {
      const { done, total } = this.table.position();
      this.options.onProgress?.({ rows: this.summary.rows, bytes: done, totalBytes: total });
    });
    // a failure is thrown where it is awaited, at the next batch or the end
    this.writing.catch(() => undefined);
  }

  /** A batch that the database refuses is halved until the row at fault stands alone. */
  private async write(batch: readonly Pending<F, Item>[]): Promise<void> {
    if (batch.length === 0) return;
    let taken: Taken<F>[];
    try {
      taken = await this.transact(batch);
    } catch (error) {
      if (!isDataFault(error)) throw error;
      if (batch.length === 1) return this.reject(batch[0]!.row, [{ field: null, value: "", reason: "not-stored" }]);
      const half = Math.ceil(batch.length / 2);
      await this.write(batch.slice(0, half));
      return this.write(batch.slice(half));
    }
    for (const [i, { outcome, notes = [], differences = [] }] of taken.entries()) {
      const pending = batch[i]!;
      if (differences.length > 0) await this.differ(pending, differences);
      if (typeof outcome !== "string") {
        await this.reject(pending.row, [outcome]);
        continue;
      }
      this.summary.rows += 1;
      this.summary[outcome] += 1;
      await this.note(pending.row, [...pending.notes, ...notes]);
    }
  }

  private async note(row: TableRow, notes: readonly Complaint<F>[]): Promise<void> {
    if (notes.length === 0) return;
    this.summary.noted += 1;
    for (const { reason } of notes) this.summary.noteReasons[reason] = (this.summary.noteReasons[reason] ?? 0) + 1;
    await this.reports.note(row.line, notes.map((one) => ({ column: one.field ? this.plan.fieldNames[one.field] : "", value: one.value, reason: one.reason })), row.cells);
  }

  private async differ({ row, item }: Pending<F, Item>, differences: readonly Differing<F>[]): Promise<void> {
    this.summary.differing += 1;
    for (const { field } of differences) this.summary.differences[field] = (this.summary.differences[field] ?? 0) + 1;
    await this.options.onDifferences?.(row.line, item, differences);
  }

  private async weigh(batch: readonly Pending<F, Item>[]): Promise<Taken<F>[]> {
    const connection = await this.deps.pool.getConnection();
    try {
      return await this.plan.weigh!(connection, batch.map(({ item }) => item));
    } finally {
      connection.release();
    }
  }

  private async transact(batch: readonly Pending<F, Item>[]): Promise<Taken<F>[]> {
    if (this.options.dry) return this.weigh(batch);
    for (let attempt = 1; ; attempt += 1) {
      const connection = await this.deps.pool.getConnection();
      try {
        await connection.beginTransaction();
        const taken = await this.plan.store(connection, batch.map(({ item }) => item), attempt > 1);
        await countImportRun(connection, this.summary.runId, this.countsWith(taken));
        await connection.commit();
        this.plan.committed();
        return taken;
      } catch (error) {
        await connection.rollback().catch(() => connection.destroy());
        if (!isPassing(error) || attempt >= MOST_TRIES) throw error;
      } finally {
        connection.release();
      }
    }
  }

  private countsWith(taken: readonly Taken<F>[]) {
    const { rows, imported, updated, unchanged, rejected } = this.summary;
    const counts = { rows: rows + taken.length, imported, updated, unchanged, rejected };
    for (const { outcome } of taken) counts[typeof outcome === "string" ? outcome : "rejected"] += 1;
    return counts;
  }
}

function emptySummary<F extends string, Item>(
  runId: string, plan: ImportPlan<F, Item>, options: ImportOptions<F, Item>, table: Table, columns: ColumnMap<F>,
): ImportSummary {
  return {
    runId, kind: plan.kind, source: options.source, fileName: basename(options.path), format: table.format, encoding: table.encoding,
    rows: 0, imported: 0, updated: 0, unchanged: 0, rejected: 0, noted: 0, blocked: 0, differing: 0, differences: {},
    rejectReasons: {} as Partial<Record<ReasonCode, number>>, noteReasons: {}, understood: null,
    columnsUsed: Object.fromEntries([...columns.at].map(([field, at]) => [field, table.header[at] ?? ""])), columnsUnknown: columns.unknown,
    firstBadRows: [], rejectsFile: null, notesFile: null, brokenAt: null, stopped: false, seconds: 0, rowsPerSecond: 0,
  };
}
