// Reads the code on a photo, on this device: the photo goes nowhere.
import { qrLibrary } from "../qr-library.js";

/** Longer sides, in pixels, at which a photo is looked at in turn: a code far away needs the larger, a blurred one the smaller. */
const SIDES = [900, 1_600, 500];

/** The text of the code on a photo; null where none is found. @param {Blob} photo @param {string} library @returns {Promise<string | null>} */
export async function readCode(photo, library) {
  const picture = await createImageBitmap(photo);
  const Detector = /** @type {any} */ (globalThis).BarcodeDetector;
  if (Detector) {
    const found = await new Detector({ formats: ["qr_code"] }).detect(picture).catch(() => []);
    if (found.length > 0) return found[0].rawValue;
  }
  const read = await qrLibrary(library);
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const found = read(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
    if (found) return found.data;
  }
  return null;
}
