import type { RowDataPacket } from "mysql2";
import type { Connection } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isPassing } from "../imports/write-bulk.server.ts";
import { type AuditContent, chainHash, CONTENT_COLUMNS, GENESIS, type Seal, signSeal } from "./entry.server.ts";

type Needs = Pick<Deps, "pool" | "crypto" | "clock" | "redis" | "logger" | "env">;

const AT_ONCE = 1_000;

/**
 * Puts entries that stand in no chain yet behind the last one, in the order of their ids, and signs the end. Writers wait for nobody: only sealers
 * meet, at the last seal, and one of them goes first.
 */
export async function sealAudit(deps: Needs): Promise<number> {
  let sealed = 0;
  for (;;) {
    const done = await sealBatch(deps);
    sealed += done;
    if (done === 0) return sealed;
  }
}

async function sealBatch(deps: Needs): Promise<number> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.beginTransaction();
    const head = await lastSeal(connection, true);
    const batch = await nextEntries(connection, head);
    if (batch.entries.length === 0) {
      await connection.rollback();
      return 0;
    }
    let hash = head?.hash ?? GENESIS;
    const links = batch.entries.map((entry, at) => ({ id: entry.id, seq: (head?.seq ?? 0) + at + 1, hash: (hash = chainHash(hash, entry)) }));
    const rows = links.map((_, at) => (at === 0 ? "SELECT ? AS id, ? AS seq, ? AS hash" : "SELECT ?, ?, ?")).join(" UNION ALL ");
    await connection.query(`UPDATE audit_entry e JOIN (${rows}) v ON e.id = v.id SET e.seq = v.seq, e.hash = v.hash`, links.flatMap(({ id, seq, hash: own }) => [id, seq, own]));
    const seal: Seal = { seq: links.at(-1)!.seq, hash, early: batch.early };
    await connection.query("INSERT INTO audit_seal (seq, hash, early, signature, sealedAt) VALUES (?, ?, ?, ?, ?)", [seal.seq, seal.hash, seal.early, signSeal(deps.crypto, seal), deps.clock.now()]);
    await connection.commit();
    await witness(deps, seal);
    return links.length;
  } catch (error) {
    await connection.rollback();
    // another sealer was first
    if (isPassing(error)) return 0;
    throw error;
  } finally {
    connection.release();
  }
}

export async function lastSeal(connection: Pick<Connection, "query">, lock: boolean): Promise<Seal | null> {
  const [[row]] = await connection.query<RowDataPacket[]>(`SELECT seq, hash, early FROM audit_seal ORDER BY seq DESC LIMIT 1${lock ? " FOR UPDATE" : ""}`);
  return row ? { seq: Number(row.seq), hash: String(row.hash), early: Boolean(row.early) } : null;
}

/** What is older than signatures goes in first and by itself; once a signed entry is in, nothing unsigned is taken for old any more. */
async function nextEntries(connection: Connection, head: Seal | null): Promise<{ entries: AuditContent[]; early: boolean }> {
  const select = (which: string) => connection.query<RowDataPacket[]>(`SELECT ${CONTENT_COLUMNS.join(", ")} FROM audit_entry WHERE seq IS NULL${which} ORDER BY id LIMIT ${AT_ONCE}`);
  if (head === null || head.early) {
    const [old] = await select(" AND mac IS NULL");
    if (old.length > 0) return { entries: old as unknown as AuditContent[], early: true };
  }
  const [rows] = await select("");
  return { entries: rows as unknown as AuditContent[], early: false };
}

async function holds(pool: Deps["pool"], { seq, hash }: { seq: number; hash: string }): Promise<boolean> {
  const [[row]] = await pool.query<RowDataPacket[]>("SELECT hash FROM audit_entry WHERE seq = ?", [seq]);
  return row?.hash === hash;
}

export const witnessKey = (prefix: string): string => `${prefix}:audit-head`;

/** The end of the chain outside of the database: in the log, and in Redis as long as it only grows. */
async function witness({ pool, redis, logger, env }: Needs, seal: Seal): Promise<void> {
  logger.info({ count: seal.seq, detail: `${seal.seq}:${seal.hash}` }, "audit sealed");
  try {
    const known = readWitness(await redis.get(witnessKey(env.QUEUE_PREFIX)));
    if (known !== null && !(await holds(pool, known))) {
      logger.error({ count: seal.seq, detail: `${known.seq}:${known.hash}` }, "the audit's chain is not the one that was sealed: npm run audit:verify");
      return;
    }
    if (known === null || known.seq < seal.seq) await redis.set(witnessKey(env.QUEUE_PREFIX), `${seal.seq}:${seal.hash}`);
  } catch (error) {
    logger.warn({ error }, "audit head not kept in Redis");
  }
}

/** `number:hash`, as the log and Redis have it. */
export function readWitness(text: string | null): { seq: number; hash: string } | null {
  const found = /^(\d{1,10}):([\w-]{43})$/.exec(text ?? "");
  return found && { seq: Number(found[1]), hash: found[2]! };
}

/** Made-up data starts over and takes its own entries along: what is left of the audit stands in a new chain. */
export async function beginChainAnew({ redis, env }: Pick<Deps, "redis" | "env">, connection: Pick<Connection, "query">): Promise<void> {
  await connection.query("UPDATE audit_entry SET seq = NULL, hash = NULL");
  await connection.query("DELETE FROM audit_seal");
  await redis.del(witnessKey(env.QUEUE_PREFIX));
}
