import type { ResultSetHeader, RowDataPacket } from "mysql2";
import { headOfGeneration } from "#app/platform/crypto.server.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { FIRST_FORM, type RingView } from "#app/platform/keys/ring.ts";
import { isPassing } from "../imports/write-bulk.server.ts";
import { columnsOf, moved, type Moved, renew, type Renewed, SEALED_TABLES, type SealedTable } from "./sealed-columns.ts";

type Needs = Pick<Deps, "pool" | "crypto" | "keys">;

export interface Swept {
  table: string;
  /** rows that were not as they would be written now */
  stale: number;
  /** of them, rows that now are; the others were written by somebody else meanwhile, or hold an index without its plain text */
  changed: number;
  /** of the others, rows whose new index another row holds: for a person to look at */
  conflicts: number;
}

const ROWS_AT_ONCE = 500;
const FILES_AT_ONCE = 10;
const MOST_TRIES = 10;

/** Writes everything anew that is not of the generations that are written now, table by table. Can be stopped anywhere and begun again. */
export async function sweepAll(deps: Needs, onProgress: (table: string, done: number, total: number) => void, signal?: AbortSignal): Promise<Swept[]> {
  const swept: Swept[] = [];
  for (const sealed of SEALED_TABLES) swept.push(await sweepTable(deps, sealed, (done, total) => onProgress(sealed.table, done, total), signal));
  return swept;
}

async function sweepTable({ pool, crypto, keys }: Needs, sealed: SealedTable, onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<Swept> {
  const { sql: isStale, params } = staleWhere(sealed, keys.view);
  const [[counted]] = await pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS total FROM \`${sealed.table}\` WHERE ${isStale}`, params);
  const swept: Swept = { table: sealed.table, stale: 0, changed: 0, conflicts: 0 };
  const total = Number(counted!.total);
  if (total === 0) return swept;
  const limit = sealed.bytes ? FILES_AT_ONCE : ROWS_AT_ONCE;
  const select = `SELECT ${columnsOf(sealed).map((column) => `\`${column}\``).join(", ")} FROM \`${sealed.table}\` WHERE (${isStale})`;
  let after: unknown[] | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const rows: RowDataPacket[] = await nextRows(pool, select, sealed.key, params, after, limit);
    if (rows.length === 0) return swept;
    swept.stale += rows.length;
    const renewed = rows.map((row) => ({ row, values: renew(crypto, sealed, row) })).filter(({ values }) => values.length > 0);
    await (sealed.bytes ? writeOneByOne : writeTogether)(pool, sealed, renewed, swept);
    for (const column of Object.keys(sealed.movedFrom ?? {})) {
      const moves = rows.flatMap((row) => moved(crypto, sealed, row).filter((one) => one.column === column).map((one) => ({ row, ...one })));
      // the plain column only becomes empty, and no sealed one is in a unique key: nothing stands in the way as with an index
      if (moves.length > 0) swept.changed += await again(() => moveBatch(pool, sealed, moves));
    }
    onProgress(swept.stale, Math.max(total, swept.stale));
    const last = rows.at(-1)!;
    after = sealed.key.map((column) => last[column] as unknown);
  }
}

async function nextRows(pool: Deps["pool"], select: string, key: readonly string[], params: readonly unknown[], after: readonly unknown[] | null, limit: number): Promise<RowDataPacket[]> {
  const keyList = key.map((column) => `\`${column}\``).join(", ");
  const later = after === null ? "" : ` AND (${keyList}) > (${key.map(() => "?").join(", ")})`;
  const [rows] = await pool.query<RowDataPacket[]>(`${select}${later} ORDER BY ${keyList} LIMIT ${limit}`, [...params, ...(after ?? [])]);
  return rows;
}

interface Change { row: RowDataPacket; values: Renewed[] }

/** One statement for the batch. Each column changes only where it still holds what was read: whoever wrote meanwhile wins. */
async function writeTogether(pool: Deps["pool"], sealed: SealedTable, changes: readonly Change[], swept: Swept): Promise<void> {
  if (changes.length === 0) return;
  try {
    swept.changed += await again(() => writeBatch(pool, sealed, changes));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (changes.length === 1) swept.conflicts += 1;
    else for (const change of changes) await writeTogether(pool, sealed, [change], swept);
  }
}

async function writeBatch(pool: Deps["pool"], { table, key }: SealedTable, changes: readonly Change[]): Promise<number> {
  const columns = [...new Set(changes.flatMap(({ values }) => values.map(({ column }) => column)))];
  const one = (names: boolean) => `SELECT ${[...key.map((_, i) => `? AS k${i}`), ...columns.flatMap((_, i) => [`? AS o${i}`, `? AS n${i}`])].map((part) => (names ? part : "?")).join(", ")}`;
  const params = changes.flatMap(({ row, values }) => [
    ...key.map((column) => row[column] as unknown),
    ...columns.flatMap((column) => {
      const value = values.find((other) => other.column === column);
      return value ? [value.before, value.after] : [null, null];
    }),
  ]);
  const sql = `UPDATE \`${table}\` t JOIN (${changes.map((_, i) => one(i === 0)).join(" UNION ALL ")}) v ON ${key.map((column, i) => `t.\`${column}\` = v.k${i}`).join(" AND ")}
    SET ${columns.map((column, i) => `t.\`${column}\` = CASE WHEN t.\`${column}\` = v.o${i} THEN v.n${i} ELSE t.\`${column}\` END`).join(", ")}`;
  return (await pool.query<ResultSetHeader>(sql, params))[0].changedRows;
}

type Move = Moved & { row: RowDataPacket };

/** Words out of plain columns into the sealed ones, a batch in one statement and only where they still stand: whoever took them out meanwhile wins. */
async function moveBatch(pool: Deps["pool"], { table, key }: SealedTable, moves: readonly Move[]): Promise<number> {
  const [{ column, plain }] = moves as [Move];
  const one = (names: boolean) => `SELECT ${[...key.map((_, i) => `k${i}`), "o", "n"].map((name) => (names ? `? AS ${name}` : "?")).join(", ")}`;
  const params = moves.flatMap(({ row, before, after }) => [...key.map((name) => row[name] as unknown), before, after]);
  const sql = `UPDATE \`${table}\` t JOIN (${moves.map((_, i) => one(i === 0)).join(" UNION ALL ")}) v ON ${key.map((name, i) => `t.\`${name}\` = v.k${i}`).join(" AND ")}
    SET t.\`${column}\` = COALESCE(t.\`${column}\`, v.n), t.\`${plain}\` = NULL WHERE t.\`${plain}\` = v.o`;
  return (await pool.query<ResultSetHeader>(sql, params))[0].changedRows;
}

