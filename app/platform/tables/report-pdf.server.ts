import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Cell, Report, ReportTable } from "./report.ts";

/** The font goes into the file, so that it looks alike on every machine: Noto Sans SC, app/ui/fonts. */
const FONT = join("app", "ui", "fonts", "noto-sans-sc.ttf");
const MARGIN = 45;
const SIZE = 9;
const ROW = 16;
const PADDING = 4;
const RULE = 0.5;

type Document = InstanceType<typeof PDFDocument>;

/** The report as A4 pages, ruled as on paper, each table's head repeated where it goes over a page. */
export function reportPdf(report: Report, root = process.cwd()): Promise<Buffer> {
  const doc = new PDFDocument({ size: "A4", margin: MARGIN, bufferPages: true, info: { Title: report.title } });
  const pieces: Buffer[] = [];
  const made = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (piece: Buffer) => pieces.push(piece));
    doc.on("end", () => resolve(Buffer.concat(pieces)));
    doc.on("error", reject);
  });
  doc.font(join(root, FONT));
  doc.fontSize(16).text(report.title, { align: "center" }).moveDown(0.4);
  doc.fontSize(SIZE);
  for (const note of report.notes) doc.text(note, { align: "center" });
  for (const table of report.tables) drawTable(doc, table);
  if (doc.y > bottomOf(doc) - 3 * ROW) doc.addPage();
  doc.moveDown(2).text(report.foot, MARGIN);
  numberPages(doc, report);
  doc.end();
  return made;
}

function drawTable(doc: Document, table: ReportTable) {
  const widths = columnWidths(doc, table);
  if (doc.y > bottomOf(doc) - 5 * ROW) doc.addPage();
  doc.moveDown(1).fontSize(11).text(table.title, MARGIN).moveDown(0.3).fontSize(SIZE);
  let y = doc.y;
  const isText = widths.map((_, nth) => typeof (table.rows[0]?.[nth] ?? "") === "string");
  const line = (cells: readonly (Cell | undefined)[]) => {
    let x = MARGIN;
    for (const [nth, width] of widths.entries()) {
      const cell = cells[nth] ?? null;
      doc.lineWidth(RULE).rect(x, y, width, ROW).stroke();
      doc.text(textOf(cell), x + PADDING, y + 3, { width: width - 2 * PADDING, height: ROW, align: isText[nth] ? "left" : "right", lineBreak: false, ellipsis: true });
      x += width;
    }
    y += ROW;
  };
  line(table.head);
  for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
    if (y > bottomOf(doc) - ROW) {
      doc.addPage();
      y = doc.y;
      line(table.head);
    }
    line(row);
  }
  doc.y = y;
  doc.x = MARGIN;
}

/** As wide as the longest text of a column wants, scaled to the page. */
function columnWidths(doc: Document, table: ReportTable): number[] {
  const wanted = table.head.map((head, nth) => Math.max(...[head, ...[...table.rows, table.total ?? []].map((row) => textOf(row[nth] ?? null))].map((text) => doc.fontSize(SIZE).widthOfString(text))) + 2 * PADDING + 2);
  const room = doc.page.width - 2 * MARGIN;
  const sum = wanted.reduce((total, one) => total + one, 0);
  return wanted.map((one) => (one * room) / sum);
}

function numberPages(doc: Document, report: Report) {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // below the margin, where text would otherwise begin a new page
    doc.page.margins.bottom = 0;
    doc.fontSize(SIZE).text(report.pageText(page + 1), MARGIN, doc.page.height - 30, { width: doc.page.width - 2 * MARGIN, align: "center", lineBreak: false });
  }
}

const bottomOf = (doc: Document) => doc.page.height - MARGIN;

function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return typeof cell === "number" ? cell.toLocaleString("en-US") : `${(cell.share * 100).toFixed(1)}%`;
}
