import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeFile } from "#app/data/private-files.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { MANIFEST, type Manifest } from "#prisma/backup/manifest.ts";
import { restoreBackup } from "#prisma/backup/restore.ts";
import { takeBackup } from "#prisma/backup/take.ts";
import { migrate, readMigrations, RESTORE_MARK } from "#prisma/migrate.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { compareIndexes } from "#search/compare.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let from: TestServices;
let into: TestServices;
let folder: string;
let manifest: Manifest;
let photoId: string | null;
const made: { personId: string; name: string }[] = [];

/** The database as it was before work that the clock asks for was recorded. */
const OLD_VERSION = "20261126001400_dispatches";

const seeker = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });
const urlOf = ({ source }: TestServices) => source.DATABASE_URL!;
const source = () => ({ url: urlOf(from), dataKey: from.env.DATA_KEY });
const counts = async ({ pool }: TestServices) => {
  const [tables] = await pool.query<RowDataPacket[]>("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1");
  const all = await Promise.all(tables.map(async ({ name }) => [String(name), Number(((await pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM \`${name}\``))[0][0])!.n)] as const));
  return Object.fromEntries(all);
};
/** The ledger read row by row, apart from what the backup reads. */
const ledger = async ({ pool }: TestServices) => JSON.stringify((await pool.query<RowDataPacket[]>("SELECT placementId, seq, hash FROM placement_event ORDER BY placementId, seq"))[0]);
const restore = (more: Partial<Parameters<typeof restoreBackup>[0]> = {}) => restoreBackup({ url: urlOf(into), dataKey: from.env.DATA_KEY, folder, replace: false, ...more });

beforeAll(async () => {
  [from, into] = await Promise.all([openTestServices(), openTestServices()]);
  await loadReference(from);
  const make = createFactory(from, 55);
  const postId = await make.post({ countyCode: "141124", openings: 50, title: "𠮷家电焊工\t\"甲\\乙\"\n㛃" });
  for (let n = 0; n < 12; n += 1) {
    const person = await make.person({ age: 25 + n, name: `备份人${n}`, wish: { occupationCodes: ["6-18-02-04"] } });
    made.push({ personId: person.id, name: person.name });
    if (n < 8) expect((await acceptPost(from, seeker(person.id), { postId })).ok).toBe(true);
  }
  const certificateId = await make.certificate(made[0]!.personId);
  photoId = await storeFile(from, { personId: made[0]!.personId, certificateId, content: "k".repeat(43), mimeType: "image/jpeg", width: 10, height: 10, bytes: Uint8Array.from({ length: 5_000 }, (_, at) => at % 256) });
  expect(photoId).not.toBeNull();
  folder = join(mkdtempSync(join(tmpdir(), "jgt-backup-")), "one");
});
afterAll(async () => {
  rmSync(join(folder, ".."), { recursive: true, force: true });
  await Promise.all([from.close(), into.close()]);
});

describe("a backup", () => {
  it("holds one moment, while others go on writing", async () => {
    const before = await counts(from);
    let writing = true;
    let written = 0;
    const make = createFactory(from, 56);
    const writer = (async () => {
      while (writing) {
        await make.person({ homeCountyCode: "141124" });
        written += 1;
      }
    })();
    manifest = await takeBackup(source(), folder);
    writing = false;
    await writer;
    const rowsOf = (name: string) => manifest.tables.find((one) => one.name === name)!.rows;
    expect(rowsOf("person")).toBeGreaterThanOrEqual(before.person!);
    expect(rowsOf("person")).toBeLessThanOrEqual(before.person! + written);
    expect(rowsOf("placement_event")).toBe(before.placement_event);
    expect(manifest.tables.map(({ name }) => name)).not.toContain("login_session");
  });

  it("has no key in it and nothing personal in the clear", () => {
    const manifestText = readFileSync(join(folder, MANIFEST), "utf8");
    for (const secret of [from.env.DATA_KEY, from.env.INDEX_KEY, made[0]!.name]) expect(manifestText).not.toContain(secret);
  });

  it("is not written over, and half of one is not left", async () => {
    await expect(takeBackup({ ...source(), url: source().url.replace(/\/[^/]*$/, "/jingangtong_t_none") }, `${folder}-none`)).rejects.toThrow();
    expect([existsSync(`${folder}-none`), existsSync(`${folder}-none.partial`)]).toEqual([false, false]);
  });
});

