import { crc32, deflateRawSync } from "node:zlib";

export interface Part {
  name: string;
  data: Buffer | string;
  /** what the directory says of its unpacked size, where that is not the truth */
  claims?: number;
  /** stands in the file and not in its directory */
  hidden?: true;
}

/** A zip file, made by hand so that it may lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, hidden } of parts) {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data);
    const packed = deflateRawSync(bytes, { level: 9 });
    const shared = Buffer.alloc(26);
    for (const [at, value] of [[0, 20], [4, 8]] as const) shared.writeUInt16LE(value, at);
    for (const [at, value] of [[10, crc32(bytes)], [14, packed.length], [18, claims ?? bytes.length]] as const) shared.writeUInt32LE(value >>> 0, at);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    if (!hidden) directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, rest, Buffer.from(name)]));
    pieces.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end]);
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
export const columnName = (at: number): string => (at < 26 ? "" : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** The rows of a sheet as XML, texts in the sheet itself. */
export function sheetXml(rows: readonly (readonly string[])[], after = ""): string {
  const row = (cells: readonly string[], at: number) => `<row r="${at + 1}">${cells.map((text, column) => (text === "" ? "" : `<c r="${columnName(column)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`)).join("")}</row>`;
  return sheetOf(rows.map(row).join(""), after);
}

export const sheetOf = (inside: string, after = "", before = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inside}</sheetData>${after}</worksheet>`;

/** The parts that a workbook of one sheet needs. */
export function workbookParts(sheet: string, more: readonly Part[] = []): Part[] {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>';
  const rel = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const rels = (inside: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return [
    { name: "[Content_Types].xml", data: types }, { name: "_rels/.rels", data: rels(rel("r1", "officeDocument", "xl/workbook.xml")) },
    { name: "xl/_rels/workbook.xml.rels", data: rels(rel("r1", "worksheet", "worksheets/sheet1.xml") + rel("r2", "sharedStrings", "sharedStrings.xml")) },
    { name: "xl/workbook.xml", data: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>' },
    ...more, { name: "xl/worksheets/sheet1.xml", data: sheet },
  ];
}
