import sharp from "sharp";

/** A photo of 320 × 240 as a phone writes it in HEIC, with an owner in its notes; nothing here can make one. */
export const HEIC_PHOTO: Uint8Array = Buffer.from(
  [
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGkAAEAAAAAAAAA",
    "egACAAAAAAIeAAEAAAAAAAABEgAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAPPAA/P34+AAA",
    "DwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAPLoCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwA8oAoIDxZbqSSmubAgAAADACAAAAMAISIAAQAHRAHBcrBiQAAAABRpc3BlAAAAAAAAAUAAAADwAAAAEHBpeGkAAAAA",
    "AwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAZRtZGF0AAAAdigBrxkhsYT493yFN//8K8hH3ZRv4YFeKz/LDnwyoSEny+6ZBLNPmyDDbghs6CwQQAVo6/ArEQLs",
    "IOCm4UqAuG/IWYn4xhkMF0yObscL+RGq4ByMLmXoei1qCFX8eLbPeATubsUb1J8f79ObXpMAbAG8AAADAwYAAAAASUkqAAgAAAAIABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAA",
    "AgAAABMCAwABAAAAAQAAAJiCAgAMAAAAfgAAAGmHBAABAAAAigAAACWIBAABAAAA2AAAAAAAAAA4YwAA6AMAADhjAADoAwAAU0VDUkVUT1dORVIABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAx",
    "MDABoAMAAQAAAP//AAACoAQAAQAAAEABAAADoAQAAQAAAPAAAAAAAAAAAgABAAIAAgAAAE4AAAACAAUAAwAAAPYAAAAAAAAAJQAAAAEAAAAAAAAAAQAAAAAAAAABAAAA",
  ].join(""),
  "base64",
);

/** What a camera writes beside the picture: the place, the owner. */
export const OWNER = "SECRETOWNER";
const NOTES = { IFD0: { Copyright: OWNER }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 52/1 0/1" } };

/** A two-coloured picture of the given size, with the notes of a camera. */
export async function makePhoto(format: "jpeg" | "png" | "webp" = "jpeg", width = 640, height = 480, hue = 200): Promise<Uint8Array> {
  const image = sharp({ create: { width, height, channels: 3, background: { r: hue, g: 80, b: 40 } } })
    .composite([{ input: { create: { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3, background: "#0000ff" } }, left: 0, top: 0 }]);
  return image[format]().withExif(NOTES).toBuffer();
}