describe("a restore", () => {
  it("refuses a damaged file, a changed manifest, another key and a backup that is not there, and touches nothing", async () => {
    const before = await counts(into);
    const damaged = `${folder}-damaged`;
    cpSync(folder, damaged, { recursive: true });
    const bytes = readFileSync(join(damaged, "person.jsonl.gz"));
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(damaged, "person.jsonl.gz"), bytes);
    await expect(restore({ folder: damaged })).rejects.toThrow("person.jsonl.gz");
    cpSync(folder, damaged, { recursive: true });
    writeFileSync(join(damaged, MANIFEST), readFileSync(join(folder, MANIFEST), "utf8").replace(`"hash": "${manifest.ledger.hash}"`, `"hash": "${"A".repeat(43)}"`));
    await expect(restore({ folder: damaged })).rejects.toThrow(MANIFEST);
    appendFileSync(join(damaged, MANIFEST), "}");
    await expect(restore({ folder: damaged })).rejects.toThrow(MANIFEST);
    await expect(restore({ dataKey: into.env.DATA_KEY })).rejects.toThrow("DATA_KEY");
    await expect(restore({ folder: `${folder}-nowhere` })).rejects.toThrow("no backup");
    expect(await counts(into)).toEqual(before);
  });

  it("killed in the middle leaves a database on which nothing starts, and which the next one fills", async () => {
    const script = `import { restoreBackup } from "#prisma/backup/restore.ts";
      await restoreBackup(${JSON.stringify({ url: urlOf(into), dataKey: from.env.DATA_KEY, folder, replace: false })}, (step, done) => { if (step.includes("Restoring") && done > 20) process.kill(process.pid, "SIGKILL"); });`;
    const child = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8" });
    expect(child.signal, child.stderr).toBe("SIGKILL");
    expect(Object.keys(await counts(into))).toContain(RESTORE_MARK);
    await expect(migrate({ url: urlOf(into) })).rejects.toThrow("restore");
    expect(await restore()).toMatchObject({ differences: [] });
  });

  it("gives the same rows in every table, the same ledger, files and search", async () => {
    await into.pool.query("DELETE FROM person_category");
    await expect(restore()).rejects.toThrow("--replace");
    const restored = await restore({ replace: true });
    expect(restored).toMatchObject({ differences: [], migrated: [], ledgerHash: manifest.ledger.hash });
    const there = await counts(into);
    for (const { name, rows } of manifest.tables) expect([name, there[name]]).toEqual([name, rows]);
    expect(Object.keys(there)).not.toContain(RESTORE_MARK);
    expect(await ledger(into)).toBe(await ledger(from));
    const post = await into.db.post.findFirstOrThrow({ where: { title: { contains: "电焊工" } } });
    expect(post.title).toBe("𠮷家电焊工\t\"甲\\乙\"\n㛃");
    const person = await into.db.person.findUniqueOrThrow({ where: { id: made[3]!.personId } });
    expect(from.crypto.decrypt("person.name", person.nameEnc)).toBe(made[3]!.name);
    const [file, original] = await Promise.all([into, from].map(({ db }) => db.privateFile.findUniqueOrThrow({ where: { id: photoId! } })));
    expect(Buffer.from(file!.dataEnc).equals(Buffer.from(original!.dataEnc))).toBe(true);
    await ensureIndexes(into);
    await rebuildIndexes(into, {});
    expect((await compareIndexes(into)).differences).toBe(0);
    expect((await recountTargets(into)).brokenChains).toBe(0);
  });

  it("of an older version is brought forward to this one, with its rows", async () => {
    const older = `${folder}-older`;
    const database = new URL(urlOf(into));
    database.pathname += "old";
    await into.pool.query("CREATE DATABASE ??", [database.pathname.slice(1)]);
    try {
      await migrate({ url: database.href, which: (name) => name <= OLD_VERSION });
      await into.pool.query(`INSERT INTO ${database.pathname.slice(1)}.outbox_event (id, event, subjectId, recordedAt) VALUES ('01K00000000000000000000009', 'post.changed', 'x', '2026-11-01 00:00:00.123')`);
      await takeBackup({ url: database.href, dataKey: from.env.DATA_KEY }, older);
    } finally {
      await into.pool.query("DROP DATABASE ??", [database.pathname.slice(1)]);
    }
    const newer = readMigrations().map(({ name }) => name).filter((name) => name > OLD_VERSION);
    expect(newer.length).toBeGreaterThan(0);
    expect(await restore({ folder: older, replace: true })).toMatchObject({ migrated: newer, differences: [] });
    expect(await into.db.outboxEvent.findMany()).toMatchObject([{ id: "01K00000000000000000000009", recordedAt: new Date("2026-11-01T00:00:00.123Z") }]);
    expect(await into.db.scheduledRun.count()).toBe(0);
  });

  it("of a newer version is refused before anything is touched", async () => {
    const newer = `${folder}-newer`;
    await into.pool.query("INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at) VALUES ('x', 'y', '29990101000000_later', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))");
    await takeBackup({ url: urlOf(into), dataKey: from.env.DATA_KEY }, newer);
    await expect(restore({ folder: newer, replace: true })).rejects.toThrow("29990101000000_later");
    expect((await counts(into)).outbox_event).toBe(1);
  });
});
