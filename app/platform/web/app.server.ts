import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { Queue } from "bullmq";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { LARGEST_ROSTER_BYTES } from "#app/domain/roster/roster.ts";
import { LARGEST_PHOTO_BYTES } from "#app/domain/profile/photo.ts";
import { countView } from "#app/data/post-views.server.ts";
import type { Deps } from "../deps.server.ts";
import { SESSION_COOKIE } from "../sessions.server.ts";
import { withinLimit } from "../within-limit.ts";
import { accessLog } from "./access-log.server.ts";
import { areasOf } from "./areas.ts";
import { DASHBOARD_PATH, queueDashboard } from "./dashboard.server.ts";
import { readHealth } from "./health.server.ts";
import { keptPages, PAGE_COMPRESSION } from "./kept-pages.server.ts";
import { cookieOf, loadContextFor, sessionOf } from "./load-context.server.ts";
import { createMetrics } from "./metrics.server.ts";
import { sheddingOver } from "./overload.server.ts";
import { rateLimits } from "./rate-limits.server.ts";
import { plainRequestsOnly } from "./request-shape.server.ts";
import { routeNames } from "./route-names.ts";
import { sameOriginOnly, securityHeaders } from "./security.server.ts";
import { rememberTyped } from "./typed-form.server.ts";
import { wholeBodyFirst } from "./whole-body.server.ts";

const LARGEST_BODY_BYTES = 1_048_576;
/** The pages that take a photo; what stands around it in the form is small. */
const PHOTO_PATH = /^\/(?:me\/profile\/certificates\/[0-7][0-9A-HJKMNP-TV-Z]{25}|bureau\/brands\/[0-7][0-9A-HJKMNP-TV-Z]{25}|operator\/brand)(?:\.data)?$/;
const LARGEST_PHOTO_BODY_BYTES = LARGEST_PHOTO_BYTES + 65_536;
/** The one page that takes a roster; it is sealed piece by piece as it comes, so memory stays small. */
const ROSTER_PATH = /^\/bureau\/rosters(?:\.data)?$/;
const LARGEST_ROSTER_BODY_BYTES = LARGEST_ROSTER_BYTES + 65_536;

/** The web application: guards, operations, files, pages. `queues` are only looked at. */
export function createApp(deps: Deps, build: ServerBuild, queues: readonly Queue[]): Express {
  const app = express();
  const metrics = createMetrics(deps, () => queueDepths(queues));
  const limits = rateLimits(deps, metrics);
  const buildDirectory = resolve(deps.env.BUILD_DIR);
  app.disable("x-powered-by");
  app.set("trust proxy", deps.env.TRUSTED_PROXIES);
  app.use(accessLog(deps.logger, metrics, routeNames(build)));
  const https = deps.env.PUBLIC_URL?.startsWith("https:") ?? false;
  app.use(...securityHeaders(https));

  app.get("/healthz", (_request, response, next) => {
    readHealth(deps).then((health) => response.status(health.status === "down" ? 503 : 200).set("Cache-Control", "no-store").json(health), next);
  });
  app.get("/metrics", (request, response, next) => {
    if (!mayScrape(request.ip, request.get("authorization"), deps.env.METRICS_TOKEN)) return void response.status(404).end();
    metrics.render().then(({ type, text }) => response.type(type).send(text), next);
  });

  app.use(compression({ level: PAGE_COMPRESSION }));
  app.use("/assets", express.static(resolve(buildDirectory, "client/assets"), { immutable: true, maxAge: "1y", fallthrough: false, redirect: false }));
  app.use(knownFiles(resolve(buildDirectory, "client")));
  app.use(plainRequestsOnly);
  app.use(limits.middleware);
  app.use(sameOriginOnly(https));
  app.use((request, response, next) => {
    if (request.get("transfer-encoding") !== undefined && request.get("content-length") === undefined) {
      return void response.status(411).type("text/plain; charset=utf-8").send("请说明内容的长度。Please state the length of what you send.");
    }
    const largest = largestBody(request);
    if (Number(request.get("content-length") ?? 0) <= largest) return next();
    const mb = Math.floor(largest / 1_048_576);
    response.status(413).type("text/plain; charset=utf-8").send(`提交的内容超过 ${mb} MB，请缩短或换一张。What you sent is over ${mb} MB: please make it smaller.`);
  });
  app.use(keptPages(deps.env.KEEP_PAGES_SECONDS, (postId) => countView(deps, postId)));
  app.use(largeFromUsersOnly(deps));
  app.use(wholeBodyFirst(LARGEST_BODY_BYTES));
  app.use(sheddingOver(deps.env.PAGES_AT_ONCE, metrics, (request) => cookieOf(request, SESSION_COOKIE)));
  app.use(DASHBOARD_PATH, ...queueDashboard(deps, queues));
  app.use(readToTheEnd);
  app.use(rememberTyped);
  app.all("*", pages(build, loadContextFor(deps, limits)));
  app.use(lastResort(deps));
  return app;
}

