import type { ServerBuild } from "@remix-run/node";

/** The part of an address that tells its area: `/jobs/…` and `/jobs.data` are of jobs. Anything unusual has none. */
const AREA = /^\/([a-z][a-z0-9.-]*?)(?:\.data)?(?:\/|$)/;

/**
 * The build with the routes of one area alone, chosen by the first part of a path: the router looks at every route it has, several
 * times a request, and there are more than a hundred. A path of no known area gets the whole build, so that nothing is answered otherwise than by it.
 */
export function areasOf(build: ServerBuild): (path: string) => ServerBuild {
  const firstPart = new Map(Object.keys(build.routes).map((id) => [id, firstPartOf(build, id)]));
  const withArea = (area: string | null) => only(build, [...firstPart].filter(([, part]) => part === null || part === area).map(([id]) => id));
  const areas = new Map([...new Set(firstPart.values())].filter((part) => part !== null).map((area) => [area, withArea(area)]));
  const front = withArea(null);
  return (path) => (path === "/" ? front : (areas.get(AREA.exec(path)?.[1] ?? "") ?? build));
}

/** The fixed first part of a route's path; null for the root and for routes that may begin with anything. */
function firstPartOf(build: ServerBuild, id: string): string | null {
  const parts: string[] = [];
  for (let route = build.routes[id]; route; route = route.parentId === undefined ? undefined : build.routes[route.parentId]) if (route.path) parts.unshift(route.path);
  const [first = ""] = parts.join("/").split("/");
  return /^[a-z][a-z0-9.-]*$/.test(first) ? first : null;
}

function only(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const pick = <T>(from: Record<string, T | undefined>) => Object.fromEntries(ids.flatMap((id) => (from[id] === undefined ? [] : [[id, from[id]]]))) as Record<string, T>;
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } } as ServerBuild;
}
