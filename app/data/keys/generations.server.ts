import { randomBytes } from "node:crypto";
import type { ResultSetHeader, RowDataPacket } from "mysql2";
import type { Deps } from "#app/platform/deps.server.ts";
import type { CipherName, IndexHash } from "#app/platform/keys/ciphers.server.ts";
import type { KeyUse } from "#app/platform/keys/ring.ts";
import { masterOf, materialOf, readRows } from "#app/platform/keys/store.server.ts";
import { KEY_BYTES, masterIdOf, wrapKey } from "#app/platform/keys/wrap.server.ts";

type Needs = Pick<Deps, "pool" | "env" | "clock">;

/** Announces a key: everybody can open with it from now on, nobody writes with it yet. */
export async function announceKey({ pool, env, clock }: Needs, keyUse: KeyUse, algorithm: CipherName | IndexHash): Promise<number> {
  const [[row]] = await pool.query<RowDataPacket[]>("SELECT COALESCE(MAX(generation), 0) + 1 AS next FROM data_key WHERE keyUse = ?", [keyUse]);
  const named = { keyUse, generation: Number(row!.next), algorithm };
  const master = masterOf(env, keyUse);
  await pool.query("INSERT INTO data_key (keyUse, generation, algorithm, state, masterId, wrapped, createdAt) VALUES (?, ?, ?, 'PENDING', ?, ?, ?)",
    [keyUse, named.generation, algorithm, masterIdOf(master), wrapKey(master, named, randomBytes(KEY_BYTES)), clock.now()]);
  return named.generation;
}

/** From now on it is written, and the one before is being replaced. */
export async function activateKey({ pool, clock }: Pick<Deps, "pool" | "clock">, keyUse: KeyUse, generation: number): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query("UPDATE data_key SET state = 'RETIRING', activeUse = NULL, sweptAt = NULL WHERE keyUse = ? AND state = 'ACTIVE'", [keyUse]);
    const [made] = await connection.query<ResultSetHeader>(
      "UPDATE data_key SET state = 'ACTIVE', activeUse = keyUse, activeAt = ? WHERE keyUse = ? AND generation = ? AND state = 'PENDING'", [clock.now(), keyUse, generation]);
    if (made.affectedRows !== 1) throw new Error(`generation ${generation} was not announced`);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

export async function markSwept({ pool, clock }: Pick<Deps, "pool" | "clock">): Promise<void> {
  await pool.query("UPDATE data_key SET sweptAt = ? WHERE state = 'RETIRING'", [clock.now()]);
}

export async function retireKey({ pool, clock }: Pick<Deps, "pool" | "clock">, keyUse: KeyUse, generation: number): Promise<void> {
  await pool.query("UPDATE data_key SET state = 'RETIRED', retiredAt = ? WHERE keyUse = ? AND generation = ? AND state = 'RETIRING'", [clock.now(), keyUse, generation]);
}

/** Wraps all keys of a use by the master key to come, beside the one in force: processes start with either. */
export async function wrapForNext({ pool, env }: Pick<Deps, "pool" | "env">, keyUse: KeyUse, next: string): Promise<number> {
  const rows = (await readRows(pool)).filter((row) => row.keyUse === keyUse);
  for (const row of rows) {
    const material = materialOf(row, masterOf(env, keyUse));
    await pool.query("UPDATE data_key SET nextMasterId = ?, nextWrapped = ? WHERE keyUse = ? AND generation = ?", [masterIdOf(next), wrapKey(next, row, material), keyUse, row.generation]);
  }
  return rows.length;
}

/** The master key that this process was started with becomes the only one, where it was the one to come. Whether another one still is to come. */
export async function finishMaster({ pool, env }: Pick<Deps, "pool" | "env">): Promise<{ finished: number; waiting: boolean }> {
  let finished = 0;
  for (const keyUse of ["DATA", "INDEX"] as const) {
    const [moved] = await pool.query<ResultSetHeader>(
      "UPDATE data_key SET masterId = nextMasterId, wrapped = nextWrapped, nextMasterId = NULL, nextWrapped = NULL WHERE keyUse = ? AND nextMasterId = ?", [keyUse, masterIdOf(masterOf(env, keyUse))]);
    finished += moved.affectedRows;
  }
  const [[row]] = await pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM data_key WHERE nextMasterId IS NOT NULL");
  return { finished, waiting: Number(row!.n) > 0 };
}

/** Claims are for writers at the same moment, no longer. */
export async function dropOldClaims({ pool, clock }: Pick<Deps, "pool" | "clock">, olderThanMs: number): Promise<number> {
  const [gone] = await pool.query<ResultSetHeader>("DELETE FROM index_claim WHERE recordedAt < ?", [new Date(clock.now().getTime() - olderThanMs)]);
  return gone.affectedRows;
}
