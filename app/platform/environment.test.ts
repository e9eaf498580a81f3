import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "./environment.server.ts";

const key = () => randomBytes(32).toString("base64");
const right = () => ({
  APP_MODE: "demo", DATABASE_URL: "mysql://u:p@127.0.0.1:3306/d", REDIS_URL: "redis://:p@127.0.0.1:6379", MEILI_URL: "http://127.0.0.1:7700",
  MEILI_KEY: "a-long-master-key-1234", SESSION_SECRET: key(), DATA_KEY: key(), INDEX_KEY: key(),
});
const problemsOf = (source: Record<string, string | undefined>) => {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems.map((one) => one.variable);
    throw error;
  }
};

describe("the environment", () => {
  it("is read with its defaults", () => {
    expect(readEnvironment(right())).toMatchObject({ APP_MODE: "demo", PORT: 3000, HOST: "127.0.0.1" });
  });

  it.each([
    ["DATABASE_URL", "postgres://x"], ["REDIS_URL", "127.0.0.1:6379"], ["MEILI_URL", "no address"], ["MEILI_KEY", "short"], ["SESSION_SECRET", "c2hvcnQ="],
    ["DATA_KEY", ""], ["PORT", "http"], ["APP_MODE", "staging"], ["LOG_LEVEL", "loud"], ["SECOND_FACTOR", "sometimes"], ["NIGHTLY_MATCH_HOUR", "24"], ["NIGHTLY_MATCH_HOUR", "never"], ["KEEP_PAGES_SECONDS", "-1"], ["KEEP_PAGES_SECONDS", "301"], ["PAGES_AT_ONCE", "many"], ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"], ["TRUSTED_PROXIES", "everybody"], ["TRUSTED_PROXIES", "10.0.0.1;10.0.0.2"],
  ])("stops the start and names %s when it is %j", (variable, value) => {
    expect(problemsOf({ ...right(), [variable]: value })).toEqual([variable]);
  });

  it("names whom it believes about a visitor's address: this machine's own proxy, or those that are set", () => {
    expect(readEnvironment(right()).TRUSTED_PROXIES).toBe("loopback");
    expect(readEnvironment({ ...right(), TRUSTED_PROXIES: "loopback, 10.20.0.0/16,fd00::/8" }).TRUSTED_PROXIES).toBe("loopback, 10.20.0.0/16,fd00::/8");
  });

  it("says in words what a wrong variable must be, and never its value", () => {
    const secret = "c2hvcnQtc2VjcmV0";
    expect(() => readEnvironment({ ...right(), DATA_KEY: secret })).toThrow(/DATA_KEY: must be .*32 bytes/);
    expect(() => readEnvironment({ ...right(), DATA_KEY: secret })).not.toThrow(new RegExp(secret));
  });

  it("in production refuses trivial secrets and one key for two things", () => {
    const zeros = Buffer.alloc(32).toString("base64");
    expect(problemsOf({ ...right(), APP_MODE: "production", SESSION_SECRET: zeros })).toEqual(["SESSION_SECRET"]);
    const one = key();
    expect(problemsOf({ ...right(), APP_MODE: "production", DATA_KEY: one, INDEX_KEY: one })).toEqual(["INDEX_KEY"]);
  });

  it.each([
    ["production", undefined, 2], ["demo", undefined, null], ["production", "off", null], ["demo", "0", 0], ["production", "23", 23],
  ] as const)("matches the province by night: in %s, set to %s, at %s", (APP_MODE, NIGHTLY_MATCH_HOUR, hour) => {
    expect(readEnvironment({ ...right(), APP_MODE, NIGHTLY_MATCH_HOUR }).NIGHTLY_MATCH_HOUR).toBe(hour);
  });

  it.each([
    ["production", undefined, 30], ["demo", undefined, 0], ["production", "0", 0], ["demo", "5", 5],
  ] as const)("keeps pages for guests: in %s, set to %s, for %s seconds", (APP_MODE, KEEP_PAGES_SECONDS, seconds) => {
    expect(readEnvironment({ ...right(), APP_MODE, KEEP_PAGES_SECONDS }).KEEP_PAGES_SECONDS).toBe(seconds);
  });

  it.each([
    ["production", undefined, "required"], ["demo", undefined, "optional"], ["production", "optional", "optional"], ["demo", "required", "required"],
  ] as const)("asks officers for a second factor: in %s, set to %s, it is %s", (APP_MODE, SECOND_FACTOR, rule) => {
    expect(readEnvironment({ ...right(), APP_MODE, SECOND_FACTOR }).SECOND_FACTOR).toBe(rule);
  });

  it("is production unless it says otherwise", () => {
    expect(readEnvironment({ ...right(), APP_MODE: undefined }).APP_MODE).toBe("production");
  });
});
