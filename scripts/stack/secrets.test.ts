import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generateSecrets, loadSecrets } from "./secrets.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "secrets-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("secrets", () => {
  it("are made once and then stay", () => {
    const file = join(folder, "deep", "secrets.json");
    const first = loadSecrets(file);
    expect(loadSecrets(file)).toEqual(first);
  });

  it("can be read by their owner alone", () => {
    const file = join(folder, "secrets.json");
    loadSecrets(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("differ from stack to stack and from each other", () => {
    const values = [...Object.values(generateSecrets()), ...Object.values(generateSecrets())];
    expect(new Set(values).size).toBe(values.length);
  });

  it("keys are 32 bytes", () => {
    const { dataKey, indexKey } = generateSecrets();
    expect([dataKey, indexKey].map((key) => Buffer.from(key, "base64").length)).toEqual([32, 32]);
  });

  it("a damaged file stops and is left as it is, because new keys could not read the old data", () => {
    const file = join(folder, "secrets.json");
    writeFileSync(file, '{"dataKey":"short"}');
    expect(() => loadSecrets(file)).toThrow(/damaged/);
    expect(readFileSync(file, "utf8")).toBe('{"dataKey":"short"}');
  });
});
