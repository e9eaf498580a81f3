import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { MOST_PHOTOS } from "#app/domain/profile/photo.ts";

export interface NewFile {
  personId: string;
  certificateId: string;
  /** hash of what was sent */
  content: string;
  mimeType: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** The id of the same photo of the same certificate, as it was sent before. */
export async function findSameFile({ db, crypto }: Pick<Deps, "db" | "crypto">, certificateId: string, content: string): Promise<string | null> {
  const same = await db.privateFile.findFirst({ where: { certificateId, contentKey: { in: crypto.blindIndexes("person.file", content) } }, select: { id: true } });
  return same?.id ?? null;
}

/**
 * Keeps a photo as ciphertext in a free slot of its person's; gives its id, the id of the same photo that is there already, or null when all slots are
 * taken. Two writers at once never share a slot: the database refuses the second, and it takes the next.
 */
export async function storeFile(deps: Pick<Deps, "db" | "newId" | "clock" | "crypto">, file: NewFile): Promise<string | null> {
  const { bytes, content, ...rest } = file;
  const columns = { ...rest, contentKey: deps.crypto.blindIndex("person.file", content), contentEnc: deps.crypto.encrypt("person.file", content) };
  const id = deps.newId();
  const sealed = { id, ...columns, byteCount: bytes.length, dataEnc: deps.crypto.encryptBytes("person.file", id, bytes), recordedAt: deps.clock.now() };
  for (let attempt = 0; attempt <= MOST_PHOTOS; attempt += 1) {
    const held = await deps.db.privateFile.findMany({ where: { personId: file.personId }, select: { slot: true } });
    const slot = Array.from({ length: MOST_PHOTOS }, (_, at) => at + 1).find((one) => !held.some((row) => row.slot === one));
    if (slot === undefined) return null;
    try {
      await deps.db.privateFile.create({ data: { ...sealed, slot } });
      return id;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await findSameFile(deps, file.certificateId, content);
      if (same !== null) return same;
    }
  }
  return null;
}

export interface OpenedFile {
  id: string;
  personId: string;
  slot: number;
  homeCountyCode: string;
  mimeType: string;
  recordedAt: Date;
  open(): Uint8Array<ArrayBuffer>;
}

export async function findFile(deps: Pick<Deps, "db" | "crypto">, id: string): Promise<OpenedFile | null> {
  const file = await deps.db.privateFile.findUnique({ where: { id }, include: { person: { select: { homeCountyCode: true } } } });
  if (!file) return null;
  const { personId, slot, mimeType, recordedAt, person } = file;
  return { id, personId, slot, homeCountyCode: person.homeCountyCode, mimeType, recordedAt, open: () => deps.crypto.decryptBytes("person.file", id, file.dataEnc) };
}

export async function removeFile(tx: Pick<Tx, "privateFile">, personId: string, id: string): Promise<boolean> {
  return (await tx.privateFile.deleteMany({ where: { id, personId } })).count === 1;
}
