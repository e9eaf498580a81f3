import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };

/** Where Node would look for a package that one at `path` asks for. */
function isLocked(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

describe("package-lock.json", () => {
  it("names every package for every platform: npm ci refuses a lockfile that names only those of one machine", () => {
    const missing = Object.entries(packages).flatMap(([path, one]) =>
      Object.keys({ ...one.dependencies, ...one.optionalDependencies })
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path || "the project"} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("agrees with package.json", () => {
    const wanted = JSON.parse(readFileSync("package.json", "utf8")) as Locked & { devDependencies: object };
    const { dependencies, devDependencies } = packages[""] as Locked & { devDependencies: object };
    expect({ dependencies, devDependencies }).toEqual({ dependencies: wanted.dependencies, devDependencies: wanted.devDependencies });
  });
});
