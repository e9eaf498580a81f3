import { createHash, createHmac } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

export const MANIFEST = "manifest.json";

/** Left out: they come back by themselves, or must not come back. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  _prisma_migrations: "written by the migrations that are run before the rows come back",
  login_session: "whoever was signed in signs in again: a session that was ended since must not come to life",
};

const tableSchema = z.object({ name: z.string().regex(/^\w{1,64}$/), columns: z.array(z.string().regex(/^\w{1,64}$/)), rows: z.number().int(), file: z.string().regex(/^\w+\.jsonl\.gz$/), sha256: z.string() });

export const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(tableSchema),
  ledger: z.object({ placements: z.number().int(), events: z.number().int(), hash: z.string() }),
  /** tells whether the key that is at hand is the one the personal data was encrypted with */
  keyCheck: z.string(),
  seal: z.string(),
});
export type Manifest = z.output<typeof manifestSchema>;
export type BackedUpTable = z.output<typeof tableSchema>;

/** A backup or restore that can't be done, in words for whoever asked. */
export class BackupRefused extends Error {}

const mac = (dataKey: string, use: string, text: string) => createHmac("sha256", Buffer.from(dataKey, "base64")).update(`jingangtong backup ${use}\n`).update(text).digest("base64url");
export const keyCheckOf = (dataKey: string): string => mac(dataKey, "key", "").slice(0, 22);
const sealOf = (dataKey: string, manifest: Omit<Manifest, "seal">) => mac(dataKey, "seal", JSON.stringify(manifest));

export async function writeManifest(folder: string, dataKey: string, manifest: Omit<Manifest, "seal" | "keyCheck">): Promise<Manifest> {
  const checked = { ...manifest, keyCheck: keyCheckOf(dataKey) };
  const sealed = { ...checked, seal: sealOf(dataKey, checked) };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(sealed, null, 1)}\n`, { mode: 0o600 });
  return sealed;
}

/** Reads a manifest and every file it names; refuses one that is damaged, changed, or of another key, before anything is done with it. */
export async function readBackup(folder: string, dataKey: string, onProgress: (done: number, total: number) => void = () => undefined): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => {
    throw new BackupRefused(`这里没有备份。There is no backup in ${folder}: name the folder that holds ${MANIFEST}.`);
  });
  const manifest = parse(text);
  if (manifest.keyCheck !== keyCheckOf(dataKey)) {
    throw new BackupRefused("DATA_KEY 不是做这份备份时的那一把：恢复了也读不出个人信息。请换回那时的密钥。DATA_KEY is not the key of this backup: its personal data could not be read. Set the key of that time.");
  }
  const { seal, ...sealed } = manifest;
  if (seal !== sealOf(dataKey, sealed)) throw new BackupRefused(`${MANIFEST} 被改动过，不能用。${MANIFEST} was changed after the backup: use another copy.`);
  for (const [at, { file, sha256 }] of manifest.tables.entries()) {
    if ((await sha256Of(join(folder, file))) !== sha256) throw new BackupRefused(`${file} 已损坏或缺失，什么都没有恢复。${file} is damaged or missing: nothing was restored. Use another copy.`);
    onProgress(at + 1, manifest.tables.length);
  }
  return manifest;
}

function parse(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupRefused(`${MANIFEST} 读不懂。${MANIFEST} can't be read: it is damaged, or of another version.`);
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash).catch(() => undefined);
  return hash.digest("base64url");
}
