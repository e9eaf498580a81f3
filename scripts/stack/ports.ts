import { createServer } from "node:net";
import { randomInt } from "node:crypto";

/** Below the range from which systems hand out ports of their own, so that a free port stays free until it is bound. */
const FIRST = 20_000;
const LAST = 31_999;

export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export async function findFreePort(preferred?: number, taken: readonly number[] = []): Promise<number> {
  if (preferred !== undefined && !taken.includes(preferred) && (await isPortFree(preferred))) return preferred;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(FIRST, LAST + 1);
    if (!taken.includes(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`No free port between ${FIRST} and ${LAST} on 127.0.0.1.`);
}

/** The first free port from `first` upwards, on every address: for the web server, whose address people type. */
export async function nextFreePort(first: number): Promise<number> {
  for (let port = first; port < Math.min(first + 200, 65_536); port += 1) {
    if ((await isPortFree(port, "0.0.0.0")) && (await isPortFree(port))) return port;
  }
  throw new Error(`No free port from ${first} to ${first + 199}.`);
}
