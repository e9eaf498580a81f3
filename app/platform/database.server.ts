import { setTimeout as sleep } from "node:timers/promises";
import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { Query, QueryOptions } from "mysql2";
import mysql from "mysql2/promise";
import { type DatabaseLimits, databaseLimits, withLimits, streamMsOf } from "./database-limits.server.ts";
import { tellingAdapter } from "./traces/prisma-steps.server.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

export type Db = PrismaClient;
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
export type Pool = mysql.Pool;
export type Connection = mysql.PoolConnection;

/** Prisma: records and relations. */
export function openPrisma(url: string, { limits = databaseLimits(undefined), connections = 10 }: { limits?: DatabaseLimits; connections?: number } = {}): Db {
  const { hostname, port, username, password, pathname } = new URL(url);
  const adapter = new PrismaMariaDb({
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    connectionLimit: connections,
    acquireTimeout: limits.waitMs,
    connectTimeout: limits.connectMs,
    // of silence: a connection that nobody uses for so long is closed too, and made anew when it is wanted
    socketTimeout: limits.statementMs,
    minimumIdle: 1,
    // MySQL 8 over plain TCP hands out its RSA key only when asked
    allowPublicKeyRetrieval: true,
    initSql: "set time_zone='+00:00'",
  });
  return againWhenTurnLost(new PrismaClient({ adapter: tellingAdapter(adapter), transactionOptions: { maxWait: Math.min(10_000, limits.waitMs), timeout: 20_000 } }));
}

const TRIES = 4;
const PAUSE_MS = 40;

/**
 * Of two transactions that wait for each other the database undoes one, whole: that one is done again from its beginning, and nobody is
 * told to try again. So what a transaction's function changes outside the database must bear to be done twice.
 */
function againWhenTurnLost(client: PrismaClient): Db {
  const once = client.$transaction.bind(client) as (work: unknown, options?: unknown) => Promise<unknown>;
  const again = async (work: unknown, options?: unknown): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work, options);
      } catch (error) {
        // a list of statements can't be sent anew: they are promises
        if (typeof work !== "function" || attempt === TRIES || !isTurnLost(error)) throw error;
        await sleep(attempt * PAUSE_MS * (0.5 + Math.random()));
      }
    }
  };
  return Object.defineProperty(client, "$transaction", { value: again, configurable: true, writable: true });
}

/** A transaction that stands where a client is expected: what would open one of its own joins it. */
export function joinTransaction(tx: Tx): Db {
  return new Proxy(tx, {
    get(target, key) {
      if (key === "$transaction") return (work: ((inner: Tx) => Promise<unknown>) | Promise<unknown>[]) => (typeof work === "function" ? work(tx) : Promise.all(work));
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  }) as Db;
}

/** mysql2: rows by the hundred thousand and hand-tuned SQL. Days come as `YYYY-MM-DD`, instants as Date. */
export function openPool(url: string, { limits = databaseLimits(undefined), connections = 10 }: { limits?: DatabaseLimits; connections?: number } = {}): Pool {
  return withLimits(mysql.createPool({
    uri: url,
    connectionLimit: connections,
    timezone: "Z",
    dateStrings: ["DATE"],
    charset: "utf8mb4",
    supportBigNumbers: true,
    decimalNumbers: true,
    infileStreamFactory: undefined,
    connectTimeout: limits.connectMs,
  }), limits);
}

/** The rows of a query as they come from the server, so that memory stays bounded however many there are. */
export async function* streamRows<T>(pool: Pool, sql: string, params: readonly unknown[] = []): AsyncGenerator<T> {
  const connection = await pool.getConnection();
  let whole = false;
  try {
    const core = connection.connection as unknown as { query(options: QueryOptions): Query };
    for await (const row of core.query({ sql, values: [...params], timeout: streamMsOf(pool) }).stream({ highWaterMark: 2_000 })) yield row as T;
    whole = true;
  } finally {
    // a reader that leaves early leaves rows on the wire
    if (whole) connection.release();
    else connection.destroy();
  }
}

const LOCK_WAIT_SECONDS = 3_600;

/** Does `work` while nobody else on this database holds `name`; waits for its turn. The server lets go of a lock when its holder dies. */
export async function withLock<T>(pool: Pool, name: string, work: () => Promise<T>): Promise<T> {
  const connection = await pool.getConnection();
  const lock = "LEFT(CONCAT(?, ':', DATABASE()), 64)";
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>({ sql: `SELECT GET_LOCK(${lock}, ?) AS got`, timeout: (LOCK_WAIT_SECONDS + 10) * 1_000 }, [name, LOCK_WAIT_SECONDS]);
    if (Number(rows[0]?.got) !== 1) throw new Error(`no turn for ${name} within ${LOCK_WAIT_SECONDS} s`);
    try {
      return await work();
    } finally {
      await connection.query(`DO RELEASE_LOCK(${lock})`, [name]);
    }
  } finally {
    connection.release();
  }
}

/** MySQL parses JSON columns, MariaDB hands them over as text. */
export function readJson(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}

/** Either a pool or one connection with its own transaction. */
export type Querier = Pick<mysql.PoolConnection, "query">;

/** Whether a write was refused because another row holds the same unique key. */
export function isUniqueViolation(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === "P2002" || code === "ER_DUP_ENTRY";
}

/** Whether the database undid a transaction so that another one could go first. */
export function isTurnLost(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: { driverAdapterError?: { cause?: { kind?: unknown } } } };
  // a statement of one's own fails with one code for every fault, and the adapter's word for it
  return code === "P2034" || (code === "P2010" && meta?.driverAdapterError?.cause?.kind === "TransactionWriteConflict");
}
