export const PHOTO_FORMATS = ["jpeg", "png", "webp", "heic"] as const;
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

/** A photo of a certificate as a phone takes it. */
export const LARGEST_PHOTO_BYTES = 8 * 1_048_576;
/** 50 megapixels: more than a phone's camera makes of a page, less than what exhausts a server. */
export const MOST_PIXELS = 50_000_000;
export const SMALLEST_SIDE = 100;
export const MOST_PHOTOS = 10;

export type PhotoFault = "photo-missing" | "photo-too-large" | "photo-kind" | "photo-damaged" | "photo-too-many-pixels" | "photo-too-small";
export type Sniffed = { ok: true; format: PhotoFormat; width: number; height: number } | { ok: false; fault: PhotoFault };

const HEAD = 1_024;
const TAIL = 65_557;
/** Marks of what is no photo, or something else besides: a page, a script, a document, an archive behind the picture. */
const FOREIGN = /%pdf-|<html|<script|<svg|<!doctype|<\?php|pk\u0005\u0006/;

/**
 * What the bytes are, whatever they are called: the kind by its magic number, the size from the header. Nothing is decoded.
 * Faults: `photo-missing` for no bytes; `photo-too-large`; `photo-kind` for anything but a JPEG, PNG, WebP or HEIC and for a picture that is something
 * else besides; `photo-damaged` for a header without a size; `photo-too-many-pixels`; `photo-too-small`.
 */
export function sniffPhoto(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return fault("photo-missing");
  if (bytes.length > LARGEST_PHOTO_BYTES) return fault("photo-too-large");
  const format = formatOf(bytes);
  if (format === null || FOREIGN.test(`${ascii(bytes, 0, HEAD)}\n${ascii(bytes, Math.max(HEAD, bytes.length - TAIL), TAIL)}`.toLowerCase())) return fault("photo-kind");
  const size = SIZES[format](bytes);
  if (size === null || size.width < 1 || size.height < 1) return fault("photo-damaged");
  if (size.width * size.height > MOST_PIXELS) return fault("photo-too-many-pixels");
  if (size.width < SMALLEST_SIDE || size.height < SMALLEST_SIDE) return fault("photo-too-small");
  return { ok: true, format, ...size };
}

const fault = (name: PhotoFault): Sniffed => ({ ok: false, fault: name });

function ascii(bytes: Uint8Array, from: number, length: number): string {
  let text = "";
  for (let at = from; at < Math.min(bytes.length, from + length); at += 1) text += String.fromCharCode(bytes[at]!);
  return text;
}

function formatOf(bytes: Uint8Array): PhotoFormat | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (ascii(bytes, 0, 8) === "\u0089PNG\r\n\u001a\n") return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP") return "webp";
  if (ascii(bytes, 4, 4) === "ftyp" && /^(heic|heix|heim|heis)/.test(ascii(bytes, 8, 4) + ascii(bytes, 16, 16))) return "heic";
  return ascii(bytes, 4, 4) === "ftyp" && ascii(bytes, 8, 4) === "mif1" && /heic|heix/.test(ascii(bytes, 16, 32)) ? "heic" : null;
}

interface Size {
  width: number;
  height: number;
}
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const SIZES: Record<PhotoFormat, (bytes: Uint8Array) => Size | null> = {
  jpeg(bytes) {
    const data = view(bytes);
    for (let at = 2; at + 9 < bytes.length; ) {
      if (bytes[at] !== 0xff) return null;
      const marker = bytes[at + 1]!;
      if (marker === 0xff) {
        at += 1;
        continue;
      }
      const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (isFrame) return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
      if (marker === 0xd9 || marker === 0xda) return null;
      at += 2 + data.getUint16(at + 2);
    }
    return null;
  },
  png(bytes) {
    if (bytes.length < 33 || ascii(bytes, 12, 4) !== "IHDR") return null;
    return { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
  },
  webp(bytes) {
    if (bytes.length < 30) return null;
    const data = view(bytes);
    const three = (at: number) => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
    switch (ascii(bytes, 12, 4)) {
      case "VP8X":
        return { width: three(24) + 1, height: three(27) + 1 };
      case "VP8L": {
        const bits = data.getUint32(21, true);
        return bytes[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 } : null;
      }
      case "VP8 ":
        return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
      default:
        return null;
    }
  },
  /** The largest picture that the file names: a photo is put together of tiles, each with a size of its own. */
  heic(bytes) {
    const data = view(bytes);
    let largest: Size | null = null;
    for (let at = 0; at + 16 <= bytes.length; at += 1) {
      if (bytes[at] !== 0x69 || ascii(bytes, at, 4) !== "ispe" || (at >= 4 && data.getUint32(at - 4) !== 20)) continue;
      const size = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) };
      if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
    }
    return largest;
  },
};