const HEAD_AND_IV = 18;

async function writeOneByOne(pool: Deps["pool"], { table, key }: SealedTable, changes: readonly Change[], swept: Swept): Promise<void> {
  for (const { row, values } of changes) {
    for (const { column, before, after } of values) {
      const isBytes = before instanceof Uint8Array;
      // a fresh iv stands in every ciphertext: the first bytes tell two apart
      const same = isBytes ? `LEFT(\`${column}\`, ${HEAD_AND_IV}) = ?` : `\`${column}\` = ?`;
      const was = isBytes ? Buffer.from(before.subarray(0, HEAD_AND_IV)) : before;
      const value = typeof after === "string" ? after : Buffer.from(after);
      swept.changed += await again(async () => (await pool.query<ResultSetHeader>(
        `UPDATE \`${table}\` SET \`${column}\` = ? WHERE ${key.map((name) => `\`${name}\` = ?`).join(" AND ")} AND ${same}`, [value, ...key.map((name) => row[name] as unknown), was]))[0].changedRows);
    }
  }
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MOST_TRIES || !isPassing(error) || isUniqueViolation(error)) throw error;
    }
  }
}

/** Rows with a column that is not of the generation that is written now. */
function staleWhere({ text, flags = {}, movedFrom = {}, bytes = {}, indexes = {} }: SealedTable, view: RingView): { sql: string; params: unknown[] } {
  const data = view.data.find(({ state }) => state === "ACTIVE")!;
  const index = view.index.find(({ state }) => state === "ACTIVE")!;
  const head = headOfGeneration.data(data.generation, data.algorithm);
  const bytesHead = headOfGeneration.bytes(data.generation, data.algorithm);
  const parts = [
    ...[...Object.keys(text), ...Object.keys(flags)].map((column) => ({ sql: `(\`${column}\` <> '' AND \`${column}\` NOT LIKE ?)`, params: [`${head}%`] })),
    ...Object.values(movedFrom).map((column) => ({ sql: `\`${column}\` IS NOT NULL`, params: [] })),
    ...Object.keys(bytes).map((column) => ({ sql: `LEFT(\`${column}\`, ${bytesHead.length}) <> ?`, params: [bytesHead] })),
    ...Object.keys(indexes).map((column) => indexWhere(column, index.generation, true)),
  ];
  return { sql: parts.map(({ sql }) => sql).join(" OR "), params: parts.flatMap(({ params }) => params as unknown[]) };
}

/** Whether an index column holds a generation, or, `other`, another one. What stands for somebody who is forgotten is no index. */
function indexWhere(column: string, generation: number, other: boolean): { sql: string; params: string[] } {
  const isIndex = `\`${column}\` NOT LIKE 'gone:%'`;
  if (generation === FIRST_FORM) return { sql: `(${isIndex} AND \`${column}\` ${other ? "LIKE" : "NOT LIKE"} '%.%')`, params: [] };
  return { sql: `(${isIndex} AND \`${column}\` ${other ? "NOT LIKE" : "LIKE"} ?)`, params: [`${headOfGeneration.index(generation)!}%`] };
}

/** How many rows still hold a generation, by column; only columns with any. */
export async function countGeneration({ pool }: Pick<Deps, "pool">, use: "DATA" | "INDEX", key: { generation: number; algorithm: string }): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { table, text, flags = {}, bytes = {}, indexes = {} } of SEALED_TABLES) {
    const wheres = use === "INDEX" ? Object.keys(indexes).map((column) => ({ column, ...indexWhere(column, key.generation, false) })) : [
      ...[...Object.keys(text), ...Object.keys(flags)].map((column) => ({ column, sql: `\`${column}\` LIKE ?`, params: [`${headOfGeneration.data(key.generation, key.algorithm as "aes")}%`] as unknown[] })),
      ...Object.keys(bytes).map((column) => {
        const head = headOfGeneration.bytes(key.generation, key.algorithm as "aes");
        return { column, sql: `LEFT(\`${column}\`, ${head.length}) = ?`, params: [head] as unknown[] };
      }),
    ];
    for (const { column, sql, params } of wheres) {
      const [[row]] = await pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM \`${table}\` WHERE ${sql}`, params as unknown[]);
      if (Number(row!.n) > 0) found[`${table}.${column}`] = Number(row!.n);
    }
  }
  return found;
}

/** How many rows still hold in the open what is sealed nowadays, by column; only columns with any. */
export async function countPlainWords({ pool }: Pick<Deps, "pool">): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { table, movedFrom = {} } of SEALED_TABLES) {
    for (const plain of Object.values(movedFrom)) {
      const [[row]] = await pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM ?? WHERE ?? IS NOT NULL", [table, plain]);
      if (Number(row!.n) > 0) found[`${table}.${plain}`] = Number(row!.n);
    }
  }
  return found;
}
