import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { addDays } from "#app/domain/dates.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { must } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let folder = "";

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-26T02:00:00Z") });
  folder = await mkdtemp(join(tmpdir(), "import-bulk-"));
  await createFactory(services, 93).reference();
});
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const table of ["certificate", "person", "household", "outbox_event", "import_run"]) await services.pool.query(`DELETE FROM ${table}`);
});

const HEAD = "户编号,姓名,身份证号,手机号,区县,人员类别,技能特长,意向岗位,期望薪资,备注\n";
const idOf = (seq: number) => makeResidentId(MADE_UP_ID_REGION, addDays("1970-01-01", seq % 9_000), Math.floor(seq / 9_000), seq % 2 === 0 ? "F" : "M");
const line = (seq: number, { name = "测试甲", wage = "3000" } = {}) => `H${Math.floor(seq / 3)},${name},${idOf(seq)},1380${String(seq).padStart(7, "0")},临县,脱贫户,木工,保洁,${wage},${"这一格没有人读，只为长".repeat(3)}\n`;
const roster = async (name: string, rows: readonly string[]) => {
  const path = join(folder, name);
  await writeFile(path, HEAD + rows.join(""));
  return path;
};
async function run(path: string, more: Record<string, unknown> = {}): Promise<ImportSummary> {
  return must(await importPersons(services, systemActor("test"), { path, source: "bulk", rejectsPath: `${path}.${Math.random()}.rejects.csv`, ...more }));
}
const count = async (sql: string) => Number((await services.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${sql}`))[0][0]!.n);

describe("a long roster", () => {
  it("read in a thread of its own and loaded in bulk says of every row what a short one says, and is whole", async () => {
    const rows = Array.from({ length: 9_000 }, (_, seq) => (seq % 100 === 7 ? line(seq, { name: "" }) : seq % 100 === 8 ? line(seq - 1, { name: "另一个" }) : line(seq)));
    const path = await roster("long.csv", rows);
    expect((await stat(path)).size).toBeGreaterThan(1 << 20);
    const done = await run(path);
    // without a name it is refused; the row after it holds that number under a name, which then is the first
    expect(done).toMatchObject({ rows: 9_000, imported: 8_910, updated: 0, rejected: 90, rejectReasons: { "name-missing": 90 } });
    expect(done.firstBadRows.map((one) => one.line)).toEqual(Array.from({ length: 20 }, (_, nth) => nth * 100 + 9));
    const rejects = (await readFile(done.rejectsFile!, "utf8")).trim().split("\r\n");
    expect(rejects).toHaveLength(91);
    expect([await count("person"), await count("wish"), await count("person_category"), await count("outbox_event"), await count("household")]).toEqual([8_910, 8_910, 8_910, 8_910, 3_000]);
    const [[one]] = await services.pool.query<RowDataPacket[]>("SELECT nameEnc, idNumberEnc, phoneEnc, phoneIndex, idNumberMasked FROM person WHERE idNumberIndex = ?", [services.crypto.blindIndex("person.idNumber", idOf(4_242))]);
    expect([services.crypto.decrypt("person.name", one!.nameEnc as string), services.crypto.decrypt("person.idNumber", one!.idNumberEnc as string), services.crypto.decrypt("person.phone", one!.phoneEnc as string)]).toEqual(["测试甲", idOf(4_242), "13800004242"]);
    expect(one!.phoneIndex).toBe(services.crypto.blindIndex("person.phone", "13800004242"));
    expect(await run(path)).toMatchObject({ imported: 0, updated: 0, unchanged: 8_910, rejected: 90 });
    expect(await count("outbox_event")).toBe(8_910);
  });

  it("twice at the same time makes one person of each, and one piece of news", async () => {
    const path = await roster("race.csv", Array.from({ length: 600 }, (_, seq) => line(20_000 + seq)));
    const both = await Promise.all([run(path, { batchSize: 200 }), run(path, { batchSize: 200 })]);
    expect(both[0].imported + both[1].imported).toBe(600);
    expect(both.every((one) => one.rows === 600 && one.rejected === 0)).toBe(true);
    expect([await count("person"), await count("outbox_event"), await count("wish")]).toEqual([600, 600, 600]);
    const [[twice]] = await services.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM (SELECT idNumberIndex FROM person GROUP BY idNumberIndex HAVING COUNT(*) > 1) AS t");
    expect(Number(twice!.n)).toBe(0);
  });

  it("with a row that the database refuses loses that row alone, and says which", async () => {
    await services.pool.query("ALTER TABLE wish ADD CONSTRAINT not_this CHECK (minWageFen <> 777700)");
    try {
      const path = await roster("refused.csv", Array.from({ length: 400 }, (_, seq) => line(40_000 + seq, seq === 123 ? { wage: "7777" } : {})));
      const done = await run(path);
      expect(done).toMatchObject({ rows: 400, imported: 399, rejected: 1, rejectReasons: { "not-stored": 1 } });
      expect(done.firstBadRows.map((one) => one.line)).toEqual([125]);
      expect([await count("person"), await count("wish"), await count("outbox_event")]).toEqual([399, 399, 399]);
    } finally {
      await services.pool.query("ALTER TABLE wish DROP CONSTRAINT not_this");
    }
  });

  it("that is stopped leaves whole batches, and goes on where it was", async () => {
    const path = await roster("stopped.csv", Array.from({ length: 3_000 }, (_, seq) => line(seq)));
    const stop = new AbortController();
    const first = await run(path, { batchSize: 500, signal: stop.signal, onProgress: ({ rows: done }: { rows: number }) => done >= 1_000 && stop.abort() });
    expect(first.stopped).toBe(true);
    const there = await count("person");
    expect(there).toBe(first.imported);
    expect(there).toBeGreaterThanOrEqual(1_000);
    expect(there).toBeLessThan(3_000);
    expect([await count("wish"), await count("outbox_event")]).toEqual([there, there]);
    const [[recorded]] = await services.pool.query<RowDataPacket[]>("SELECT imported FROM import_run");
    expect(Number(recorded!.imported)).toBe(there);
    expect(await run(path)).toMatchObject({ unchanged: there, imported: 3_000 - there });
    expect(await count("person")).toBe(3_000);
  });
});
