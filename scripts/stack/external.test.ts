import { describe, expect, it } from "vitest";
import { externalUrls } from "./external.ts";

const all = { DATABASE_URL: "mysql://u:p@db:3306/work", REDIS_URL: "redis://r:6379/0", MEILI_URL: "http://m:7700", MEILI_KEY: "k" };

describe("services named by the environment", () => {
  it("none named: a private stack is wanted", () => {
    expect(externalUrls("main", {})).toBeNull();
    expect(externalUrls("test", {})).toBeNull();
  });

  it("all three named: they are used", () => {
    expect(externalUrls("main", all)).toEqual(all);
  });

  it("some named: the missing ones are told by name", () => {
    expect(() => externalUrls("main", { DATABASE_URL: all.DATABASE_URL })).toThrow(/REDIS_URL, MEILI_URL/);
  });

  it("tests refuse a database that is not named for tests", () => {
    expect(() => externalUrls("test", all)).toThrow(/"work"/);
  });

  it("tests take a database whose name ends in _test", () => {
    expect(externalUrls("test", { ...all, DATABASE_URL: "mysql://u:p@db/work_test" })?.DATABASE_URL).toBe("mysql://u:p@db/work_test");
  });

  it("TEST_ variables go before the others, and must end in _test too", () => {
    const named = { TEST_DATABASE_URL: "mysql://u:p@t/x_test", TEST_REDIS_URL: "redis://t/1", TEST_MEILI_URL: "http://t:7700", TEST_MEILI_KEY: "tk" };
    expect(externalUrls("test", { ...all, ...named })).toEqual({
      DATABASE_URL: "mysql://u:p@t/x_test",
      REDIS_URL: "redis://t/1",
      MEILI_URL: "http://t:7700",
      MEILI_KEY: "tk",
    });
    expect(() => externalUrls("test", { ...named, TEST_DATABASE_URL: "mysql://u:p@t/x" })).toThrow(/_test/);
  });
});
