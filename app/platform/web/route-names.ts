import type { ServerBuild } from "@remix-run/node";

interface Step {
  name: string | null;
  fixed: Map<string, Step>;
  any: Step | null;
}

const newStep = (): Step => ({ name: null, fixed: new Map(), any: null });

/**
 * The name of the route that a path is of, as its pages are defined (`/jobs/:id`), for metrics: there are as many as there are routes, whatever
 * paths strangers make up. `other`: none.
 */
export function routeNames(build: Pick<ServerBuild, "routes">): (path: string) => string {
  const root = newStep();
  for (const id of Object.keys(build.routes)) {
    const parts = partsOf(build, id);
    if (parts.includes("*")) continue;
    let step = root;
    for (const part of parts) {
      const next: Step = part.startsWith(":") ? (step.any ??= newStep()) : (step.fixed.get(part) ?? newStep());
      if (!part.startsWith(":")) step.fixed.set(part, next);
      step = next;
    }
    step.name ??= `/${parts.join("/")}`;
  }
  return (path) => nameIn(root, path.replace(/\.data$/, "").split("/").filter((part) => part !== "")) ?? "other";
}

function nameIn(step: Step, [part, ...rest]: readonly string[]): string | null {
  if (part === undefined) return step.name;
  const fixed = step.fixed.get(part);
  return (fixed && nameIn(fixed, rest)) ?? (step.any && nameIn(step.any, rest));
}

function partsOf(build: Pick<ServerBuild, "routes">, id: string): string[] {
  const parts: string[] = [];
  for (let route = build.routes[id]; route; route = route.parentId === undefined ? undefined : build.routes[route.parentId]) if (route.path) parts.unshift(...route.path.split("/"));
  return parts;
}
