import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const compose = readFileSync("compose.yaml", "utf8");
const operations = readFileSync("docs/operations.md", "utf8");
const environment = readFileSync("app/platform/environment.server.ts", "utf8");

/** Every `${NAME…}` of compose.yaml with what follows the name. */
const uses = [...compose.matchAll(/\$\{([A-Z_]+)((?:[^A-Z_}][^}]*)?)\}/g)].map(([, name = "", rest = ""]) => ({ name, rest }));
const settings = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = ""]) => name);

describe("production by compose.yaml", () => {
  it("gives no secret a default: a forgotten one stops the start", () => {
    const secrets = uses.filter(({ name }) => /PASSWORD|SECRET|KEY|TOKEN/.test(name));
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter(({ rest }) => !rest.startsWith(":?"))).toEqual([]);
  });

  it("starts in production mode, which refuses demo accounts and default secrets", () => {
    expect(compose).toContain("APP_MODE: production");
    expect(compose).not.toContain("APP_MODE: demo");
  });

  it("publishes the web server alone", () => {
    expect(compose.match(/^ {4}ports:/gm)).toHaveLength(1);
  });

  it("names every secret that the application asks for", () => {
    const secrets = settings.filter((name) => /(?:KEY|SECRET|TOKEN|_URL)$/.test(name));
    expect(secrets.filter((name) => !new RegExp(`^ {4}${name}: `, "m").test(compose))).toEqual([]);
  });
});

describe("docs/operations.md", () => {
  it("has a row for every setting the application reads", () => {
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
  });

  it("has a row for every npm command", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(operations))).toEqual([]);
  });
});
