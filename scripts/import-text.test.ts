import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILE_FAULTS } from "#app/domain/import/reasons.ts";
import { emptyTally } from "#app/domain/import/tally.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { describeImport, describeRefusal } from "./import-text.ts";

const summary: ImportSummary = {
  runId: "r", kind: "posts", source: "s", fileName: "f.csv", format: "csv", encoding: "utf-8", rows: 1_200, imported: 1_000, updated: 0, unchanged: 0, rejected: 200, noted: 3,
  blocked: 2, differing: 0, differences: {}, rejectReasons: { "place-missing": 200 }, noteReasons: { "wage-implausible": 3 }, columnsUsed: {}, columnsUnknown: ["序号"],
  understood: {
    wage: { ...emptyTally(), understood: 990, ways: { MONTH: 980, NEGOTIABLE: 10 }, saidNothing: 200, notUnderstood: 10, reasons: { "wage-implausible": 10 } },
    place: { ...emptyTally(), understood: 1_000, saidNothing: 200 }, education: { ...emptyTally(), noColumn: 1_200 },
  },
  firstBadRows: [{ line: 7, columns: ["城市 city"], reasons: ["place-missing"] }], rejectsFile: "f.csv.rejects.csv", notesFile: null, brokenAt: { line: 90, fault: "cut" },
  stopped: false, seconds: 1, rowsPerSecond: 1_200,
};

describe("the words of an import", () => {
  const text = describeImport(summary);

  it("give the share of rows that say something, and of all rows, never rounded up", () => {
    expect(text).toContain("工资 wage: 99.00% 已理解 of the rows that say something, 82.50% of all rows");
    expect(text).toContain("地点 place: 100.00% 已理解 of the rows that say something, 83.33% of all rows");
    expect(text).toContain("学历 education: — 已理解 of the rows that say something, 0.00% of all rows");
  });

  it("name each bad row's line, column and reason in both languages", () => {
    expect(text).toContain("第7行 line 7, 城市 city: 没有写工作地点 no place of work is given");
  });

  it("say where a file broke off, and that a roster's rejects are personal", () => {
    expect(text).toContain("the file is damaged at line 90");
    expect(text).not.toContain("holds personal data");
    expect(describeImport({ ...summary, kind: "workers" })).toContain("holds personal data");
  });

  it("say why nothing was imported, for every fault a file can have", () => {
    for (const fault of Object.keys(FILE_FAULTS)) expect(describeRefusal({ code: `import-file-${fault}` })).not.toContain("import-file");
    const sources = ["imports", "occupations"].flatMap((folder) => readdirSync(`app/usecases/${folder}`).map((name) => readFileSync(`app/usecases/${folder}/${name}`, "utf8")));
    const codes = [...new Set(sources.flatMap((text) => [...text.matchAll(/refuse\("([a-z]+(?:-[a-z]+)+)"/g)].map((match) => match[1]!)))];
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => describeRefusal({ code }).includes(code))).toEqual([]);
    expect(describeRefusal({ code: "import-file-columns-missing", params: { columns: "岗位名称 title" } })).toContain("岗位名称 title");
  });
});
