import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTable } from "#app/platform/tables/open-table.server.ts";
import { neutralise, withoutApostrophe } from "#app/platform/tables/rejects.server.ts";
import { TableError, type TableRow } from "#app/platform/tables/table.ts";
import { csvText } from "#app/ui/csv.ts";
import { ATTACKS, damaged, FORMS, word } from "#tests/fuzz/files.ts";
import { hostileText } from "#tests/fuzz/hostile.ts";
import { fuzzSeed } from "#tests/fuzz/seed.ts";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "fuzz-tables-"))));
afterAll(() => rm(folder, { recursive: true }));

/** What can be read of a file, and the fault that ended it; anything but a TableError is thrown on. */
async function readAll(bytes: Uint8Array): Promise<{ rows: TableRow[]; header: string[]; fault: string | null }> {
  const path = join(folder, "file");
  await writeFile(path, bytes);
  const rows: TableRow[] = [];
  let header: string[] = [];
  try {
    const table = await openTable(path);
    header = table.header;
    for await (const row of table.rows) rows.push(row);
    return { rows, header, fault: null };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { rows, header, fault: error.fault };
  }
}

const seed = fuzzSeed();
const HEAD = ["姓名", "岗位", "说明"];
const tables = fc.array(fc.tuple(fc.constantFrom("甲", "乙丙"), word, word), { minLength: 1, maxLength: 6 });
const plain = (cells: readonly string[]) => cells.map((one) => one.replace(/\r\n?/g, "\n").trim());

describe("a table", () => {
  it.each(Object.entries(FORMS))("written as %s is read as it was, row for row", async (form, write) => {
    await fc.assert(fc.asyncProperty(tables, async (rows) => {
      const { rows: read, header, fault } = await readAll(write([HEAD, ...rows]));
      expect({ header, fault, damage: read.filter((row) => row.damage) }).toEqual({ header: HEAD, fault: null, damage: [] });
      expect(read.map(({ cells }) => plain(cells)), form).toEqual(rows.map(plain));
    }), { seed, numRuns: 12, endOnFailure: true });
  });

  it.each(Object.entries(FORMS))("written as %s and damaged on its way is read or refused, never more", async (_form, write) => {
    await fc.assert(fc.asyncProperty(damaged(tables.map((rows) => write([HEAD, ...rows]))), async (bytes) => {
      const { rows, header } = await readAll(bytes);
      for (const row of rows) expect(row.damage !== undefined || row.cells.length >= header.length).toBe(true);
    }), { seed, numRuns: 25, endOnFailure: true });
  });

  it("that is nothing but noise is refused or read, never more", async () => {
    const begun = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0x1f, 0x8b, 8, 0], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]);
    await fc.assert(fc.asyncProperty(fc.tuple(begun, fc.uint8Array({ maxLength: 400 })), async ([start, noise]) => void (await readAll(Uint8Array.from([...start, ...noise])))), { seed, numRuns: 100, endOnFailure: true });
  });

  it.each(ATTACKS)("made to take the reader down with %s costs next to nothing", async (_name, file, fault, rows) => {
    const read = await readAll(file());
    expect([read.fault, read.rows.length]).toEqual([fault, rows]);
  });
});

describe("what is written for a spreadsheet", () => {
  const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

  it("begins no cell as a formula, and the rejects come back as they were", () => {
    fc.assert(fc.property(hostileText, (text) => {
      expect(neutralise(text)).not.toMatch(FORMULA);
      expect(withoutApostrophe(neutralise(text))).toBe(withoutApostrophe(text));
    }), { seed, numRuns: 300, endOnFailure: true });
  });

  it("begins no cell of a download as a formula", () => {
    fc.assert(fc.property(fc.oneof(word, hostileText.filter((text) => text.length < 1_000)), (text) => {
      const cell = csvText([["名"], [text]]).slice("\ufeff名\r\n".length, -2);
      expect(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).not.toMatch(FORMULA);
    }), { seed, numRuns: 300, endOnFailure: true });
  });
});
