import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activateKey, announceKey, finishMaster, wrapForNext } from "#app/data/keys/generations.server.ts";
import { SEALED_TABLES } from "#app/data/keys/sealed-columns.ts";
import { countPlainWords, sweepAll } from "#app/data/keys/sweep.server.ts";
import { openCapacity, openCategories, openHelp } from "#app/data/person-status.ts";
import { findPersonByIdNumber, insertPerson, phoneColumns } from "#app/data/persons.server.ts";
import { must } from "#app/domain/result.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { rotateKeys } from "#app/usecases/keys/rotate-keys.server.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { systemActor } from "#app/platform/actor.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { insertRows } from "#prisma/seed/starter/bulk.ts";
import { toPersonRow } from "#prisma/seed/starter/encode.ts";
import { createFactory } from "#tests/factories/index.ts";
import { plantSealedRows } from "#tests/factories/sealed-rows.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const PEOPLE = 6_000;
const RELOAD = "0.1";
const ANNOUNCE = 0.4;

let services: TestServices;
let old: Deps;
/** two more processes of the product, in so far as keys go */
let web: Deps;
let workers: Deps;
const opened: Deps[] = [];
const people: { id: string; idNumber: string; name: string }[] = [];
const phoneOf = new Map<string, string>();
const idOf = (n: number) => makeResidentId(MADE_UP_ID_REGION, `19${70 + (Math.floor(n / 240) % 30)}-0${1 + (Math.floor(n / 7_200) % 9)}-15`, n % 240, "M");

async function open(more: Record<string, string> = {}): Promise<Deps> {
  const deps = await createDeps({ ...services.source, KEY_RELOAD_SECONDS: RELOAD, ...more }, { process: "test" });
  opened.push(deps);
  return deps;
}

const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0].map((row) => ({ ...row }));
const ring = () => rows("SELECT CONCAT(keyUse, ' ', generation, ' ', algorithm, ' ', state) AS line FROM data_key ORDER BY keyUse, generation").then((all) => all.map(({ line }) => line as string));

/** Every encrypted and index column as the database itself knows them, with what its values begin with. */
async function headsInUse(): Promise<Record<string, string[]>> {
  const heads: Record<string, string[]> = {};
  for (const { t, c, type } of await rows("SELECT TABLE_NAME AS t, COLUMN_NAME AS c, DATA_TYPE AS type FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND (COLUMN_NAME LIKE '%Enc' OR COLUMN_NAME LIKE '%Index' OR COLUMN_NAME = 'contentKey')")) {
    const head = /blob|binary/.test(String(type)) ? "HEX(LEFT(??, 6))" : String(c).endsWith("Enc") ? "LEFT(??, 6)" : "IF(LOCATE('.', ??) > 0, LEFT(??, LOCATE('.', ??)), '-')";
    const found = await rows(`SELECT DISTINCT ${head} AS head FROM ?? WHERE ?? IS NOT NULL AND ?? <> ''`, [...Array<unknown>(head.split("??").length - 1).fill(c), t, c, c]);
    if (found.length > 0) heads[`${String(t)}.${String(c)}`] = [...new Set(found.map((row) => String(row.head).replace(/^(v1\.|01).*/, "$1")))].sort();
  }
  return heads;
}

beforeAll(async () => {
  services = await openTestServices();
  await createFactory(services).reference();
  // as a database is that was filled before there were generations
  await services.pool.query("DELETE FROM data_key");
  await createFactory(services).employer({});
  [old, web, workers] = [await open(), await open(), await open()];
  const made = Array.from({ length: PEOPLE }, (_, n) => {
    const person = { id: services.newId(), idNumber: idOf(n), name: `赵${n}` };
    people.push(person);
    phoneOf.set(person.id, `138${String(n).padStart(8, "0")}`);
    const draft = { ...person, sex: "M", birthDate: "1980-01-15", education: "JUNIOR", labourCapacity: "FULL", canLeave: true, experienceMonths: 0, registeredOn: "2026-01-01" };
    return toPersonRow(old.crypto, draft as never, { homeRegionCode: "141124", homeCountyCode: "141124", householdId: null, idNumber: person.idNumber, phone: phoneOf.get(person.id)! });
  });
  for (let at = 0; at < PEOPLE; at += 1_000) await insertRows(services.pool, "person", made.slice(at, at + 1_000));
  await plantSealedRows(old, (table, column) => `${table}.${column}`, SEALED_TABLES.filter(({ table }) => table !== "person" && table !== "employer"), {
    private_file: { personId: people[1]!.id, certificateId: await createFactory(services).certificate(people[1]!.id) },
  });
});
afterAll(async () => {
  for (const deps of opened) await deps.close();
  await services?.close();
});

