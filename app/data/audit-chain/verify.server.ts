import type { RowDataPacket } from "mysql2";
import { streamRows } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type AuditContent, chainHash, CONTENT_COLUMNS, GENESIS, isSealSigned, isSigned, type Seal } from "./entry.server.ts";
import { readWitness, witnessKey } from "./seal.server.ts";

export type FlawKind =
  /** what an entry says is not what was sealed, or signed */
  | "changed"
  /** entries are missing between two others */
  | "deleted"
  /** entries stand in another order than they were sealed in */
  | "moved"
  /** an entry that nobody of ours wrote, or that no seal covers */
  | "inserted"
  /** the chain ends before a place where it is known to have been */
  | "cut-off"
  /** a seal that was not made by us, or that another chain than this was under */
  | "seal"
  /** entries wait to be sealed for longer than they should */
  | "unsealed";

export interface Flaw { kind: FlawKind; seq: number | null; id: string | null; detail: string }

export interface AuditVerdict {
  entries: number;
  sealed: number;
  unsealed: number;
  oldestUnsealedSeconds: number;
  seals: number;
  /** number and hash of the last seal: what a later check can be held against */
  head: string | null;
  /** what Redis remembers of the end */
  witness: "agrees" | "absent" | "disagrees";
  flaws: Flaw[];
  /** above those that are listed */
  moreFlaws: number;
}

interface Place { seq: number; hash: string }

interface Entry extends AuditContent { seq: number; hash: string; mac: string | null }

const MOST_FLAWS = 50;

/**
 * Goes through the whole chain. `known`: places where it is known to have been, from a log, a printout or another copy. `from`: a place up to which
 * it was gone through before; it is begun there when the chain still has it under a seal of ours; otherwise in the beginning, and that it is not there is a flaw.
 */
