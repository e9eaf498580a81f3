import QRCode from "qrcode";

export interface Qr {
  /** modules on a side, without the quiet zone */
  size: number;
  /** an SVG path of the dark modules, one unit each */
  path: string;
}

const made = new Map<string, Qr>();
const MOST_KEPT = 2_000;

/** The same code for the same text, so those drawn last are kept: a post's page is asked for again and again. */
export function qrOf(text: string): Qr {
  const known = made.get(text);
  if (known) return known;
  if (made.size >= MOST_KEPT) made.clear();
  const qr = drawQr(text);
  made.set(text, qr);
  return qr;
}

/** A QR code as one path: it is drawn within the page, prints sharply, and asks nobody else for a picture. Not kept: for what is secret. */
export function drawQr(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const rows: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1;
      rows.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  }
  return { size: modules.size, path: rows.join("") };
}
