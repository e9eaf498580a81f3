import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { LRUCache } from "lru-cache";
import { Gate, type Rank } from "./gate.ts";
import type { WebMetrics } from "./metrics.server.ts";
import { routeClass } from "./route-classes.ts";

/** Files made anew and files read through: each takes as long as many pages. */
const SHARE_OF_FILES = 4;
/** A process that comes so late to everything, again and again, takes no more guests, however few are running. One long piece of work doesn't count. */
const MOST_LAG_MS = 400;
const LATE_IN_A_ROW = 4;
const LAG_EVERY_MS = 100;
const SESSIONS_REMEMBERED = 50_000;

/** Cookies that have lately been those of an open session: one that is made up gets nobody to the front. */
const signedIn = new LRUCache<string, true>({ max: SESSIONS_REMEMBERED, ttl: 12 * 3_600_000 });
const keyOf = (cookie: string) => createHash("sha256").update(cookie).digest("base64");

export function noteSignedIn(token: string): void {
  signedIn.set(keyOf(token), true);
}

/**
 * Makes no more than `atOnce` pages at a time. Who comes on top waits a moment, the more important first, and is then told when to come
 * back: a process that takes everything on ends up answering nobody. Health, metrics, files and kept pages don't come by here.
 */
export function sheddingOver(atOnce: number, metrics: WebMetrics, tokenOf: (request: Request) => string | null): RequestHandler {
  if (atOnce === 0) return (_request, _response, next) => next();
  const pages = new Gate(atOnce);
  const files = new Gate(Math.max(2, Math.round(atOnce / SHARE_OF_FILES)));
  const isLate = watchLag();
  return (request, response, next) => {
    const kind = routeClass(request.method, request.path, request.get("content-type"));
    const rank = rankOf(request, tokenOf(request), kind === "search");
    const refuse = () => {
      metrics.shed(rank);
      comeBack(request, response);
    };
    if (isLate() && (rank === "guest" || rank === "search")) return refuse();
    // called by whoever leaves: what follows is still of this request
    (kind === "export" || kind === "upload" ? files : pages).enter(rank, AsyncLocalStorage.bind((release: (() => void) | null) => {
      if (release === null) return refuse();
      if (response.destroyed) return release();
      response.once("close", release);
      next();
    }));
  };
}

function rankOf(request: Request, token: string | null, searches: boolean): Rank {
  if (token === null || !signedIn.has(keyOf(token))) return searches ? "search" : "guest";
  return request.method === "GET" || request.method === "HEAD" ? "reading" : "act";
}

function watchLag(): () => boolean {
  let due = performance.now() + LAG_EVERY_MS;
  let lateInARow = 0;
  setInterval(() => {
    const now = performance.now();
    lateInARow = now - due > MOST_LAG_MS ? lateInARow + 1 : 0;
    due = now + LAG_EVERY_MS;
  }, LAG_EVERY_MS).unref();
  return () => lateInARow >= LATE_IN_A_ROW;
}

/** Not all at the same second. */
const wait = () => 5 + Math.floor(Math.random() * 10);

function comeBack(request: Request, response: Response): void {
  const seconds = wait();
  const reads = request.method === "GET" || request.method === "HEAD";
  const says = reads
    ? `<p>来的人太多了，${seconds} 秒后会自动再试，不用一直点。</p><p lang="en">Very many people are here at the moment. This page tries again in ${seconds} seconds by itself.</p>`
    : `<p>来的人太多了，刚才的没有保存。请点返回键，${seconds} 秒后再提交一次。</p><p lang="en">Very many people are here at the moment and what you sent was not saved. Go back and send it again in ${seconds} seconds.</p>`;
  response.status(503).set({ "Retry-After": String(seconds), "Cache-Control": "no-store", "Content-Type": "text/html; charset=utf-8" }).end(
    `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>请稍等 One moment</title>${reads ? `<meta http-equiv="refresh" content="${seconds}">` : ""}</head><body><main><h1>请稍等 <span lang="en">One moment</span></h1>${says}</main></body></html>`);
}
