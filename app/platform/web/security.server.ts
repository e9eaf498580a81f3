import type { RequestHandler } from "express";
import helmet from "helmet";

/** Headers for every page: no inline script or style, nothing from elsewhere, no frame around us. */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}

/** The queue dashboard brings its own inline parts; it gets a policy of its own and nobody else does. */
export function dashboardHeaders(): RequestHandler {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'", "'unsafe-inline'"], styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"], fontSrc: ["'self'", "data:"], connectSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'none'"],
    },
  });
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Forms are taken only from our own pages: browsers name the page's origin on every POST. A request that
 * names none, or another one, is refused before anything reads it.
 */
export function sameOriginOnly(): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next();
    const origin = request.get("origin");
    const site = request.get("sec-fetch-site");
    const own = origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get("host");
    if (own || (origin === undefined && site === "same-origin")) return next();
    response.status(403).type("text/plain; charset=utf-8").send("请从本网站的页面提交。Please send this form from our own pages.");
  };
}
