import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { beginRequest } from "../traces/steps.ts";
import type { Logger } from "../logger.server.ts";
import { DASHBOARD_PATH } from "./dashboard.server.ts";
import type { WebMetrics } from "./metrics.server.ts";

/** A path as a pattern: ids and codes become `:id`, a link's secret `:token`, so that logs name nobody. */
export function routePattern(path: string): string {
  return path.replace(/\/[0-7][0-9A-HJKMNP-TV-Z]{25}(?=\/|$)/g, "/:id").replace(/\/\d{6,12}(?=\/|$)/g, "/:code").replace(/\/assets\/.*/, "/assets/*").replace(/^\/(c|alerts|invited)\/[^/]+/, "/$1/:token").replace(/\.data$/, "");
}

const METHODS = new Set(["GET", "HEAD", "POST"]);
/** Answered beside the pages. */
const BESIDE = new Set(["/healthz", "/metrics", "/assets/*"]);

/** Gives each request an id, and writes one line when it is answered: never the query, which may hold what people look for. */
export function accessLog(logger: Logger, metrics: WebMetrics, nameOf: (path: string) => string = () => "other"): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader("X-Request-Id", requestId);
    response.on("finish", () => {
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      const path = routePattern(request.path);
      metrics.observe(METHODS.has(request.method) ? request.method : "other", response.statusCode === 404 ? "unknown" : labelOf(path, request.path, nameOf), response.statusCode, durationMs / 1_000);
      logger.info({ requestId, method: request.method, path, status: response.statusCode, durationMs }, "request");
    });
    const ended = beginRequest(() => (BESIDE.has(routePattern(request.path)) ? null : { method: request.method, route: nameOf(request.path), requestId }), next);
    if (ended) response.once("close", () => ended(response.statusCode));
  };
}

function labelOf(pattern: string, path: string, nameOf: (path: string) => string): string {
  if (BESIDE.has(pattern)) return pattern;
  return path.startsWith(`${DASHBOARD_PATH}/`) ? `${DASHBOARD_PATH}/*` : nameOf(path);
}
