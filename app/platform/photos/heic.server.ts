import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

const LONGEST_MS = 20_000;
const MOST_MEMORY_MB = 512;

export interface Pixels {
  width: number;
  height: number;
  /** red, green, blue, alpha, row by row */
  data: Uint8Array;
}

/** Runs in a thread of its own: decoding takes seconds of a processor, and a hostile file must hurt nobody else. */
const DECODER = `
const { parentPort, workerData } = require("node:worker_threads");
console.log = console.warn = console.error = () => undefined;
const images = new (require(workerData.decoder).HeifDecoder)().decode(workerData.bytes);
const image = images[0];
const width = image.get_width(), height = image.get_height();
if (width * height > workerData.mostPixels) throw new Error("too many pixels");
image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => {
  if (!shown) throw new Error("not decoded");
  const data = new Uint8Array(shown.data.buffer);
  parentPort.postMessage({ width, height, data }, [data.buffer]);
});`;

/** The pixels of a HEIC photo. Rejects when it can't be decoded within the limits of time, memory and pixels. */
export function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<Pixels> {
  const decoder = createRequire(import.meta.url).resolve("libheif-js/wasm-bundle");
  return new Promise((resolve, reject) => {
    const worker = new Worker(DECODER, { eval: true, stdout: true, stderr: true, workerData: { bytes, decoder, mostPixels }, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new Error("the photo took too long"))), LONGEST_MS);
    worker.once("message", (pixels: Pixels) => end(() => resolve(pixels)));
    worker.once("error", (error) => end(() => reject(error)));
    worker.once("exit", () => end(() => reject(new Error("the photo was not decoded"))));
  });
}
