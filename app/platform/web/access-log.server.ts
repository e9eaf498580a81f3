import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "../logger.server.ts";
import type { WebMetrics } from "./metrics.server.ts";

/** A path as a pattern: ids and codes become `:id`, a link's secret `:token`, so that metrics stay few and logs name nobody. */
export function routePattern(path: string): string {
  return path.replace(/\/[0-7][0-9A-HJKMNP-TV-Z]{25}(?=\/|$)/g, "/:id").replace(/\/\d{6,12}(?=\/|$)/g, "/:code").replace(/\/assets\/.*/, "/assets/*").replace(/^\/(c|alerts|invited)\/[^/]+/, "/$1/:token").replace(/\.data$/, "");
}

/** Gives each request an id, and writes one line when it is answered: never the query, which may hold what people look for. */
export function accessLog(logger: Logger, metrics: WebMetrics): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader("X-Request-Id", requestId);
    response.on("finish", () => {
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      const path = routePattern(request.path);
      metrics.observe(request.method, response.statusCode === 404 ? "unknown" : path, response.statusCode, durationMs / 1_000);
      logger.info({ requestId, method: request.method, path, status: response.statusCode, durationMs }, "request");
    });
    next();
  };
}