/** The request handler of the area that a path is of, made when it is first asked for. */
function pages(build: ServerBuild, getLoadContext: ReturnType<typeof loadContextFor>): RequestHandler {
  const areaOf = areasOf(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (request, response, next) => {
    const area = areaOf(request.path);
    const handler = handlers.get(area) ?? createRequestHandler({ build: area, getLoadContext });
    handlers.set(area, handler);
    return handler(request, response, next);
  };
}

function largestBody(request: express.Request): number {
  if (PHOTO_PATH.test(request.path)) return LARGEST_PHOTO_BODY_BYTES;
  const sendsFile = request.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return ROSTER_PATH.test(request.path) && sendsFile ? LARGEST_ROSTER_BODY_BYTES : LARGEST_BODY_BYTES;
}

/** What is too large to wait for takes a turn while it comes: nobody holds one up who has not signed in. */
function largeFromUsersOnly(deps: Deps): RequestHandler {
  return (request, response, next) => {
    if (Number(request.get("content-length") ?? 0) <= LARGEST_BODY_BYTES) return next();
    sessionOf(deps, request, String(response.locals.requestId)).then((session) => {
      if (session !== null) return next();
      // what still comes is read away: a browser whose sending is cut off shows no answer
      const login = `/login?${new URLSearchParams({ to: request.path })}`;
      response.status(401).set("Cache-Control", "no-store").type("text/html; charset=utf-8").send(
        `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>请先登录 Please sign in</title></head><body><main><h1>请先登录 <span lang="en">Please sign in</span></h1><p>登录已过期，文件没有保存。<a href="${login}">登录</a>后再上传一次。</p><p lang="en">You are no longer signed in and the file was not saved. <a href="${login}">Sign in</a>, then send it again.</p></main></body></html>`);
    }, next);
  };
}

/** A page may answer without reading what was sent to it. What is left would stop the next request on the same connection. */
const readToTheEnd: RequestHandler = (request, response, next) => {
  response.once("finish", () => {
    if (!request.readableEnded) request.removeAllListeners("data").resume();
  });
  next();
};

/** The few files beside the pages. What there is is known from the start: no page waits for a look at the disk. */
function knownFiles(folder: string): RequestHandler {
  const files = new Set(readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll("\\", "/")}`));
  const serve = express.static(folder, { maxAge: "1h", index: false, redirect: false });
  return (request, response, next) => (files.has(request.path) ? serve(request, response, next) : next());
}

function mayScrape(address: string | undefined, authorization: string | undefined, token: string | undefined): boolean {
  const loopback = address === "127.0.0.1" || address === "::1" || address === "::ffff:127.0.0.1";
  return token === undefined ? loopback : authorization === `Bearer ${token}`;
}

async function queueDepths(queues: readonly Queue[]): Promise<Record<string, Record<string, number>>> {
  const counts = await Promise.all(queues.map((queue) => withinLimit(queue.getJobCounts("waiting", "active", "delayed", "failed", "completed"), 1_500)));
  return Object.fromEntries(queues.map((queue, index) => [queue.name, counts[index] ?? {}]));
}

/** What even the pages' own error boundaries could not answer: the database is away, most likely. */
function lastResort(deps: Deps): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const status = Number((error as { status?: unknown }).status) || 503;
    if (status >= 500) deps.logger.error({ requestId: String(response.locals.requestId), error }, "request failed");
    if (response.headersSent) return next(error);
    if (status < 500) return void response.status(status).type("text/plain; charset=utf-8").send("没有这个文件。There is no such file.");
    response.status(503).setHeader("Retry-After", "30").type("text/plain; charset=utf-8")
      .send("服务暂时不可用，请一分钟后再试。您填写的内容没有保存。The service is away for a moment: please try again in a minute. What you typed was not saved.");
  };
}
