import type { ServerBuild } from "@remix-run/node";

const UNTRACED = /^\/(?:assets\/|healthz$|metrics$)/;

/**
 * Paths as patterns, for traces. Of a path only the words stay that routes of ours are made of; whatever else stands in it, a number, a
 * link's secret or what somebody typed, becomes `:x`. Null for what is not worth a trace: files, health and metrics.
 */
export function routeNames(build: Pick<ServerBuild, "routes">): (path: string) => string | null {
  const words = new Set(Object.values(build.routes).flatMap((route) => route?.path?.split("/") ?? []).filter((word) => /^[a-z][a-z0-9.-]*$/.test(word)));
  return (path) => (UNTRACED.test(path) ? null : path.replace(/\.data$/, "").replace(/[^/]+/g, (part) => (words.has(part) ? part : ":x")));
}
