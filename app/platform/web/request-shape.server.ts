import type { RequestHandler } from "express";
import { DASHBOARD_PATH } from "./dashboard.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST"]);
/** A name or a number with a port, as a browser sends it (RFC 9110, 7.2). */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Requests that no browser sends to us are refused in words before anything looks at them: another method, an address that is no path of ours,
 * a host that is none. What a proxy says beyond the address and the scheme is not believed: nothing needs it.
 */
export const plainRequestsOnly: RequestHandler = (request, response, next) => {
  delete request.headers["x-forwarded-host"];
  if (!/^https?$/.test(request.get("x-forwarded-proto") ?? "http")) delete request.headers["x-forwarded-proto"];
  const say = (status: number, words: string) => void response.status(status).type("text/plain; charset=utf-8").send(words);
  if (!METHODS.has(request.method) && !request.path.startsWith(`${DASHBOARD_PATH}/`)) {
    response.set("Allow", [...METHODS].join(", "));
    return say(405, "本网站的页面只能打开和提交。The pages of this site are opened and sent, nothing else.");
  }
  if (!/^\/(?![/\\])/.test(request.originalUrl) || !canBeRead(request.path)) return say(400, "网址不对，请检查后再打开。This address is not right: please check it.");
  if (!HOST.test(request.get("host") ?? "")) return say(400, "网站名称不对，请检查网址。The name of the site in the address is not right.");
  next();
};

function canBeRead(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
