import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { LRUCache } from "lru-cache";

/** What guests come for and is made at some cost: the front page, a search, a post. */
const KEPT = /^\/(?:jobs(?:\/([0-7][0-9A-HJKMNP-TV-Z]{25}))?)?$/;
/** Cookies that say how to show a page and not who asks. With any other one nothing is kept and nothing kept is given. */
const CHOICES = new Set(["lang", "theme", "print", "near"]);
const LONGEST_ADDRESS = 600;
/** Pages past half their time are made anew as there is room: so many at once. Until their time is over the others get what there is. */
const MOST_AT_ONCE = 2;
const LARGEST_PAGE_BYTES = 512_000;
const KEPT_BYTES = 64_000_000;

/** A page made for one visitor is packed once: two hundredths larger than at the usual 6, and a third less work. */
export const PAGE_COMPRESSION = 4;

const pack = promisify(gzip);

interface Page {
  type: string;
  vary: string;
  plain: Buffer;
  packed: Buffer;
  madeAt: number;
}

/**
 * Pages of guests, at most so many seconds old: whoever signed in, holds any cookie but a choice of language or print, or sends something gets
 * a page of their own. A rush finds pages that are half as old made anew a few at a time, and waits for none. `onPost` is told of each post page that was kept, so that a look counts
 * whether or not the page was made for it.
 */
export function keptPages(seconds: number, onPost: (postId: string) => void): RequestHandler {
  if (seconds === 0) return (_request, _response, next) => next();
  const pages = new LRUCache<string, Page>({ maxSize: KEPT_BYTES, sizeCalculation: (page) => page.plain.length + page.packed.length, ttl: seconds * 1_000 });
  const renewing = new Set<string>();
  return (request, response, next) => {
    const [isKept, postId] = KEPT.exec(request.path) ?? [];
    const key = isKept === undefined ? null : keyOf(request);
    if (key === null) return next();
    const page = pages.get(key);
    const young = page !== undefined && Date.now() - page.madeAt < seconds * 500;
    if (page !== undefined && (young || renewing.has(key) || renewing.size >= MOST_AT_ONCE)) {
      if (postId !== undefined) onPost(postId);
      response.set("Age", String(Math.floor((Date.now() - page.madeAt) / 1_000)));
      return give(request, response, page);
    }
    if (page !== undefined) {
      renewing.add(key);
      response.once("close", () => renewing.delete(key));
    }
    keepWhatIsSent(request, response, (made) => pages.set(key, made));
    next();
  };
}

/** Everything that a page for a guest depends on; null where the visitor may be somebody. */
function keyOf(request: Request): string | null {
  if (request.method !== "GET" || request.originalUrl.length > LONGEST_ADDRESS || request.get("authorization") !== undefined) return null;
  const cookies = (request.get("cookie") ?? "").split(";").map((part) => part.trim()).filter((part) => part !== "");
  if (cookies.some((cookie) => !CHOICES.has(cookie.split("=")[0]!))) return null;
  return [request.protocol, request.get("host"), request.originalUrl, ...cookies.sort()].join(" ");
}

function give(request: Request, response: Response, page: Page): void {
  const packed = request.acceptsEncodings("gzip") === "gzip";
  response.status(200).set({ "Content-Type": page.type, Vary: page.vary });
  if (packed) response.set("Content-Encoding", "gzip");
  response.end(packed ? page.packed : page.plain);
}

/** Holds back what the page's maker writes until it is whole: packed once it is sent and kept, unless it is no page or sets a cookie. */
function keepWhatIsSent(request: Request, response: Response, keep: (page: Page) => void): void {
  const chunks: Buffer[] = [];
  const [write, end] = [response.write, response.end];
  const take = (chunk: unknown) => void ((typeof chunk === "string" || chunk instanceof Uint8Array) && chunks.push(Buffer.from(chunk as Uint8Array)));
  response.write = ((chunk: unknown) => {
    take(chunk);
    return true;
  }) as Response["write"];
  response.end = ((chunk: unknown) => {
    take(chunk);
    Object.assign(response, { write, end });
    const [plain, type] = [Buffer.concat(chunks), String(response.getHeader("content-type") ?? "")];
    const keeps = response.statusCode === 200 && type.startsWith("text/html") && response.getHeader("set-cookie") === undefined && plain.length <= LARGEST_PAGE_BYTES;
    if (!keeps) return response.end(plain);
    pack(plain, { level: PAGE_COMPRESSION }).then((packed) => {
      const page = { type, vary: "Cookie, Accept-Encoding", plain, packed, madeAt: Date.now() };
      keep(page);
      give(request, response, page);
    }, () => response.end(plain));
    return response;
  }) as Response["end"];
}
