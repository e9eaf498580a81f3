import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { routeNames } from "./route-names.ts";

const PATHS: Record<string, { path?: string; index?: true; parentId?: string }> = {
  root: { path: "" }, home: { index: true, parentId: "root" }, nothing: { path: "*", parentId: "root" }, jobs: { path: "jobs", parentId: "root" }, post: { path: "jobs/:id", parentId: "root" },
  near: { path: "jobs/near", parentId: "root" }, poster: { path: "jobs/:id/poster", parentId: "root" }, policy: { path: "policy", parentId: "root" }, key: { path: ":key", parentId: "policy" }, file: { path: "board.csv", parentId: "root" },
};
const nameOf = routeNames({ routes: PATHS } as unknown as Pick<ServerBuild, "routes">);

describe("the name of a route", () => {
  it.each([
    ["/", "/"], ["/jobs", "/jobs"], ["/jobs/", "/jobs"], ["/jobs.data", "/jobs"], ["/jobs/near", "/jobs/near"], ["/jobs/anything", "/jobs/:id"], ["/jobs/near/poster", "/jobs/:id/poster"],
    ["/policy/travel.subsidy", "/policy/:key"], ["/board.csv", "/board.csv"],
  ])("of %s is %s", (path, name) => expect(nameOf(path)).toBe(name));

  it("is one and the same for whatever strangers make up", () => {
    expect(new Set(Array.from({ length: 1_000 }, (_, at) => nameOf(`/made-up-${at}/jobs/${at}`)))).toEqual(new Set(["other"]));
    expect(new Set(Array.from({ length: 1_000 }, (_, at) => nameOf(`/jobs/made-up-${at}`)))).toEqual(new Set(["/jobs/:id"]));
  });
});
