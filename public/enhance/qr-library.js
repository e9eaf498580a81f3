// The reader of QR codes for browsers that have none, fetched when it is first needed.

/** @typedef {(data: Uint8ClampedArray, width: number, height: number) => { data: string } | null} ReadQr */

/** @param {string} address @returns {Promise<ReadQr>} */
export async function qrLibrary(address) {
  const loaded = () => /** @type {any} */ (globalThis).jsQR;
  if (!loaded()) await new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed })));
  return loaded();
}
