import sharp from "sharp";
import { MOST_PIXELS, type PhotoFault, sniffPhoto } from "#app/domain/profile/photo.ts";
import { decodeHeic } from "./heic.server.ts";

const LONGEST_SIDE = 1_600;
const QUALITY = 82;

export interface CleanPhoto {
  mimeType: "image/webp";
  width: number;
  height: number;
  bytes: Uint8Array;
}
export type PhotoResult = { ok: true; photo: CleanPhoto } | { ok: false; fault: PhotoFault };

sharp.cache(false);
let turn: Promise<unknown> = Promise.resolve();

/**
 * A picture made anew from what was sent: upright, at most 1,600 pixels a side, WebP, without place, camera or any other note. What can't be
 * decoded as the kind its first bytes say is refused. One at a time: each holds the pixels of a whole photo.
 */
export function reencodePhoto(bytes: Uint8Array): Promise<PhotoResult> {
  const mine = turn.then(() => reencode(bytes));
  turn = mine.catch(() => undefined);
  return mine;
}

async function reencode(bytes: Uint8Array): Promise<PhotoResult> {
  const sniffed = sniffPhoto(bytes);
  if (!sniffed.ok) return sniffed;
  try {
    const { data, info } = await (await open(bytes, sniffed.format)).rotate().resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true }).flatten({ background: "#fff" }).webp({ quality: QUALITY }).toBuffer({ resolveWithObject: true });
    return { ok: true, photo: { mimeType: "image/webp", width: info.width, height: info.height, bytes: data } };
  } catch {
    return { ok: false, fault: "photo-damaged" };
  }
}

async function open(bytes: Uint8Array, format: "jpeg" | "png" | "webp" | "heic") {
  if (format === "heic") {
    const { data, width, height } = await decodeHeic(bytes, MOST_PIXELS);
    return sharp(data, { raw: { width, height, channels: 4 } });
  }
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 });
  if ((await image.metadata()).format !== format) throw new Error("not what it says it is");
  return image;
}
