import type { Request, RequestHandler } from "express";
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import type { Deps } from "../deps.server.ts";
import type { WebMetrics } from "./metrics.server.ts";

/** Requests in a window of seconds, by class of route; one address at most so many. A service hall shares one address. */
const CLASSES = {
  read: { points: 1_800, duration: 60 },
  write: { points: 300, duration: 60 },
  /** by account and address together: a stranger's failures elsewhere never lock the owner out */
  signIn: { points: 10, duration: 300 },
  /** messages with a code to one telephone, whoever asks; the address has a limit of its own */
  codePhone: { points: 6, duration: 3_600 },
  codeAddress: { points: 60, duration: 3_600 },
  /** typing codes and registering: a hall of people can, a script cannot guess through */
  codeTry: { points: 60, duration: 600 },
  /** reports of posts: a hall of people can report, a script cannot flood */
  report: { points: 20, duration: 600 },
} as const;
type Kind = keyof typeof CLASSES;

export interface RateLimits {
  middleware: RequestHandler;
  /** Takes one try at signing in; gives the seconds to wait, 0 when the try is free. */
  signInWait(address: string, username: string): Promise<number>;
  /** Gives the tries back to whoever knew the password. */
  signInDone(address: string, username: string): Promise<void>;
  /** Takes one message with a code to a telephone, asked for from an address; gives the seconds to wait, 0 when it is free. */
  codeWait(address: string, phone: string): Promise<number>;
  /** Takes one try at a code from an address; gives the seconds to wait, 0 when it is free. */
  codeTryWait(address: string): Promise<number>;
  /** Takes one report from an address; gives the seconds to wait, 0 when it is free. */
  reportWait(address: string): Promise<number>;
}

/** Limits by address, counted in Redis so that all web processes share them, in memory while Redis is away. */
export function rateLimits(deps: Deps, metrics: WebMetrics): RateLimits {
  const limiters = Object.fromEntries(
    (Object.keys(CLASSES) as Kind[]).map((kind) => {
      const options = { ...CLASSES[kind], keyPrefix: `${deps.env.QUEUE_PREFIX}:limit:${kind}` };
      return [kind, new RateLimiterRedis({ ...options, storeClient: deps.redis, insuranceLimiter: new RateLimiterMemory(options) })];
    }),
  ) as Record<Kind, RateLimiterRedis>;
  const wait = async (kind: Kind, key: string): Promise<number> => {
    try {
      await limiters[kind].consume(key);
      return 0;
    } catch (refused) {
      if (refused instanceof Error) return 0;
      metrics.limited(kind);
      return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1_000));
    }
  };
  // a name to sign in with may be a telephone or a resident ID: a key in Redis holds its keyed hash
  const signInKey = (address: string, username: string) => `${address}|${deps.crypto.blindIndex("sign-in.name", username.trim().toLowerCase().slice(0, 60))}`;
  return {
    signInWait: (address, username) => wait("signIn", signInKey(address, username)),
    signInDone: async (address, username) => void (await limiters.signIn.delete(signInKey(address, username)).catch(() => false)),
    codeWait: async (address, phone) => (await wait("codeAddress", address)) || wait("codePhone", deps.crypto.blindIndex("person.phone", phone)),
    codeTryWait: (address) => wait("codeTry", address),
    reportWait: (address) => wait("report", address),
    middleware: (request, response, next) => {
      void wait(kindOf(request), request.ip ?? "unknown").then((seconds) => {
        if (seconds === 0) return next();
        response.status(429).setHeader("Retry-After", String(seconds)).type("text/plain; charset=utf-8")
          .send(`操作太频繁，请 ${seconds} 秒后再试。Too many requests: please try again in ${seconds} seconds.`);
      });
    },
  };
}

function kindOf(request: Request): Kind {
  return request.method === "GET" || request.method === "HEAD" ? "read" : "write";
}
