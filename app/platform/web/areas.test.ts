import type { ServerBuild } from "@remix-run/node";
import { matchRoutes, type RouteObject } from "react-router";
import { describe, expect, it } from "vitest";
import { areasOf } from "./areas.ts";

const PATHS: Record<string, { path?: string; index?: true; parentId?: string }> = {
  root: { path: "" }, home: { index: true, parentId: "root" }, nothing: { path: "*", parentId: "root" },
  "jobs": { path: "jobs", index: true, parentId: "root" }, "jobs.id": { path: "jobs/:id", parentId: "root" }, "jobs.near": { path: "jobs/near", parentId: "root" },
  "policy": { path: "policy", parentId: "root" }, "policy.drafts": { path: "drafts", parentId: "policy" }, "board.csv": { path: "board.csv", parentId: "root" }, "board": { path: "board", index: true, parentId: "root" },
  "link": { path: "c/:token", parentId: "root" }, "anything": { path: ":word/help", parentId: "root" },
};
const build = { routes: Object.fromEntries(Object.entries(PATHS).map(([id, route]) => [id, { id, ...route }])), assets: { routes: {} } } as unknown as ServerBuild;

function matchedBy(of: ServerBuild, path: string): string[] | null {
  const below = (parent: string | undefined): RouteObject[] => Object.values(of.routes).filter((route) => route?.parentId === parent).map((route) => ({ id: route!.id, path: route!.path, ...(route!.index ? { index: true as const } : { children: below(route!.id) }) }));
  return matchRoutes(below(undefined), path)?.map(({ route }) => String(route.id)) ?? null;
}

describe("areas of a build", () => {
  it.each(["/", "/jobs", "/jobs/", "/JOBS", "/jobs/1", "/jobs/near", "/jobs/1/2", "//jobs", "/%6aobs", "/policy", "/policy/drafts", "/policy/none", "/board", "/board.csv", "/board.pdf", "/c/x", "/c", "/jobs/help", "/none/help", "/none", "/-", "/jobsx"])("answer %s as the whole build does", (path) => {
    expect(matchedBy(areasOf(build)(path), path)).toEqual(matchedBy(build, path));
  });

  it("hold few routes, and those of a path's data too", () => {
    const areaOf = areasOf(build);
    expect(Object.keys(areaOf("/jobs/1").routes).sort()).toEqual(["anything", "home", "jobs", "jobs.id", "jobs.near", "nothing", "root"]);
    expect(areaOf("/jobs.data")).toBe(areaOf("/jobs"));
  });
});