describe("the list of encrypted columns", () => {
  it("names every column that holds ciphertext or a blind index, and no other", async () => {
    const found = await rows(
      `SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
          AND (COLUMN_NAME LIKE '%Enc' OR COLUMN_NAME LIKE '%Index' OR COLUMN_NAME = 'contentKey' OR DATA_TYPE LIKE '%blob' OR DATA_TYPE LIKE '%binary')`);
    const listed = SEALED_TABLES.flatMap(({ table, text, flags = {}, bytes = {}, indexes = {} }) => [text, flags, bytes, indexes].flatMap((part) => Object.keys(part).map((column) => `${table}.${column}`)));
    // the picture a labour brand is known by is public
    expect([...listed, "brand_mark.data"].sort()).toEqual(found.map(({ name }) => name as string).sort());
  });
});

describe("npm run rotate-keys", () => {
  it("is found by nobody: people read, are found, change and register while it runs, is killed and goes on", async () => {
    expect(await ring()).toEqual(["DATA 0 aes ACTIVE", "INDEX 0 sha256 ACTIVE"]);
    expect(new Set(Object.values(await headsInUse()).flat())).toEqual(new Set(["v1.", "-", "01"]));
    const stop = { now: false };
    const done = { reads: 0, writes: 0, registered: 0, refused: 0, codes: 0 };
    const pick = () => people[Math.floor(Math.random() * people.length)]!;
    const reader = async (deps: Deps) => {
      for (; !stop.now; done.reads += 1) {
        const who = pick();
        const found = await findPersonByIdNumber(deps, who.idNumber);
        if (!found || found.id !== who.id) throw new Error(`${who.idNumber} was not found`);
        expect(deps.crypto.decrypt("person.name", found.nameEnc)).toBe(who.name);
        expect(deps.crypto.decrypt("person.idNumber", found.idNumberEnc)).toBe(who.idNumber);
      }
    };
    const writer = async (deps: Deps, mine: number) => {
      for (let n = 0; !stop.now; n += 1, done.writes += 1) {
        const who = people[(Math.floor(Math.random() * (PEOPLE / 2)) * 2 + mine) % PEOPLE]!;
        const phone = `139${mine}${String(n).padStart(7, "0")}`;
        await deps.db.person.update({ where: { id: who.id }, data: phoneColumns(deps, phone) });
        phoneOf.set(who.id, phone);
      }
    };
    let next = PEOPLE;
    const registrar = async () => {
      for (; !stop.now; await sleep(5)) {
        const n = (next += 1);
        const newcomer = { name: `钱${n}`, idNumber: idOf(n), birthDate: "1980-01-15", sex: "M" as const, phone: null, education: "JUNIOR" as const, homeRegionCode: "141124", source: "self" };
        // two processes enter the same person at the same moment: one of them is refused, whichever key each writes with
        const both = await Promise.allSettled([web, workers].map((deps) => deps.db.$transaction((tx) => insertPerson(deps, tx, newcomer))));
        const [made, ...more] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
        if (made === undefined || more.length > 0) throw new Error(`${newcomer.idNumber} was entered ${made === undefined ? 0 : 2} times: ${both.map((one) => String((one as { reason?: unknown }).reason)).join(" ")}`);
        for (const one of both) if (one.status === "rejected" && !isUniqueViolation(one.reason)) throw one.reason;
        people.push({ id: made, idNumber: newcomer.idNumber, name: newcomer.name });
        done.registered += 1;
        // somebody on record is never entered again
        const again = web.db.$transaction((tx) => insertPerson(web, tx, { ...newcomer, idNumber: pick().idNumber }));
        await expect(again).rejects.toSatisfy(isUniqueViolation);
        done.refused += 1;
      }
    };
    const hammer = Promise.all([reader(web), reader(workers), writer(web, 0), writer(workers, 1), registrar()]);
    hammer.catch(() => (stop.now = true));

    const child = spawn(process.execPath, ["--import", "tsx", "scripts/rotate-keys.ts", "--json", "--index", "--announce-seconds", String(ANNOUNCE)], { env: { ...process.env, ...services.source, KEY_RELOAD_SECONDS: RELOAD }, stdio: "ignore" });
    const gone = new Promise((resolve) => child.once("exit", resolve));
    const renewed = async () => Number((await rows("SELECT COUNT(*) AS n FROM person WHERE nameEnc LIKE 'v2.%' AND source <> 'self'"))[0]!.n);
    while (!stop.now && (await renewed()) < 500 && child.exitCode === null) await sleep(2);
    child.kill("SIGKILL");
    await gone;
    // whoever was hindered says by what
    if (stop.now) await hammer;
    const halfway = await renewed();
    expect(halfway).toBeGreaterThan(0);
    expect(halfway).toBeLessThan(PEOPLE);
    expect(await ring()).toEqual(["DATA 0 aes RETIRING", "DATA 1 aes ACTIVE", "INDEX 0 sha256 RETIRING", "INDEX 1 sha256 ACTIVE"]);

    const rotated = await rotateKeys(workers, { cipher: "aes", index: false, announceSeconds: ANNOUNCE });
    stop.now = true;
    await hammer;
    expect(rotated).toMatchObject({ ok: true, value: { resumed: true, data: { generation: 1 }, index: { generation: 1 }, retired: ["DATA 0", "INDEX 0"], kept: {}, conflicts: 0 } });
    expect(Math.min(...[done.reads, done.writes, done.registered].map((n) => n))).toBeGreaterThan(10);
    expect(await ring()).toEqual(["DATA 0 aes RETIRED", "DATA 1 aes ACTIVE", "INDEX 0 sha256 RETIRED", "INDEX 1 sha256 ACTIVE"]);
    expect(new Set(Object.values(await headsInUse()).flat())).toEqual(new Set(["v2.1.a", "1.", "020000000161"]));
  });

  it("loses nothing: every text of every column is what it was, and everybody is found under the new index alone", async () => {
    const late = await open();
    expect(late.keys.view.index.filter(({ state }) => state !== "RETIRED").map(({ generation }) => generation)).toEqual([1]);
    const stored = await late.db.person.findMany({ select: { id: true, nameEnc: true, idNumberEnc: true, idNumberIndex: true, phoneEnc: true, phoneIndex: true } });
    const byId = new Map(stored.map((row) => [row.id, row]));
    expect(stored).toHaveLength(people.length);
    for (const { id, idNumber, name } of people) {
      const row = byId.get(id)!;
      const phone = phoneOf.get(id) ?? null;
      const seen = [late.crypto.decrypt("person.name", row.nameEnc), late.crypto.decrypt("person.idNumber", row.idNumberEnc), row.phoneEnc && late.crypto.decrypt("person.phone", row.phoneEnc), row.idNumberIndex, row.phoneIndex];
      expect(seen).toEqual([name, idNumber, phone, late.crypto.blindIndex("person.idNumber", idNumber), phone && late.crypto.blindIndex("person.phone", phone)]);
    }
    await expectPlanted(late);
  });

  it("seals the words of cases that were kept in the open before, and takes them out of there", async () => {
    for (const table of ["care_case", "watch_case", "watch_step"]) await services.pool.query("UPDATE ?? SET note = ?, noteEnc = NULL", [table, `${table}.noteEnc`]);
    const swept = await sweepAll(workers, () => undefined);
    expect(swept.filter(({ stale }) => stale > 0).map(({ table, stale }) => [table, stale])).toEqual([["care_case", 1], ["watch_case", 1], ["watch_step", 1]]);
    for (const table of ["care_case", "watch_case", "watch_step"]) expect(await rows("SELECT COUNT(*) AS n, SUM(note IS NULL) AS moved, SUM(noteEnc IS NOT NULL) AS sealed FROM ??", [table])).toEqual([{ n: 1, moved: 1, sealed: 1 }]);
    await expectPlanted(await open());
  });

  it("seals the categories, capacities and orders of help that were kept in the open before; until then they are read from there", async () => {
    const personId = people[0]!.id;
    await services.pool.query("UPDATE person SET labourCapacity = 'HALF', labourCapacityEnc = NULL");
    for (const kind of ["DISABLED", "POVERTY_LIFTED"]) await services.pool.query("INSERT INTO person_category SET ?", [{ id: services.newId(), personId, kind, validFrom: "2020-01-01", source: "older", recordedAt: "2020-01-01 00:00:00" }]);
    for (const table of ["training_enrolment", "training_event"]) await services.pool.query("UPDATE ?? SET help = 'MONITORED', helpEnc = NULL", [table]);
    await services.pool.query("UPDATE roster SET category = 'RELOCATED', categoryEnc = NULL");
    const read = async () => {
      const one = await web.db.person.findUniqueOrThrow({ where: { id: personId }, include: { categories: true } });
      const [enrolment, event] = [await web.db.trainingEnrolment.findFirstOrThrow(), await web.db.trainingEvent.findFirstOrThrow()];
      return { capacity: openCapacity(web, personId, one), categories: openCategories(web, one.categories), helps: [openHelp(web, enrolment.id, enrolment), openHelp(web, event.id, event)] };
    };
    const before = await read();
    expect(await countPlainWords(web)).toMatchObject({ "person.labourCapacity": people.length, "person_category.kind": 2, "training_event.help": 1, "roster.category": 1 });
    expect(before).toEqual({ capacity: "HALF", categories: ["POVERTY_LIFTED", "DISABLED"], helps: ["MONITORED", "MONITORED"] });
    await sweepAll(workers, () => undefined);
    expect(await read()).toEqual(before);
    for (const [table, plain, sealed] of [["person", "labourCapacity", "labourCapacityEnc"], ["person_category", "kind", "kindEnc"], ["training_enrolment", "help", "helpEnc"], ["training_event", "help", "helpEnc"], ["roster", "category", "categoryEnc"]]) {
      expect(await rows("SELECT SUM(?? IS NOT NULL) AS plain, SUM(?? IS NULL) AS missing FROM ??", [plain, sealed, table]), table).toEqual([{ plain: 0, missing: 0 }]);
    }
    expect((await sweepAll(workers, () => undefined)).every(({ stale }) => stale === 0)).toBe(true);
    expect(await countPlainWords(web)).toEqual({});
  });

  it("goes over to SM4-GCM and HMAC-SM3 and back, and opens what was written meanwhile", async () => {
    for (const [cipher, letter, generation] of [["sm4", "s", 2], ["aes", "a", 3]] as const) {
      const rotated = await rotateKeys(workers, { cipher, index: true, announceSeconds: ANNOUNCE });
      expect(rotated).toMatchObject({ ok: true, value: { resumed: false, data: { generation, algorithm: cipher }, index: { generation, algorithm: cipher === "sm4" ? "sm3" : "sha256" }, kept: {} } });
      const heads = await headsInUse();
      expect(heads["person.nameEnc"]).toEqual([`v2.${generation}.${letter}`]);
      expect(heads["person.idNumberIndex"]).toEqual([`${generation}.`]);
      expect((await findPersonByIdNumber(web, people[7]!.idNumber))?.id).toBe(people[7]!.id);
      await expectPlanted(await open());
    }
  });

  it("keeps asking for an index whose plain text is not kept, and lets it go once nothing has it", async () => {
    const [who] = people;
    await services.pool.query("UPDATE person SET idNumberEnc = ?, deletedAt = NOW() WHERE id = ?", [web.crypto.encrypt("person.idNumber", ""), who!.id]);
    const rotated = await rotateKeys(workers, { cipher: "aes", index: true, announceSeconds: ANNOUNCE });
    expect(rotated).toMatchObject({ ok: true, value: { kept: { "person.idNumberIndex": 1 }, retired: ["DATA 3"] } });
    await web.keys.reload();
    // somebody who withdrew and comes back is the same person again
    expect(await web.db.$transaction((tx) => insertPerson(web, tx, { name: who!.name, idNumber: who!.idNumber, birthDate: "1980-01-15", sex: "M", phone: null, education: "JUNIOR", homeRegionCode: "141124", source: "self" }))).toBe(who!.id);
    expect(await rotateKeys(workers, { cipher: "aes", index: false, announceSeconds: ANNOUNCE })).toMatchObject({ ok: true, value: { kept: {}, retired: ["DATA 4", "INDEX 3"] } });
    await web.keys.reload();
  });

  it("a roster that comes in while the index is changed finds people and households in either form, and enters nobody twice", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rotate-keys-"));
    const roster = async (name: string, numbers: readonly string[]) => {
      const path = join(folder, name);
      await writeFile(path, ["姓名,身份证号,手机号,区划代码,户编号", ...numbers.map((n, at) => `赵名册,${n},1370000${String(at).padStart(4, "0")},141124,H-${at % 2}`)].join("\n"));
      const { imported, updated, unchanged, rejected } = must(await importPersons(workers, systemActor("test"), { path, source: "roster" }));
      return { imported, known: updated + unchanged, rejected };
    };
    const households = async () => Number((await rows("SELECT COUNT(*) AS n FROM household WHERE numberEnc IS NOT NULL"))[0]!.n);
    const [first, second, third] = [0, 1, 2].map((n) => idOf(7_100 + n)) as [string, string, string];
    const before = await households();
    expect(await roster("before.csv", [first])).toEqual({ imported: 1, known: 0, rejected: 0 });
    const generation = await announceKey(workers, "INDEX", "sha256");
    await workers.keys.reload();
    expect(await roster("announced.csv", [first, second])).toEqual({ imported: 1, known: 1, rejected: 0 });
    await activateKey(workers, "INDEX", generation);
    await workers.keys.reload();
    expect(await roster("active.csv", [first, second, third])).toEqual({ imported: 1, known: 2, rejected: 0 });
    expect(await households()).toBe(before + 2);
    expect(await rotateKeys(workers, { cipher: "aes", index: true, announceSeconds: ANNOUNCE })).toMatchObject({ ok: true, value: { resumed: true, kept: {}, conflicts: 0 } });
    expect(await roster("after.csv", [first, second, third])).toEqual({ imported: 0, known: 3, rejected: 0 });
    expect(await households()).toBe(before + 2);
    await rm(folder, { recursive: true, force: true });
  });

  it("a new master key wraps the data keys anew and touches no row; until it is finished both open, afterwards the old one nothing", async () => {
    const next = randomBytes(32).toString("base64");
    const before = await rows("SELECT id, nameEnc FROM person ORDER BY id LIMIT 50");
    await wrapForNext(services, "DATA", next);
    const [withOld, withNew] = [await open(), await open({ DATA_KEY: next })];
    for (const deps of [withOld, withNew]) expect(deps.crypto.decrypt("person.name", before[0]!.nameEnc as string)).toMatch(/^[赵钱]/);
    expect(await rotateKeys(withOld, { cipher: "aes", index: false, announceSeconds: 0 })).toMatchObject({ ok: false, problems: [{ code: "master-change-unfinished" }] });
    expect((await finishMaster(withNew)).waiting).toBe(false);
    await expect(open()).rejects.toThrow(/DATA_KEY.*does not open the keys of this database/s);
    expect((await open({ DATA_KEY: next })).crypto.decrypt("person.name", before[0]!.nameEnc as string)).toMatch(/^[赵钱]/);
    expect(await rows("SELECT id, nameEnc FROM person ORDER BY id LIMIT 50")).toEqual(before);
  });

  it("an announced key is not written before it is active, and a database that holds nobody begins with generation 1", async () => {
    const fresh = await openTestServices();
    try {
      expect(fresh.crypto.encrypt("person.name", "x")).toMatch(/^v2\.1\.a\./);
      await announceKey(fresh, "DATA", "sm4");
      await fresh.keys.reload();
      expect(fresh.crypto.encrypt("person.name", "x")).toMatch(/^v2\.1\.a\./);
    } finally {
      await fresh.close();
    }
  });
});

async function expectPlanted(deps: Deps): Promise<void> {
  for (const { table, text, bytes = {} } of SEALED_TABLES.filter(({ table }) => table !== "person" && table !== "employer")) {
    for (const row of await rows("SELECT * FROM ??", [table])) {
      for (const [column, field] of Object.entries(text)) expect(deps.crypto.decrypt(field, row[column] as string)).toBe(`${table}.${column}`);
      for (const [column, { field, of }] of Object.entries(bytes)) expect(Buffer.from(deps.crypto.decryptBytes(field, of(row), row[column] as Buffer)).toString()).toBe(`${table}.${column}`);
    }
  }
}
