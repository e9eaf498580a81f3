import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assign-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "scripts/assign.ts", ...args], (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }));
  });
}

let files = 0;
/** A folder of its own for the given files; the arguments name those that are there, and out.csv. */
function prepare(edges: string | Buffer | null, capacities?: string | Buffer | null) {
  const own = join(folder, String((files += 1)));
  mkdirSync(own);
  if (edges !== null) writeFileSync(join(own, "edges.csv"), edges);
  if (capacities !== undefined && capacities !== null) writeFileSync(join(own, "capacities.csv"), capacities);
  const out = join(own, "out.csv");
  const args = ["--in", join(own, "edges.csv"), ...(capacities === undefined ? [] : ["--capacities", join(own, "capacities.csv")]), "--out", out, "--json"];
  return { own, out, args, result: () => readFileSync(out, "utf8") };
}

const HEAD = "worker,post,value\n";
const EDGES = `${HEAD}a,x,5\na,y,3\nb,x,4\n"c, jr",y,2.5\nd,x,-1\n`;

describe("npm run assign", () => {
  it("prints value, bound, gap, number, time and memory, and writes the pairs", async () => {
    const { args, own, result } = prepare(EDGES);
    const { code, stdout } = await run(...args);
    expect(JSON.parse(stdout)).toEqual({ ok: true, value: 7.5, bound: 7.5, gapPct: 0, assigned: 2, seconds: expect.any(Number), peakRssMb: expect.any(Number) });
    expect([code, stdout.trim().split("\n").length]).toEqual([0, 1]);
    expect(result()).toBe('worker,post,value\na,x,5\n"c, jr",y,2.5\n');
    expect(readdirSync(own).sort()).toEqual(["edges.csv", "out.csv"]);
  });

  it("goes by the capacities: more than one, none, and one where the cell is empty", async () => {
    const { args, result } = prepare(EDGES, "capacity,post,note\n2,x,\n,y,\n0,unasked,n\n");
    expect(JSON.parse((await run(...args)).stdout)).toMatchObject({ value: 11.5, bound: 11.5, assigned: 3 });
    expect(result()).toBe('worker,post,value\na,x,5\nb,x,4\n"c, jr",y,2.5\n');
    const closed = prepare(`${HEAD}a,x,5\n`, "post,capacity\nx,0\n");
    expect(JSON.parse((await run(...closed.args)).stdout)).toMatchObject({ value: 0, bound: 0, gapPct: 0, assigned: 0 });
    expect(closed.result()).toBe(HEAD);
  });

  it("turns costs round and places everybody when asked to", async () => {
    const { args, result } = prepare(`${HEAD}a,x,1\na,y,4\nb,x,2\nb,y,9\n`);
    expect(JSON.parse((await run(...args, "--minimise", "--perfect")).stdout)).toMatchObject({ value: 6, bound: 6, gapPct: 0, assigned: 2 });
    expect(result()).toBe(`${HEAD}a,y,4\nb,x,2\n`);
    expect(JSON.parse((await run(...args, "--minimise")).stdout)).toMatchObject({ value: 0, bound: 0, assigned: 0 });
  });

  it("says who cannot be placed, with exit code 1 and no result", async () => {
    const { args, own } = prepare(`${HEAD}a,x,1\nb,x,1\nc,x,1\nc,y,1\n`);
    const { code, stdout, stderr } = await run(...args, "--perfect");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, infeasible: true, shortage: { workers: expect.arrayContaining(["a", "b"]), posts: ["x"], places: 1 } });
    expect(stderr).toMatch(/^无法安排所有人：2 人.*Not everybody can be placed: 2 workers/);
    expect(readdirSync(own)).toEqual(["edges.csv"]);
  });

  it("reads files with a byte order mark and Windows line ends, and asks about a last line without an end", async () => {
    const { args } = prepare(`\ufeff${EDGES.replaceAll("\n", "\r\n")}`);
    expect(JSON.parse((await run(...args)).stdout)).toMatchObject({ value: 7.5, assigned: 2 });
    const unended = prepare(EDGES.trimEnd());
    expect(JSON.parse((await run(...unended.args)).stdout)).toMatchObject({ value: 7.5, warnings: [expect.stringContaining("make sure that the file is whole")] });
  });

  it("runs through npm and in words, and leaves an older result alone when it fails", async () => {
    const { args, out, own } = prepare(EDGES);
    const ran = await new Promise<string>((resolve, reject) => {
      execFile("npm", ["run", "--silent", "assign", "--", ...args.filter((arg) => arg !== "--json")], (error, stdout) => (error ? reject(error) : resolve(stdout)));
    });
    expect(ran).toContain("价值 value 7.5, 界 bound 7.5, 差距 gap 0%");
    const older = readFileSync(out, "utf8");
    writeFileSync(join(own, "edges.csv"), `${HEAD}a,x,NaN\n`);
    expect((await run(...args)).code).toBe(2);
    expect(readFileSync(out, "utf8")).toBe(older);
  });
});

