import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Slow {
  /** longest answer that another visitor waited for, in milliseconds; Infinity: one got none */
  othersMs: number;
  /** connections that were still open in the end */
  left: number;
  /** when the last one was cut, in seconds */
  cutAfterSeconds: number;
}

const HEAD = (host: string) => `GET /jobs HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: 198.18.20.1\r\n`;
const BODY = (host: string) => `POST /login HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nX-Forwarded-For: 198.18.20.2\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nusername=`;

/** So many heads and as many bodies that never end, a byte a second each, while somebody opens pages; `forSeconds` is how long they are kept up. */
export async function slowSenders(url: string, each: number, forSeconds: number): Promise<Slow> {
  const { host, hostname, port } = new URL(url);
  const startedAt = performance.now();
  let lastCut = 0;
  const sockets = new Set<Socket>();
  const open = (head: string, drip: string) => new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(head, () => resolve()));
    const timer = setInterval(() => socket.writable && socket.write(drip), 1_000);
    sockets.add(socket);
    socket.resume().on("error", () => undefined).on("close", () => {
      clearInterval(timer);
      sockets.delete(socket);
      lastCut = performance.now() - startedAt;
    });
  });
  await Promise.all(Array.from({ length: each }, () => [open(HEAD(host), "X-A: b\r\n"), open(BODY(host), "a")]).flat());
  let othersMs = 0;
  const end = startedAt + forSeconds * 1_000;
  do {
    const askedAt = performance.now();
    const reply = await fetch(`${url}/jobs`, { headers: { "x-forwarded-for": "198.18.20.3" }, signal: AbortSignal.timeout(10_000) }).catch(() => null);
    await reply?.text();
    othersMs = Math.max(othersMs, reply?.status === 200 ? performance.now() - askedAt : Infinity);
    await sleep(Math.min(500, Math.max(0, end - performance.now())));
  } while (performance.now() < end && sockets.size > 0);
  const left = sockets.size;
  for (const socket of sockets) socket.destroy();
  return { othersMs: Math.round(othersMs), left, cutAfterSeconds: Math.round(lastCut / 100) / 10 };
}
