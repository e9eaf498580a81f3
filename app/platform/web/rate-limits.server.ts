import type { Request, RequestHandler } from "express";
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import type { Deps } from "../deps.server.ts";
import type { WebMetrics } from "./metrics.server.ts";
import { routeClass } from "./route-classes.ts";

/** Requests in a window of seconds; for classes of route, of one address. A service hall shares one address. */
const CLASSES = {
  read: { points: 1_800, duration: 60 },
  write: { points: 300, duration: 60 },
  search: { points: 900, duration: 60 },
  /** files and workbooks, each made anew */
  export: { points: 300, duration: 600 },
  upload: { points: 120, duration: 600 },
  /** what scripts on phones send and fetch */
  api: { points: 600, duration: 60 },
  /** tries at one account: from one address, or from one browser that it has been opened from before */
  tryPair: { points: 10, duration: 300 },
  tryDevice: { points: 10, duration: 300 },
  /** tries at one account from all browsers that it hasn't been opened from, wherever they are */
  tryAccount: { points: 40, duration: 3_600 },
  /** tries from one address at any accounts, from browsers these haven't been opened from */
  tryAddress: { points: 200, duration: 600 },
  /** messages with a code to one telephone, whoever asks; the address has a limit of its own */
  codePhone: { points: 6, duration: 3_600 },
  codeAddress: { points: 60, duration: 3_600 },
  /** typing codes and registering: a hall of people can, a script cannot guess through */
  codeTry: { points: 60, duration: 600 },
  register: { points: 10, duration: 300 },
  /** reports of posts: a hall of people can report, a script cannot flood */
  report: { points: 20, duration: 600 },
} as const;
type Kind = keyof typeof CLASSES;

/** When Redis doesn't answer it is left alone for so long, and each process counts for itself. */
const LEFT_ALONE_MS = 5_000;

/** A try at an account: `subject` names it. `device` is the browser, when the account has been opened from it before. */
export interface Try {
  subject: string;
  address: string;
  device: string | null;
}

export interface RateLimits {
  middleware: RequestHandler;
  /** Takes one try at a password or a code; gives the seconds to wait, 0 when the try is free. */
  tryWait(one: Try): Promise<number>;
  /** Gives the tries back to whoever was right. */
  tryDone(one: Try): Promise<void>;
  /** Takes one message with a code to a telephone, asked for from an address; gives the seconds to wait, 0 when it is free. */
  codeWait(address: string, phone: string): Promise<number>;
  /** Takes one try at a code from an address; gives the seconds to wait, 0 when it is free. */
  codeTryWait(address: string): Promise<number>;
  /** Takes one registration of an employer from an address; gives the seconds to wait, 0 when it is free. */
  registerWait(address: string): Promise<number>;
  /** Takes one report from an address; gives the seconds to wait, 0 when it is free. */
  reportWait(address: string): Promise<number>;
}

/** Limits counted in Redis so that all web processes share them, in memory while Redis is away. */
export function rateLimits(deps: Deps, metrics: WebMetrics): RateLimits {
  const { wait, giveBack } = counters(deps, metrics);
  const pairOf = ({ subject, address }: Try) => `${address}|${subject}`;
  return {
    async tryWait(one) {
      // whoever comes in a browser of theirs is held up by nobody else's failures
      if (one.device !== null) return wait("tryDevice", `${one.device}|${one.subject}`);
      return (await wait("tryPair", pairOf(one))) || (await wait("tryAccount", one.subject)) || wait("tryAddress", one.address);
    },
    async tryDone(one) {
      if (one.device !== null) return giveBack("tryDevice", `${one.device}|${one.subject}`, "all");
      await Promise.all([giveBack("tryPair", pairOf(one), "all"), giveBack("tryAccount", one.subject, 1), giveBack("tryAddress", one.address, 1)]);
    },
    codeWait: async (address, phone) => (await wait("codeAddress", address)) || wait("codePhone", deps.crypto.blindIndex("person.phone", phone)),
    codeTryWait: (address) => wait("codeTry", address),
    registerWait: (address) => wait("register", address),
    reportWait: (address) => wait("report", address),
    middleware: (request, response, next) => {
      void wait(kindOf(request), request.ip ?? "unknown").then((seconds) => {
        if (seconds === 0) return next();
        response.status(429).setHeader("Retry-After", String(seconds)).setHeader("Cache-Control", "no-store").type("text/plain; charset=utf-8")
          .send(`操作太频繁，请 ${seconds} 秒后再试。Too many requests: please try again in ${seconds} seconds.`);
      });
    },
  };
}

function counters(deps: Deps, metrics: WebMetrics) {
  const limiters = Object.fromEntries(
    (Object.keys(CLASSES) as Kind[]).map((kind) => {
      const options = { ...CLASSES[kind], keyPrefix: `${deps.env.QUEUE_PREFIX}:limit:${kind}` };
      return [kind, { shared: new RateLimiterRedis({ ...options, storeClient: deps.redis }), own: new RateLimiterMemory(options) }];
    }),
  ) as Record<Kind, { shared: RateLimiterRedis; own: RateLimiterMemory }>;
  let leftAloneUntil = 0;
  /** The shared count, or this process's own; a limit that is reached is thrown as no Error. */
  const counted = async <T,>(kind: Kind, act: (limiter: RateLimiterRedis | RateLimiterMemory) => Promise<T>): Promise<T> => {
    if (deps.redis.status !== "ready" || performance.now() < leftAloneUntil) return act(limiters[kind].own);
    try {
      return await act(limiters[kind].shared);
    } catch (refused) {
      if (!(refused instanceof Error)) throw refused;
      leftAloneUntil = performance.now() + LEFT_ALONE_MS;
      return act(limiters[kind].own);
    }
  };
  return {
    async wait(kind: Kind, key: string): Promise<number> {
      try {
        await counted(kind, (limiter) => limiter.consume(key));
        return 0;
      } catch (refused) {
        metrics.limited(kind);
        return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1_000));
      }
    },
    async giveBack(kind: Kind, key: string, points: number | "all"): Promise<void> {
      await counted<unknown>(kind, (limiter) => (points === "all" ? limiter.delete(key) : limiter.reward(key, points))).catch(() => undefined);
    },
  };
}

function kindOf(request: Request): Kind {
  return routeClass(request.method, request.path, request.get("content-type"));
}