const bad: [what: string, edges: string | Buffer | null, capacities: string | Buffer | null | undefined, says: RegExp, line: number | null][] = [
  ["a value that is NaN", `${HEAD}a,x,5\nb,x,NaN\n`, undefined, /value is not a finite number: "NaN"/, 3],
  ["an infinite value", `${HEAD}a,x,Infinity\n`, undefined, /not a finite number: "Infinity"/, 2],
  ["a value beyond all numbers", `${HEAD}a,x,-1e999\n`, undefined, /not a finite number: "-1e999"/, 2],
  ["a value that only begins as a number", `${HEAD}\na,x,5\n\nb,x,12.\n`, undefined, /not a finite number: "12\."/, 5],
  ["an empty value", `${HEAD}a,x,5\nb,x,\n`, undefined, /value is empty/, 3],
  ["an empty worker", `${HEAD} ,x,5\n`, undefined, /worker is empty/, 2],
  ["an empty post", `${HEAD}a,,5\n`, undefined, /post is empty/, 2],
  ["the same pair twice", `${HEAD}a,x,5\nb,x,1\na,x,6\n`, undefined, /"a", "x" stands on line 2 already/, 4],
  ["an empty file", "", undefined, /the file is empty/, 1],
  ["a header and nothing else", HEAD, undefined, /a header and nothing below/, 1],
  ["a header that is missing", "a,x,5\nb,x,6\n", undefined, /header must be worker,post,value/, 1],
  ["a header with a column twice", "worker,post,value,post\n", undefined, /header must be/, 1],
  ["a spare cell", `${HEAD}a,x,5,7\n`, undefined, /3 columns are wanted and 4 found/, 2],
  ["a file cut within a row", `${HEAD}a,x,5\nb,x`, undefined, /3 columns are wanted and 2 found; the file may be cut/, 3],
  ["a file cut within quotes", `${HEAD}a,x,5\nb,x,6\n"c`, undefined, /a quote is left open/, 4],
  ["a quote out of place", `${HEAD}a,x,5\nb,x"y,6\n`, undefined, /a quote is left open or out of place/, 3],
  ["a character cut in two", Buffer.concat([Buffer.from(`${HEAD}甲,x,5\n`), Buffer.from("乙").subarray(0, 2)]), undefined, /not UTF-8/, 3],
  ["another encoding", Buffer.concat([Buffer.from(HEAD), Buffer.from([0xbc, 0xd7, 0x2c, 0x78, 0x2c, 0x35, 0x0a])]), undefined, /not UTF-8/, 2],
  ["no line ends at all", "x".repeat(2_000_000), undefined, /not a table of text/, 1],
  ["a file that is not there", null, undefined, /edges\.csv: the file is not there/, null],
  ["capacities that are not there", EDGES, null, /capacities\.csv: the file is not there/, null],
  ["a negative capacity", EDGES, "post,capacity\nx,1\ny,-1\n", /capacity is not a whole number from 0: "-1"/, 3],
  ["half a place", EDGES, "post,capacity\nx,0.5\n", /not a whole number from 0: "0\.5"/, 2],
  ["a capacity that is NaN", EDGES, "post,capacity\nx,NaN\n", /not a whole number from 0: "NaN"/, 2],
  ["a post with two capacities", EDGES, "post,capacity\nx,1\ny,1\nx,2\n", /post "x" has a second row/, 4],
  ["an edge to a post that the capacities do not name", EDGES, "post,capacity\nx,1\n", /the capacities name no post "y"/, 3],
  ["capacities with a wrong header", EDGES, "post,places\nx,1\n", /header must be post,capacity/, 1],
];

describe("npm run assign refuses", () => {
  it.concurrent.each(bad)("%s, naming the line, with exit code 2 and no result", async (_what, edges, capacities, says, line) => {
    const { args, own } = prepare(edges, capacities);
    const before = readdirSync(own);
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    const printed = JSON.parse(stdout) as { ok: boolean; error: string; line?: number };
    expect(printed.error).toMatch(says);
    expect([printed.ok, printed.line ?? null]).toEqual([false, line]);
    if (line !== null) expect(stderr).toContain(`第${line}行`);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain("    at ");
    expect(readdirSync(own)).toEqual(before);
  });

  it("a call without --in, with an unknown option or a spare word, or over its own input", async () => {
    const { args, own } = prepare(EDGES);
    for (const call of [[], ["--in"], [...args, "--fast"], [...args, "more"], [...args.slice(0, 2), "--out", join(own, "edges.csv")]]) {
      const { code, stderr } = await run(...call);
      expect([code, stderr.includes("npm run assign -- --in FILE.csv")]).toEqual([2, true]);
    }
    expect(readFileSync(join(own, "edges.csv"), "utf8")).toBe(EDGES);
    expect(existsSync(join(own, "out.csv"))).toBe(false);
  });

  it("a result that has no folder to go to", async () => {
    const { args, own } = prepare(EDGES);
    const { code, stderr } = await run(...args.slice(0, 2), "--out", join(own, "none", "out.csv"));
    expect([code, stderr.includes("is not there")]).toEqual([2, true]);
    const taken = await run(...args.slice(0, 2), "--out", folder);
    expect([taken.code, taken.stderr.includes("The result was not written")]).toEqual([1, true]);
    expect(readdirSync(own)).toEqual(["edges.csv"]);
  });
});
