import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRecords, findDelimiter } from "./csv-records.ts";

function read(text: string, pieces = [text], delimiter = ",") {
  const records = new CsvRecords(delimiter);
  return [...pieces.flatMap((piece) => records.push(piece)), ...records.end()];
}

describe("records of a CSV text", () => {
  it("carry the line where a person sees them begin, also after quoted line ends and blank lines", () => {
    expect(read('a,b\n"x\ny\nz",2\n\n\nlast,3\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x\ny\nz", "2"] },
      { line: 7, cells: ["last", "3"] },
    ]);
  });

  it("may end their lines in any of three ways", () => {
    expect(read("a,b\r\nc,d\re,f\n").map((row) => [row.line, ...row.cells])).toEqual([[1, "a", "b"], [2, "c", "d"], [3, "e", "f"]]);
  });

  it("keep commas, doubled quotes and quotes inside words", () => {
    expect(read('"a,b","say ""hi""",5" pipe,""\n')[0]!.cells).toEqual(["a,b", 'say "hi"', '5" pipe', ""]);
  });

  it("lose only the line on which a quote was left open", () => {
    const rows = read('a,b\n1,"open\n2,fine\n3,"also fine"\n');
    expect(rows.map((row) => [row.line, row.damage])).toEqual([[1, undefined], [2, "unclosed-quote"], [3, undefined], [4, undefined]]);
    expect(rows[2]!.cells).toEqual(["2", "fine"]);
  });

  it("lose only that line also when no quote follows at all", () => {
    const rows = read('a,b\n1,"open\n2,fine\n');
    expect(rows.map((row) => [row.line, row.damage])).toEqual([[1, undefined], [2, "unclosed-quote"], [3, undefined]]);
  });

  it("say when the file stops in the middle of a row", () => {
    expect(read("a,b\n1,2\n3")[2]).toEqual({ line: 3, cells: ["3"], damage: "cut-row" });
  });

  it("are the same wherever the text is cut into chunks", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "本", ",", '"', "\n", "\r", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), fc.array(fc.nat(200)), (rows, cuts) => {
        const text = rows.map((cells) => `${cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")}\n`).join("");
        const pieces: string[] = [];
        let from = 0;
        for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
          pieces.push(text.slice(from, Math.max(from, Math.min(cut, text.length))));
          from = Math.max(from, Math.min(cut, text.length));
        }
        expect(read(text, pieces).map((row) => row.cells)).toEqual(rows);
        expect(read(text, pieces)).toEqual(read(text));
      }),
    );
  });
});

describe("the separator", () => {
  it.each([["a,b,c", ","], ["a;b;c,d", ";"], ["a\tb\tc", "\t"], ['"a,b,c";d;e', ";"], ["only", ","]] as const)("of %j is %j", (line, delimiter) => {
    expect(findDelimiter(`\n${line}\n1`)).toBe(delimiter);
  });
});
