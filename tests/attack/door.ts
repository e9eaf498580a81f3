import { createServer, type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { routePattern } from "#app/platform/web/access-log.server.ts";
import { LEAKS } from "./edge/raw.ts";
import type { Finding } from "./findings.ts";

export class NotLoopback extends Error {}

/** Nothing but this machine is ever attacked. */
export function requireLoopback(url: string): URL {
  const target = new URL(url);
  if (target.protocol !== "http:" || !/^(?:127(?:\.\d{1,3}){3}|\[::1\])$/.test(target.hostname)) throw new NotLoopback(`${url} is not on this machine: only loopback is attacked.`);
  return target;
}

export interface Door {
  /** what a scanner is given */
  url: string;
  requests(): number;
  /** patterns of what was asked for and answered with something other than 404 */
  reached(): ReadonlySet<string>;
  findings(): Finding[];
  close(): Promise<void>;
}

/** Would take the session away in the middle of the scan, or the person with it. */
const LEFT_OUT = /^\/(?:logout|me\/privacy\/delete)(?:\.data)?$/;
/** A session is made anew so often: somebody scanned it away, or it acts for another by now. */
const RENEWED_EVERY = 150;
const LARGEST_READ = 3_000_000;
const DRAIN_MS = 300;

/**
 * Stands before the product as the proxy of a production does, with https outside: gives each request an address of its own, so that the limits of one
 * address don't end a scan, the origin that a browser would name, and the session of whoever is scanned as. Looks at every answer for what no
 * scanner looks for: failures and words from the inside.
 */
export async function openDoor(product: string, as: string, newSession: (() => Promise<string>) | null): Promise<Door> {
  const target = requireLoopback(product);
  const found = new Map<string, Finding>();
  const reached = new Set<string>();
  let count = 0;
  let session = newSession ? await newSession() : null;
  let renewAt = RENEWED_EVERY;
  let renewing: Promise<void> | null = null;

  const note = (level: Finding["level"], category: string, request: IncomingMessage, path: string, detail: string) => {
    const key = `${category} ${request.method} ${path}`;
    if (!found.has(key)) found.set(key, { tool: "answers", level, category, as, method: request.method ?? "", path, parameter: "", detail });
  };
  const renew = async () => {
    if (!newSession) return;
    renewing ??= newSession().then((fresh) => void (session = fresh), () => undefined).finally(() => (renewing = null));
    await renewing;
  };

  const pass = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? "/").split("?")[0]!;
    if (session !== null && request.method === "POST" && LEFT_OUT.test(path)) return void response.writeHead(403, { "content-type": "text/plain" }).end("left out of the attack");
    const host = request.headers.host ?? target.host;
    const address = `198.${18 + (Math.floor(count / 64_000) % 2)}.${Math.floor(count / 250) % 250}.${1 + (count % 250)}`;
    const cookies = (request.headers.cookie ?? "").split(";").map((one) => one.trim()).filter((one) => one !== "" && !one.startsWith("jgt_session="));
    if (session !== null) cookies.push(session);
    const headers: Record<string, string | string[] | undefined> = { ...request.headers, "x-forwarded-for": address, "x-forwarded-proto": "https", cookie: cookies.join("; ") || undefined, connection: "close" };
    if (request.method !== "GET" && request.method !== "HEAD") headers.origin ??= `https://${host}`;
    for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name];
    const inner = ask({ host: target.hostname, port: target.port, method: request.method, path: request.url, headers }, (reply) => {
      const status = reply.statusCode ?? 0;
      const pattern = routePattern(path);
      if (status !== 404) reached.add(`${request.method} ${pattern}`);
      if (status >= 500) note("medium", "Internal Server Error", request, pattern, `answers ${status} to ${request.method} ${decoded(request.url ?? "")}`);
      if (newSession && (status === 401 || (status === 302 && /^\/login(?:\?|$)/.test(reply.headers.location ?? "")))) void renew();
      const pieces: Buffer[] = [];
      // the source of a script names errors without having met one
      const readable = /^(?:text\/(?!javascript)|application\/json)/.test(reply.headers["content-type"] ?? "") && reply.headers["content-encoding"] === undefined;
      let length = 0;
      reply.on("data", (piece: Buffer) => {
        if (readable && (length += piece.length) < LARGEST_READ) pieces.push(piece);
      });
      reply.on("end", () => {
        const leak = LEAKS.exec(Buffer.concat(pieces).toString("utf8"))?.[0];
        if (leak) note("high", "Words from the inside", request, pattern, `"${leak}" in the answer to ${decoded(request.url ?? "")}`);
      });
      response.writeHead(status, reply.headers);
      reply.pipe(response);
    });
    inner.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    request.on("aborted", () => inner.destroy());
    request.pipe(inner);
  };

  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    count += 1;
    // what comes packed can't be looked into
    delete request.headers["accept-encoding"];
    if (newSession && count >= renewAt) {
      renewAt = count + RENEWED_EVERY;
      return void renew().then(() => pass(request, response));
    }
    pass(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => count,
    reached: () => reached,
    findings: () => [...found.values()],
    async close() {
      server.close();
      await sleep(DRAIN_MS);
      server.closeAllConnections();
    },
  };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url).slice(0, 300);
  } catch {
    return url.slice(0, 300);
  }
}
