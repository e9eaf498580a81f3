import { describe, expect, it } from "vitest";
import { requirePublicUrl } from "./production-checks.server.ts";

describe("a production start", () => {
  it("stops where nobody says what the site is called, since a visitor could say anything", () => {
    expect(() => requirePublicUrl({ APP_MODE: "production", PUBLIC_URL: undefined })).toThrow(/PUBLIC_URL: is not set/);
    expect(() => requirePublicUrl({ APP_MODE: "production", PUBLIC_URL: "https://jobs.example.gov.cn" })).not.toThrow();
    expect(() => requirePublicUrl({ APP_MODE: "demo", PUBLIC_URL: undefined })).not.toThrow();
  });
});
