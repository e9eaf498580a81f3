import { describe, expect, it } from "vitest";
import { treeMatches } from "./install.mjs";

const one = { version: "1.0.0", integrity: "sha512-a" };
const there = () => true;

describe("whether the installed packages are those of the lockfile", () => {
  it("the same packages: yes", () => {
    expect(treeMatches({ packages: { "": {}, "node_modules/a": one } }, { packages: { "node_modules/a": one } }, there)).toBe(true);
  });

  it("nothing installed: no", () => {
    expect(treeMatches({ packages: { "node_modules/a": one } }, null, there)).toBe(false);
  });

  it("another version or content: no", () => {
    const lock = { packages: { "node_modules/a": one } };
    expect(treeMatches(lock, { packages: { "node_modules/a": { ...one, version: "1.0.1" } } }, there)).toBe(false);
    expect(treeMatches(lock, { packages: { "node_modules/a": { ...one, integrity: "sha512-b" } } }, there)).toBe(false);
  });

  it("a package recorded but deleted from the disk: no", () => {
    expect(treeMatches({ packages: { "node_modules/a": one } }, { packages: { "node_modules/a": one } }, () => false)).toBe(false);
  });

  it("a package for another platform may be absent", () => {
    expect(treeMatches({ packages: { "node_modules/a": { ...one, optional: true } } }, { packages: {} }, there)).toBe(true);
  });

  it("a package that the lockfile does not know: no", () => {
    expect(treeMatches({ packages: {} }, { packages: { "node_modules/a": one } }, there)).toBe(false);
  });
});
