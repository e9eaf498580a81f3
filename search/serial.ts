import { createHash } from "node:crypto";
import type { PoolConnection, RowDataPacket } from "mysql2/promise";
import type { Deps } from "#app/platform/deps.server.ts";
import { indexUid } from "./indexes/ensure.ts";
import type { IndexName } from "./indexes/definitions.ts";

const WAIT_SECONDS = 60;

/** A lock that was not had, or was gone before the work was done: the work counts as not done. */
export class SearchLockError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SearchLockError";
  }
}

export type LockPurpose = "write" | "rebuild";

/** Lock names belong to the whole server and hold 64 characters: the database and the engine are part of the name. */
export function lockName(deps: Pick<Deps, "env">, name: IndexName, purpose: LockPurpose): string {
  const where = createHash("sha256").update(`${deps.env.DATABASE_URL}|${deps.env.MEILI_URL}|${indexUid(deps, name)}`).digest("hex");
  return `jgt:search:${purpose}:${where.slice(0, 24)}`;
}

/**
 * Runs `work` while holding a named lock on a connection of its own. That the lock was still held at the end is
 * checked: a lost one throws SearchLockError.
 */
export async function withLock<T>(
  deps: Pick<Deps, "pool">,
  lock: string,
  work: (connection: PoolConnection) => Promise<T>,
  waitSeconds = WAIT_SECONDS,
): Promise<T> {
  return waitSeconds > 0 ? inTurn(lock, () => locked(deps, lock, work, waitSeconds)) : locked(deps, lock, work, waitSeconds);
}

const turns = new Map<string, Promise<unknown>>();

/** Within one process they queue up here, so that those who wait don't each hold a connection. */
async function inTurn<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(lock) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(lock, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(lock) === mine) turns.delete(lock);
  }
}

async function locked<T>(deps: Pick<Deps, "pool">, lock: string, work: (connection: PoolConnection) => Promise<T>, waitSeconds: number): Promise<T> {
  const connection = await deps.pool.getConnection();
  let healthy = false;
  try {
    if ((await ask(connection, "SELECT GET_LOCK(?, ?) AS answer", [lock, waitSeconds])) !== 1) {
      healthy = true;
      throw new SearchLockError(`${lock} is held by somebody else`);
    }
    try {
      return await work(connection);
    } finally {
      const released = await ask(connection, "SELECT RELEASE_LOCK(?) AS answer", [lock]);
      if (released !== 1) throw new SearchLockError(`${lock} was lost during the work`);
      healthy = true;
    }
  } finally {
    if (healthy) connection.release();
    else connection.destroy();
  }
}

export async function isLocked(connection: PoolConnection, lock: string): Promise<boolean> {
  return (await ask(connection, "SELECT IS_USED_LOCK(?) AS answer", [lock])) !== null;
}

export async function holdsLock(connection: PoolConnection, lock: string): Promise<boolean> {
  return (await ask(connection, "SELECT IS_USED_LOCK(?) = CONNECTION_ID() AS answer", [lock])) === 1;
}

async function ask(connection: PoolConnection, sql: string, params: unknown[]): Promise<number | null> {
  const [rows] = await connection.query<RowDataPacket[]>(sql, params);
  const answer: unknown = rows[0]?.answer ?? null;
  return answer === null ? null : Number(answer);
}
