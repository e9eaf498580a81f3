export type RouteClass = "read" | "write" | "search" | "export" | "upload" | "api";

const SEARCH = /^\/jobs(?:\/near|\/brands)?$/;
const API = /^\/(?:agent\/sync|muster\/sync|bureau\/dispatches\/[^/]+\/sync|certificates\/(?:keys|lists|revoked)\.json)$/;
const EXPORT = /\.(?:xlsx|csv|pdf)$|\/(?:bank|file|download)$|^\/files\//;

/** What a request costs, by its path: a search asks the engine, an export makes a file, an upload is read through. */
export function routeClass(method: string, path: string, contentType: string | undefined): RouteClass {
  const plain = path.replace(/\.data$/, "");
  if (API.test(plain)) return "api";
  if (method !== "GET" && method !== "HEAD") return contentType?.startsWith("multipart/form-data") ? "upload" : "write";
  return SEARCH.test(plain) ? "search" : EXPORT.test(plain) ? "export" : "read";
}
