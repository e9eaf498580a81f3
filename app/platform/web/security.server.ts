import type { Request, RequestHandler } from "express";
import helmet from "helmet";

/** What a page may use: the camera where codes are scanned, the place where somebody asks what is near. */
const PERMISSIONS = "camera=(self), geolocation=(self), accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), display-capture=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/** Headers for every answer: no inline script or style, nothing from elsewhere, no frame around us, no hold on our windows. */
export function securityHeaders(https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          scriptSrcAttr: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          frameSrc: ["'none'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: "same-origin" },
      crossOriginOpenerPolicy: { policy: "same-origin" },
      crossOriginResourcePolicy: { policy: "same-origin" },
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: "deny" },
    }),
    (_request, response, next) => {
      response.setHeader("Permissions-Policy", PERMISSIONS);
      next();
    },
  ];
}

/** The queue dashboard brings its own inline parts; it gets a policy of its own and nobody else does. */
export function dashboardHeaders(): RequestHandler {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'", "'unsafe-inline'"], styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"], fontSrc: ["'self'", "data:"], connectSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    },
  });
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Forms are taken only from our own pages. Browsers name the page's origin on every POST; those before 2020 that don't, say at
 * least which page they come from, which our own pages let them. A request that names none of it, or another place, is refused
 * before anything reads it. No page of another site can send our address in either header.
 */
export function sameOriginOnly(https: boolean): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method) || comesFromUs(request, https)) return next();
    response.status(403).type("text/plain; charset=utf-8").send("请从本网站的页面提交；如果就是从这里来的，请换一个浏览器再试。Please send this form from our own pages. If you did, please try another browser.");
  };
}

function comesFromUs(request: Request, https: boolean): boolean {
  const [origin, site, referer] = [request.get("origin"), request.get("sec-fetch-site"), request.get("referer")];
  if (site !== undefined && site !== "same-origin") return false;
  if (origin !== undefined) return isOurs(origin, request.get("host"), https);
  return site === "same-origin" || (referer !== undefined && isOurs(referer, request.get("host"), https));
}

function isOurs(address: string, host: string | undefined, https: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { host: named, protocol } = new URL(address);
  return named === host && (!https || protocol === "https:");
}
