import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAudit } from "./advisories.ts";
import { missingFrom, productionBom } from "./bom.ts";
import { judgementOf, lockedPackages, nameOf, productionPackages, readJudged } from "./judged.ts";
import { isPermissive, licenceRows } from "./licences.ts";

const judged = readJudged();

describe("what the lockfile pins", () => {
  it("is pinned by content, every package, also those for other systems", () => {
    const open = lockedPackages().filter(([, one]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? ""));
    expect(open.map(([path, one]) => `${path} ${one.integrity ?? "without"}`)).toEqual([]);
  });

  it("comes from the registry that npm is set to: no address, no folder, no repository", () => {
    expect(lockedPackages().filter(([, one]) => one.resolved !== undefined || !/^\d+\.\d+\.\d+/.test(one.version ?? "")).map(([path]) => path)).toEqual([]);
  });

  it("is asked for by exact versions", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe("install scripts", () => {
  it("are never run", () => {
    expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
    expect(readFileSync("Dockerfile", "utf8")).toMatch(/COPY .*\.npmrc/);
  });

  it("each package that has one is judged by name, and none is judged that has none", () => {
    const having = new Set(lockedPackages().filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)));
    expect(Object.keys(judged.installScripts).sort()).toEqual([...having].sort());
  });
});

describe("licences of production", () => {
  it("are permissive or judged with a reason", () => {
    expect(licenceRows(productionPackages(), judged.licences).filter(({ ok }) => !ok)).toEqual([]);
  });

  it("no judgement stands for a package that is not there", () => {
    const names = productionPackages().map(([path]) => nameOf(path));
    expect(Object.keys(judged.licences).filter((known) => !names.some((name) => judgementOf({ [known]: "x" }, name)))).toEqual([]);
  });

  it.each([["MIT", true], ["(MIT OR GPL-3.0-or-later)", true], ["(MIT AND Zlib)", true], ["Apache-2.0 AND LGPL-3.0-or-later", false], ["GPL-3.0", false], ["", false], ["SEE LICENSE IN LICENSE", false]])("%s: %s", (expression, wanted) => {
    expect(isPermissive(expression)).toBe(wanted);
  });

  it("a package without a licence or with a copyleft one is open until somebody judges it", () => {
    const rows = (judgements: Record<string, string>) => licenceRows([["node_modules/a", { version: "1.0.0" }], ["node_modules/b/node_modules/c", { version: "2.0.0", license: "AGPL-3.0" }]], judgements);
    expect(rows({}).map(({ name, ok }) => [name, ok])).toEqual([["a", false], ["c", false]]);
    expect(rows({ c: "why" }).map(({ ok }) => ok)).toEqual([false, true]);
  });
});

describe("known holes", () => {
  const report = JSON.stringify({ vulnerabilities: { a: { via: ["b", { name: "b", severity: "high", title: "hole", url: "https://example.org/advisories/GHSA-1" }] } } });

  it("a registry that answers no audit is told apart from one that found nothing", () => {
    expect(readAudit('{"message": "405 Method Not Allowed"}', judged)).toEqual({ answered: false, reason: "405 Method Not Allowed" });
    expect(readAudit("", judged)).toMatchObject({ answered: false });
    expect(readAudit('{"vulnerabilities": {}}', judged)).toEqual({ answered: true, advisories: [] });
  });

  it("one that is judged carries its reason, any other is open", () => {
    expect(readAudit(report, { advisories: {} })).toMatchObject({ advisories: [{ id: "GHSA-1", package: "b", judged: null }] });
    expect(readAudit(report, { advisories: { "GHSA-1": { package: "b", judgedOn: "2026-11-26", reason: "not reached" } } })).toMatchObject({ advisories: [{ judged: "not reached" }] });
  });

  it("every judgement has its day and a reason", () => {
    for (const [id, { judgedOn, reason }] of Object.entries(judged.advisories)) {
      expect(judgedOn, id).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(reason.length, id).toBeGreaterThan(20);
    }
  });
});

describe("the list of parts", () => {
  const part = (name: string) => ({ "bom-ref": `${name}@1.0.0`, name, version: "1.0.0" });
  const bom = {
    bomFormat: "CycloneDX", specVersion: "1.5", metadata: { component: { "bom-ref": "folder@0.1.0", name: "folder" } }, components: [part("a"), part("tool")],
    dependencies: [{ ref: "folder@0.1.0", dependsOn: ["a@1.0.0", "tool@1.0.0"] }, { ref: "a@1.0.0" }, { ref: "tool@1.0.0", dependsOn: ["a@1.0.0"] }],
  };

  it("holds what production gets, also when a tool of development asks for it too, and nothing else", () => {
    const { components, dependencies, metadata } = productionBom(bom, "product", [["node_modules/a", { version: "1.0.0" }]]);
    expect(components.map(({ name }) => name)).toEqual(["a"]);
    expect(dependencies).toEqual([{ ref: "folder@0.1.0", dependsOn: ["a@1.0.0"] }, { ref: "a@1.0.0", dependsOn: [] }]);
    expect(metadata.component.name).toBe("product");
  });

  it("a package of production that it lacks is told", () => {
    expect(missingFrom(bom, [["node_modules/a", { version: "1.0.0" }], ["node_modules/x/node_modules/b", { version: "2.0.0" }]])).toEqual(["b@2.0.0"]);
  });
});

describe("the Meilisearch repack", () => {
  it("is pinned by content, and the README says whose it is and what production uses", () => {
    expect(readFileSync("scripts/stack/fetch-meilisearch.ts", "utf8")).toMatch(/integrity: "sha512-[A-Za-z0-9+/]{86}=="/);
    expect(readFileSync("README.md", "utf8").replace(/\s+/g, " ")).toContain("third party's repack of the official binary, pinned by its integrity hash; production uses the official image");
  });
});
