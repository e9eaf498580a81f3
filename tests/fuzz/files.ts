import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { columnName, sheetOf, sheetXml, workbookParts, zipOf } from "./zip.ts";

let pairs: Map<string, readonly [number, number]> | null = null;

/** The two bytes of each character that GBK has. */
function gbkPairs(): Map<string, readonly [number, number]> {
  if (pairs) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? "" : decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd") pairs.set(character, [lead, trail]);
    }
  }
  return pairs;
}

/** A text as Chinese Excel saves it; what GBK has no place for becomes a question mark. */
export function toGbk(text: string): Buffer {
  const known = gbkPairs();
  return Buffer.from(Array.from(text).flatMap((one) => (one < "\u0080" ? [one.charCodeAt(0)] : [...(known.get(one) ?? [63])])));
}

const bigEndian = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

/** Every way in which the same table may come. */
export const FORMS: Readonly<Record<string, (rows: readonly (readonly string[])[]) => Buffer>> = {
  "UTF-8": (rows) => Buffer.from(csvOf(rows)), "UTF-8 with a mark": (rows) => Buffer.from(`\ufeff${csvOf(rows)}`), GBK: (rows) => toGbk(csvOf(rows)),
  "UTF-16LE": (rows) => Buffer.from(`\ufeff${csvOf(rows, "\t")}`, "utf16le"), "UTF-16BE": (rows) => bigEndian(csvOf(rows, "\t")), gzipped: (rows) => gzipSync(csvOf(rows)), semicolons: (rows) => Buffer.from(csvOf(rows, ";")),
  XLSX: (rows) => zipOf(workbookParts(sheetXml(rows))),
};

export function csvOf(rows: readonly (readonly string[])[], delimiter = ","): string {
  return rows.map((cells) => `${cells.map((cell) => (/["\r\n,;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`).join("");
}

/** Bytes of a file with some of them lost, changed, doubled or in the wrong place. */
export function damaged(file: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  const blow = fc.record({ at: fc.nat(), length: fc.nat(40), how: fc.constantFrom("cut", "lose", "flip", "double", "noise", "quote", "zero"), noise: fc.uint8Array({ minLength: 1, maxLength: 40 }) });
  return fc.tuple(file, fc.array(blow, { minLength: 1, maxLength: 3 })).map(([whole, blows]) =>
    blows.reduce((bytes, { at, length, how, noise }) => {
      const place = bytes.length === 0 ? 0 : at % bytes.length;
      const [before, hit, after] = [bytes.subarray(0, place), bytes.subarray(place, place + length), bytes.subarray(place + length)];
      if (how === "cut") return before;
      if (how === "lose") return Buffer.concat([before, after]);
      if (how === "flip") return Buffer.concat([before, hit.map((byte) => byte ^ 0x21), after]);
      if (how === "double") return Buffer.concat([before, hit, hit, after]);
      if (how === "quote") return Buffer.concat([before, Buffer.from('"'), hit, after]);
      return Buffer.concat([before, how === "zero" ? Buffer.alloc(noise.length) : Buffer.from(noise), hit, after]);
    }, whole));
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const three = ["岗位名称", "单位名称", "工作地点"];
const rowsOfThree = (count: number) => [three, ...Array.from({ length: count }, (_, at) => [`电焊工${at}`, "某厂", "太原小店区"])];
const lying = (claims: number) => workbookParts(sheetXml(rowsOfThree(2_000))).map((part) => (part.name.endsWith("sheet1.xml") ? { ...part, claims } : part));
const texts = (count: number) => `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${"<si><t>aaaaaaaa</t></si>".repeat(count)}</sst>`;

/** Files made to take the reader down, each with the fault that it is refused by, or the rows that are left of it. */
export const ATTACKS: readonly (readonly [name: string, file: () => Buffer, fault: string | null, rows: number])[] = [
  ["a sheet that unpacks to more than its directory says", () => zipOf(lying(100)), "zip-damaged", 0],
  ["texts that its directory does not name", () => zipOf(workbookParts(sheetXml(rowsOfThree(1)), [{ name: "xl/sharedStrings.xml", data: texts(1_000), hidden: true }])), "zip-damaged", 0],
  ["texts that unpack to more than its directory says", () => zipOf(workbookParts(sheetXml(rowsOfThree(1)), [{ name: "xl/sharedStrings.xml", data: texts(1_000), claims: 90 }])), "zip-damaged", 0],
  ["an entity from outside", () => zipOf(workbookParts(sheetOf(`<row r="1">${cell("A1", "a")}${cell("B1", "&x;")}</row>`, "", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))), "zip-damaged", 0],
  ["entities of entities", () => zipOf(workbookParts(sheetOf(`<row r="1">${cell("A1", "&x2;")}</row>`, "", `<!DOCTYPE a [<!ENTITY x0 "ha"><!ENTITY x1 "${"&x0;".repeat(99)}"><!ENTITY x2 "${"&x1;".repeat(99)}">]>`))), "zip-damaged", 0],
  ["a cell at the end of the world", () => zipOf(workbookParts(sheetOf(`<row r="1">${cell("A1", "a")}${cell("ZZZZZZ1", "b")}</row>`))), "zip-damaged", 0],
  ["a last column in every row", () => zipOf(workbookParts(sheetOf(Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, "a")}${cell(`XFD${at + 1}`, "b")}</row>`).join("")))), "too-wide", 0],
  ["empty cells as far as there are columns", () => zipOf(workbookParts(sheetOf(Array.from({ length: 50 }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, "a")}${cell(`B${at + 1}`, "b")}<c r="XFD${at + 1}"/></row>`).join("")))), null, 49],
  ["a hundred thousand merged cells", () => zipOf(workbookParts(sheetXml(rowsOfThree(20), `<mergeCells>${Array.from({ length: 100_000 }, (_, at) => `<mergeCell ref="${columnName(at % 16_000)}1:${columnName(at % 16_000)}1048576"/>`).join("")}</mergeCells>`))), null, 20],
  ["a hundred thousand columns, and many short rows under them", () => Buffer.from(`${",".repeat(100_000)}\n${"a\n".repeat(20_000)}`), "too-wide", 0],
  ["a line that never ends", () => Buffer.from(`a,b,c\n${"1,2,3\n".repeat(12)}${"x".repeat(12_000_000)}`), "too-wide", 12],
  ["nothing but quotes", () => Buffer.from(`a,b,c\n${'"'.repeat(1_000_001)}`), null, 1],
  ["an open quote in every line", () => Buffer.from(`a,b,c\n${'"x,\n'.repeat(20_000)}`), null, 20_000],
];

export const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("电焊工", "太原市小店区", "=CMD|' /C calc'!A0", "@SUM(A1)", "+86", "-1", "6000-8000元/月", "45000", "2026-11-27", "１２", "", "", "'quoted'", "a\"b", "x\ny", " 空 格 ", "0", "1e5", "一，二；三") },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom("中", "文", "a", ",", '"', "\n", "\r", ";", "\t", "=", " ", "'"), maxLength: 12 }) },
);
