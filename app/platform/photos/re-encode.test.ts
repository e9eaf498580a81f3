import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { LARGEST_PHOTO_BYTES, sniffPhoto } from "#app/domain/profile/photo.ts";
import { HEIC_PHOTO, makePhoto, OWNER } from "#tests/factories/photos.ts";
import { reencodePhoto } from "./re-encode.server.ts";

const faultOf = async (bytes: Uint8Array) => {
  const result = await reencodePhoto(bytes);
  return result.ok ? null : result.fault;
};
const join = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((one) => (typeof one === "string" ? Buffer.from(one, "latin1") : one)));

describe("a photo", () => {
  it.each(["jpeg", "png", "webp"] as const)("sent as %s is told by its bytes, and kept as WebP of its size without the notes of the camera", async (format) => {
    const sent = await makePhoto(format, 640, 480);
    expect(join(sent).includes(OWNER)).toBe(true);
    expect(sniffPhoto(sent)).toEqual({ ok: true, format, width: 640, height: 480 });
    const result = await reencodePhoto(sent);
    if (!result.ok) throw new Error(result.fault);
    expect([result.photo.width, result.photo.height]).toEqual([640, 480]);
    expect(join(result.photo.bytes).includes(OWNER)).toBe(false);
    const kept = await sharp(result.photo.bytes).metadata();
    expect([kept.format, kept.exif, kept.xmp, kept.icc]).toEqual(["webp", undefined, undefined, undefined]);
  });

  it("sent as HEIC is decoded and kept in the same way", async () => {
    expect(sniffPhoto(HEIC_PHOTO)).toEqual({ ok: true, format: "heic", width: 320, height: 240 });
    const result = await reencodePhoto(HEIC_PHOTO);
    if (!result.ok) throw new Error(result.fault);
    expect([result.photo.width, result.photo.height]).toEqual([320, 240]);
    expect(join(result.photo.bytes).includes(OWNER)).toBe(false);
    const { dominant } = await sharp(result.photo.bytes).stats();
    expect(dominant.r).toBeGreaterThan(150);
  });

  it("is made smaller than 1,600 pixels a side and stands upright", async () => {
    const large = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: "#ffffff" } }).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const result = await reencodePhoto(large);
    expect(result).toMatchObject({ ok: true, photo: { width: 800, height: 1_600 } });
  });
});

describe("what is no photo, whatever it is called", () => {
  it.each([
    ["a PDF", "%PDF-1.7\n1 0 obj"], ["a page", "<!DOCTYPE html><html><script>alert(1)</script>"], ["a drawing with script", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["an archive", "PK\u0003\u0004 some zip"], ["a moving picture", "GIF89a\u0001\u0000\u0001\u0000"], ["ten megabytes of text", "长"],
  ])("%s is refused by its kind", async (_name, text) => {
    expect(await faultOf(join(text))).toBe("photo-kind");
  });

  it("a picture that is a document, a page or an archive besides is refused", async () => {
    const jpeg = await makePhoto("jpeg");
    for (const rest of ["%PDF-1.7", "<html><body>", "<SCRIPT>alert(1)</SCRIPT>", "<svg onload=alert(1)>", "<?php echo 1;", "PK\u0005\u0006\u0000\u0000"]) expect(await faultOf(join(jpeg, rest))).toBe("photo-kind");
    expect(await faultOf(join(jpeg.subarray(0, 2), "\u00ff\u00fe\u0000\u0020%PDF-1.7 comment         ", jpeg.subarray(2)))).toBe("photo-kind");
  });

  it("what a phone hangs behind a picture is cut off, not refused", async () => {
    const result = await reencodePhoto(join(await makePhoto("jpeg"), `MotionPhoto_Data ${OWNER}`));
    expect(result.ok && join(result.photo.bytes).includes(OWNER)).toBe(false);
    expect(result.ok).toBe(true);
  });

  it("a header alone, a cut or a garbled picture is damaged", async () => {
    const png = await makePhoto("png");
    const jpeg = await makePhoto("jpeg");
    for (const bytes of [png.subarray(0, 40), jpeg.subarray(0, 300), join("\u00ff\u00d8\u00ff\u00e0"), join("RIFF\u0000\u0000\u0000\u0000WEBP"), HEIC_PHOTO.subarray(0, 450), join(png.subarray(0, 60), Buffer.alloc(2_000, 7))]) {
      expect(await faultOf(bytes)).toBe("photo-damaged");
    }
  });

  it("nothing, too much, too many pixels and a speck are each told as such, before anything is decoded", async () => {
    const bomb = Buffer.from(await makePhoto("png"));
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await faultOf(bomb)).toBe("photo-too-many-pixels");
    expect(await faultOf(new Uint8Array())).toBe("photo-missing");
    expect(await faultOf(new Uint8Array(LARGEST_PHOTO_BYTES + 1))).toBe("photo-too-large");
    expect(await faultOf(await makePhoto("jpeg", 40, 40))).toBe("photo-too-small");
  });

  it("random bytes behind a right beginning never crash anything", async () => {
    const heads = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [...Buffer.from("RIFF1234WEBPVP8X")], [...Buffer.from("RIFF1234WEBPVP8L")], [0, 0, 0, 28, ...Buffer.from("ftypheic")]];
    let seed = 7;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % 256;
    for (let round = 0; round < 400; round += 1) {
      const sniffed = sniffPhoto(Uint8Array.from([...heads[round % heads.length]!, ...Array.from({ length: round % 97 }, next)]));
      expect(typeof sniffed.ok).toBe("boolean");
    }
  });
});
