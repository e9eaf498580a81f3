import { describe, expect, it } from "vitest";
import { routeClass } from "./route-classes.ts";

const FORM = "application/x-www-form-urlencoded";

describe("the class of a route", () => {
  it.each([
    ["GET", "/", undefined, "read"], ["HEAD", "/board", undefined, "read"], ["GET", "/jobs", undefined, "search"], ["GET", "/jobs.data", undefined, "search"], ["GET", "/jobs/near", undefined, "search"],
    ["GET", "/jobs/01J0000000000000000000000A", undefined, "read"], ["GET", "/board.csv", undefined, "export"], ["GET", "/board/report.pdf", undefined, "export"], ["GET", "/bureau/tables/posts.xlsx", undefined, "export"],
    ["GET", "/me/privacy/download", undefined, "export"], ["GET", "/files/01J0000000000000000000000A", undefined, "export"], ["GET", "/bureau/welfare/sheets/01J/bank", undefined, "export"],
    ["POST", "/login", FORM, "write"], ["POST", "/jobs", FORM, "write"], ["POST", "/bureau/rosters", "multipart/form-data; boundary=x", "upload"],
    ["POST", "/agent/sync", "application/json", "api"], ["POST", "/muster/sync", "application/json", "api"], ["GET", "/certificates/keys.json", undefined, "api"],
  ] as const)("of %s %s (%s) is %s", (method, path, type, expected) => {
    expect(routeClass(method, path, type)).toBe(expected);
  });
});
