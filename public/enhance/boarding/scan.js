// Reads cards with the camera: by the browser's own detector where there is one, else by a reader that is fetched when it is first needed.
import { qrLibrary } from "../qr-library.js";

const EVERY_MS = 250;
const SAME_MS = 3_000;
const WIDTH = 640;

/** @returns {Promise<(canvas: HTMLCanvasElement) => Promise<string | null>>} */
async function reader(/** @type {string} */ library) {
  const Detector = /** @type {any} */ (globalThis).BarcodeDetector;
  if (Detector && (await Detector.getSupportedFormats()).includes("qr_code")) {
    const detector = new Detector({ formats: ["qr_code"] });
    return async (canvas) => (await detector.detect(canvas))[0]?.rawValue ?? null;
  }
  const read = await qrLibrary(library);
  return async (canvas) => {
    const { data, width, height } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(0, 0, canvas.width, canvas.height);
    return read(data, width, height)?.data ?? null;
  };
}

/** Shows the button that opens and closes the camera; each card it sees is told once in three seconds. */
export function scanWith(/** @type {HTMLElement} */ panel, /** @type {(card: string) => void} */ found, /** @type {() => void} */ failed) {
  const button = /** @type {HTMLButtonElement} */ (panel.querySelector("[data-scan]"));
  const video = /** @type {HTMLVideoElement} */ (panel.querySelector("[data-view]"));
  if (!navigator.mediaDevices?.getUserMedia) return;
  const [open, close] = [button.textContent, button.dataset.stop ?? ""];
  const canvas = document.createElement("canvas");
  let stream = /** @type {MediaStream | null} */ (null);
  let last = { card: "", at: 0 };
  button.hidden = false;

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.hidden = true;
    button.textContent = open;
  };

  const look = async (/** @type {(canvas: HTMLCanvasElement) => Promise<string | null>} */ read) => {
    if (stream === null) return;
    if (video.videoWidth > 0) {
      canvas.width = WIDTH;
      canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
      /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true })).drawImage(video, 0, 0, canvas.width, canvas.height);
      const card = await read(canvas).catch(() => null);
      if (card !== null && (card !== last.card || Date.now() - last.at > SAME_MS)) {
        last = { card, at: Date.now() };
        found(card);
      }
    }
    setTimeout(() => void look(read), EVERY_MS);
  };

  button.addEventListener("click", async () => {
    if (stream !== null) return stop();
    try {
      const [read, camera] = await Promise.all([reader(String(panel.dataset.reader)), navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false })]);
      stream = camera;
      video.srcObject = camera;
      video.hidden = false;
      button.textContent = close;
      await video.play();
      void look(read);
    } catch {
      stop();
      failed();
    }
  });
}
