import { type ColumnMemory, isPersonField } from "#app/domain/roster/roster.ts";
import type { PersonField } from "#app/domain/import/person-columns.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { RosterPartKind } from "#prisma/generated/enums.ts";

type PartDeps = Pick<Deps, "db" | "crypto">;

/** A piece is small enough for one packet of any server. */
const PIECE_BYTES = 1 << 20;

/** Rosters of the actor's region; nobody else's can be found. */
export function rostersOf(actor: Actor) {
  return { regionCode: { startsWith: scopePrefix(actor.regionCode ?? "nowhere") } };
}

export async function findRoster({ db }: Pick<Deps, "db">, actor: Actor, id: string) {
  return db.roster.findFirst({ where: { id, ...rostersOf(actor) }, include: { site: true } });
}

/** Seals bytes as they come and keeps them as numbered pieces; gives their number of bytes. Throws RangeError beyond `most`. */
export async function keepPieces({ db, crypto }: PartDeps, rosterId: string, kind: RosterPartKind, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, most = Infinity): Promise<number> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let seq = 0;
  let total = 0;
  const store = async () => {
    if (heldBytes === 0) return;
    await db.rosterPart.create({ data: { rosterId, kind, seq, dataEnc: crypto.encryptBytes("roster.part", `${rosterId}:${kind}:${seq}`, Buffer.concat(held)) } });
    seq += 1;
    held = [];
    heldBytes = 0;
  };
  for await (const piece of pieces) {
    total += piece.length;
    if (total > most) throw new RangeError("more than is taken");
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes >= PIECE_BYTES) await store();
  }
  await store();
  return total;
}

/** The bytes that were kept, piece by piece. */
export async function* openPieces({ db, crypto }: PartDeps, rosterId: string, kind: RosterPartKind): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq += 1) {
    const part = await db.rosterPart.findUnique({ where: { rosterId_kind_seq: { rosterId, kind, seq } } });
    if (!part) return;
    yield crypto.decryptBytes("roster.part", `${rosterId}:${kind}:${seq}`, part.dataEnc);
  }
}

export async function dropPieces(tx: Pick<Tx, "rosterPart">, rosterId: string, kinds: readonly RosterPartKind[]): Promise<void> {
  await tx.rosterPart.deleteMany({ where: { rosterId, kind: { in: [...kinds] } } });
}

/** What a bureau has said of its columns before. */
export async function loadColumnMemory({ db }: Pick<Deps, "db">, regionCode: string): Promise<ColumnMemory> {
  const rows = await db.columnChoice.findMany({ where: { regionCode } });
  return new Map(rows.flatMap(({ name, field }) => (field === "" || isPersonField(field) ? [[name, field] as [string, PersonField | ""]] : [])));
}

export async function rememberColumns(tx: Tx, regionCode: string, choices: readonly { name: string; field: PersonField | "" }[], by: string | null, at: Date): Promise<void> {
  for (const { name, field } of choices) {
    const row = { field, chosenBy: by, chosenAt: at };
    await tx.columnChoice.upsert({ where: { regionCode_name: { regionCode, name } }, create: { regionCode, name, ...row }, update: row });
  }
}

/** Files and reports of rosters that were done with before `before` go; what they did stays. */
export async function forgetRosterFiles({ db }: Pick<Deps, "db">, before: Date): Promise<number> {
  const { count } = await db.rosterPart.deleteMany({ where: { roster: { OR: [{ finishedAt: { lt: before } }, { state: "RECEIVING", uploadedAt: { lt: before } }] } } });
  await db.roster.deleteMany({ where: { state: "RECEIVING", uploadedAt: { lt: before } } });
  return count;
}
