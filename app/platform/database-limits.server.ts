import type mysql from "mysql2/promise";
import type { Pool } from "./database.server.ts";
import { asMysql2Statement } from "./traces/steps.ts";
import { withinLimit } from "./within-limit.ts";

/** How long a database is waited for, in milliseconds. */
export interface DatabaseLimits {
  /** for its greeting, on a new connection */
  connectMs: number;
  /** for a connection, while all are taken */
  waitMs: number;
  /** for the answer to one statement */
  statementMs: number;
  /** for all rows of one that are read as they come */
  streamMs: number;
}

const MINUTE = 60_000;
/** Somebody waits for the page. */
const FOR_PAGES: DatabaseLimits = { connectMs: 3_000, waitMs: 5_000, statementMs: 10_000, streamMs: MINUTE };
/** A run over the province counts for minutes in one statement. */
const FOR_WORK: DatabaseLimits = { connectMs: 3_000, waitMs: 30_000, statementMs: 30 * MINUTE, streamMs: 60 * MINUTE };

export const databaseLimits = (process: string | undefined): DatabaseLimits => (process === "web" ? FOR_PAGES : FOR_WORK);

const streamLimits = new WeakMap<Pool, number>();
export const streamMsOf = (pool: Pool): number | undefined => streamLimits.get(pool);

/**
 * A pool that waits no longer: for a connection, and for the answer to each statement unless it names its own `timeout`. A connection
 * whose server fell silent is closed, since what it was asked may still be answered.
 */
export function withLimits(pool: Pool, { waitMs, statementMs, streamMs }: DatabaseLimits): Pool {
  const take = async (): Promise<mysql.PoolConnection> => {
    const coming = pool.getConnection();
    try {
      return limitStatements(await withinLimit(coming, waitMs), statementMs);
    } catch (error) {
      coming.then((late) => late.release(), () => undefined);
      throw error;
    }
  };
  const run = (method: "query" | "execute") => async (...args: unknown[]) => {
    const connection = await take();
    try {
      return await (connection[method] as (...given: unknown[]) => Promise<unknown>)(...args);
    } finally {
      connection.release();
    }
  };
  const own = { getConnection: take, query: run("query"), execute: run("execute") } as Partial<Pool>;
  const limited = new Proxy(pool, {
    get(target, key) {
      if (key in own) return own[key as keyof typeof own];
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  streamLimits.set(limited, streamMs);
  return limited;
}

function limitStatements(connection: mysql.PoolConnection, statementMs: number): mysql.PoolConnection {
  for (const method of ["query", "execute"] as const) {
    const plain = connection[method].bind(connection) as (options: unknown, values?: unknown) => Promise<unknown>;
    const limited = async (asked: string | mysql.QueryOptions, values?: unknown) => {
      const options = typeof asked === "string" ? { sql: asked } : asked;
      try {
        return await asMysql2Statement({ sql: options.sql }, () => plain({ timeout: statementMs, ...options }, values));
      } catch (error) {
        if ((error as { code?: unknown }).code === "PROTOCOL_SEQUENCE_TIMEOUT") connection.destroy();
        throw error;
      }
    };
    (connection as unknown as Record<string, unknown>)[method] = limited;
  }
  return connection;
}