export async function verifyAudit({ pool, crypto, clock, redis, env }: Pick<Deps, "pool" | "crypto" | "clock" | "redis" | "env">, { known = [], from = null, mostUnsealedSeconds = 900 }: { known?: readonly Place[]; from?: Place | null; mostUnsealedSeconds?: number } = {}): Promise<AuditVerdict> {
  const flaws: Flaw[] = [];
  const add = (kind: FlawKind, seq: number | null, id: string | null, detail: string) => void flaws.push({ kind, seq, id, detail });
  const remembered = readWitness(await redis.get(witnessKey(env.QUEUE_PREFIX)).catch(() => null));
  const start = from !== null && [...known, ...(remembered ? [remembered] : [])].every(({ seq }) => seq >= from.seq) && (await holdsSealed({ pool, crypto }, from)) ? from : null;
  const [seals] = await pool.query<RowDataPacket[]>("SELECT seq, hash, early, signature FROM audit_seal WHERE seq >= ? ORDER BY seq", [start?.seq ?? 0]);
  const anchors = [...known, ...(remembered ? [remembered] : []), ...(from !== null && start === null ? [from] : [])];
  const lastSealed = Number(seals.at(-1)?.seq ?? 0);
  const [[behind]] = await pool.query<RowDataPacket[]>("SELECT MIN(seq) AS first, MAX(seq) AS last FROM audit_entry WHERE seq > (SELECT COALESCE(MAX(seq), 0) FROM audit_seal)");
  // what is sealed while this goes on is for the next time
  const upTo = Math.max(lastSealed, Number(behind!.last ?? 0), ...anchors.map(({ seq }) => seq));
  const hashAt = new Map<number, string>(start === null ? [] : [[start.seq, start.hash]]);
  const wanted = new Set([...seals.map((seal) => Number(seal.seq)), ...anchors.map(({ seq }) => seq)]);
  let earlyUpTo = 0;
  for (const row of seals) {
    const seal: Seal & { signature: string } = { seq: Number(row.seq), hash: String(row.hash), early: Boolean(row.early), signature: String(row.signature) };
    if (!isSealSigned(crypto, seal)) add("seal", seal.seq, null, "the signature of this seal is not ours");
    else if (seal.early) earlyUpTo = seal.seq;
  }
  let [before, last, sealed] = [start?.hash ?? GENESIS, start?.seq ?? 0, 0];
  const odd: { entry: Entry; before: string }[] = [];
  for await (const row of streamRows<RowDataPacket>(pool, `SELECT ${CONTENT_COLUMNS.join(", ")}, seq, hash, mac FROM audit_entry WHERE seq > ? AND seq <= ? ORDER BY seq`, [start?.seq ?? 0, upTo])) {
    const entry = row as unknown as Entry;
    sealed += 1;
    const follows = entry.seq === last + 1;
    if (!follows) add("deleted", last + 1, null, entry.seq - last === 2 ? "the entry of this number is missing" : `the entries up to ${entry.seq - 1} are missing`);
    const fits = chainHash(before, entry) === entry.hash;
    // behind a gap the hash before is not there to be held against; the signature still is
    if (follows && !fits) odd.push({ entry, before });
    else if (entry.seq > earlyUpTo && !isSigned(crypto, entry)) add("inserted", entry.seq, entry.id, "nobody of ours wrote what this entry says");
    if (wanted.has(entry.seq)) hashAt.set(entry.seq, entry.hash);
    [before, last] = [entry.hash, entry.seq];
  }
  judgeOdd(odd, add);
  if (behind!.first !== null) add("inserted", Number(behind!.first), null, `the entries from here to ${Number(behind!.last)} stand behind the last seal`);
  for (const seal of seals) {
    const there = hashAt.get(Number(seal.seq));
    if (there === undefined) add(Number(seal.seq) > last ? "cut-off" : "deleted", Number(seal.seq), null, "the sealed entry of this number is missing");
    else if (there !== seal.hash) add("seal", Number(seal.seq), null, "another chain was sealed here");
  }
  const missed = anchors.filter(({ seq, hash }) => hashAt.get(seq) !== hash);
  for (const { seq } of missed) add(seq > last ? "cut-off" : "changed", seq, null, seq > last ? `the chain ends at ${last}, and was once here` : "the chain was another one when it was last seen here");
  const [tail] = await pool.query<RowDataPacket[]>(`SELECT ${CONTENT_COLUMNS.join(", ")}, mac FROM audit_entry WHERE seq IS NULL ORDER BY id`);
  for (const entry of tail as unknown as Entry[]) if (seals.length > 0 && !isSigned(crypto, entry)) add("inserted", null, entry.id, "nobody of ours signed this entry");
  const oldest = tail.reduce((seconds, row) => Math.max(seconds, (clock.now().getTime() - (row.at as Date).getTime()) / 1_000), 0);
  if (oldest > mostUnsealedSeconds) add("unsealed", null, String(tail[0]!.id), `entries wait to be sealed for ${Math.round(oldest)} s: are the workers running?`);
  const head = seals.at(-1);
  return {
    entries: sealed + tail.length, sealed, unsealed: tail.length, oldestUnsealedSeconds: Math.round(oldest), seals: seals.length, head: head ? `${Number(head.seq)}:${String(head.hash)}` : null,
    witness: remembered === null ? "absent" : missed.includes(remembered) ? "disagrees" : "agrees", flaws: flaws.slice(0, MOST_FLAWS), moreFlaws: Math.max(0, flaws.length - MOST_FLAWS),
  };
}

/** Whether entry and seal of a place are there with this hash, and the seal is ours. */
async function holdsSealed({ pool, crypto }: Pick<Deps, "pool" | "crypto">, { seq, hash }: Place): Promise<boolean> {
  const [[row]] = await pool.query<RowDataPacket[]>("SELECT s.hash, s.early, s.signature, e.hash AS own FROM audit_seal s JOIN audit_entry e ON e.seq = s.seq WHERE s.seq = ?", [seq]);
  return row?.hash === hash && row.own === hash && isSealSigned(crypto, { seq, hash, early: Boolean(row.early), signature: String(row.signature) });
}

/** Entries whose hash does not follow from the one before: they fit behind another one of their like (moved), or nowhere (changed). */
function judgeOdd(odd: readonly { entry: Entry; before: string }[], add: (kind: FlawKind, seq: number, id: string, detail: string) => void): void {
  const near = odd.slice(0, MOST_FLAWS * 2);
  const places = new Set(near.flatMap(({ entry, before }) => [entry.hash, before]));
  for (const { entry } of odd) {
    const moved = near.length === odd.length && [...places].some((hash) => chainHash(hash, entry) === entry.hash);
    // so it is said, too, of the one that stood behind a moved entry
    add(moved ? "moved" : "changed", entry.seq, entry.id, moved ? "this entry was sealed behind another one" : "this entry does not say what was sealed");
  }
}
