import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EmployerRow } from "#prisma/seed/generate/rows.ts";
import { insertRows, loadRows } from "#prisma/seed/starter/bulk.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let deps: TestServices;
let connection: Awaited<ReturnType<TestServices["pool"]["getConnection"]>>;
beforeAll(async () => {
  deps = await openTestServices();
  connection = await deps.pool.getConnection();
});
afterAll(async () => {
  connection.release();
  await deps.close();
});

const AWKWARD = ["制表\t符", "换行\n和回车\r", "反斜杠\\N 与 \\t", "引号\"'`", "，、（演示）𠮷😀", "", "\\N"];

function employer(id: string, name: string, creditCode: string | null = null): EmployerRow {
  return {
    id: id.padStart(26, "0"), name, creditCode, kind: "OWN_RECRUITING", status: "PENDING", regionCode: null, industry: null, sizeLabel: null, phoneEnc: null,
    verifiedAt: null, verifiedBy: null, reverifyBy: "2027-01-31", madeUp: 1, source: "test", sourceRef: null, recordedAt: "2026-11-23 01:02:03.456",
  };
}

describe.each([["LOAD DATA LOCAL", loadRows], ["multi-row INSERT", insertRows]] as const)("bulk writing by %s", (name, write) => {
  const letter = name[0]!;

  it("brings every character, NULL, day and instant through unchanged", async () => {
    const rows = AWKWARD.map((text, i) => employer(`${letter}${i}`, text));
    await write(connection, "employer", rows);
    const stored = await deps.db.employer.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, orderBy: { id: "asc" } });
    expect(stored.map((row) => row.name)).toEqual(AWKWARD);
    expect(stored[0]).toMatchObject({ creditCode: null, regionCode: null, madeUp: true, reverifyBy: new Date("2027-01-31"), recordedAt: new Date("2026-11-23T01:02:03.456Z") });
  });

  it("throws rather than leaving out a row that the database refuses", async () => {
    const code = `${letter}00000000000000001`;
    await expect(write(connection, "employer", [employer(`${letter}A`, "甲", code), employer(`${letter}B`, "乙", code)])).rejects.toThrow(/Duplicate/);
    const broken = { ...employer(`${letter}C`, "丙"), status: "NO SUCH STATUS" as "PENDING" };
    await expect(write(connection, "employer", [broken])).rejects.toThrow(/status/);
  });
});
