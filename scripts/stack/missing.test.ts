import { describe, expect, it } from "vitest";
import { missingScreen } from "./missing.ts";

describe("the screen for a machine that lacks services", () => {
  const screen = missingScreen({ database: false, redis: true, meilisearch: false }, "");

  it("names what is missing and nothing else", () => {
    const head = screen.slice(0, screen.indexOf("三种办法"));
    expect(head).toContain("MariaDB");
    expect(head).toContain("Meilisearch");
    expect(head).not.toContain("Redis");
  });

  it("names the three ways on: packages, URLs, containers", () => {
    for (const word of ["apt-get install mariadb-server redis-server", "DATABASE_URL=", "REDIS_URL=", "MEILI_URL=", "compose.yaml"]) {
      expect(screen).toContain(word);
    }
  });

  it("fits on one screen of 24 lines of 110 columns", () => {
    const lines = screen.split("\n");
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  });
});
