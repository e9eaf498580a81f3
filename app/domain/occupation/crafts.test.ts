import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { CRAFTS, craftsIn } from "./crafts.ts";
import { matchOccupation } from "./match.ts";
import { findOccupation } from "./occupations.ts";

describe("crafts and heritage skills", () => {
  it("each have a key of their own, an occupation of the list and, where they have a home, one that exists", () => {
    const regions = new Set((parse(gunzipSync(readFileSync(new URL("../../../prisma/seed/data/regions.csv.gz", import.meta.url))), { columns: true }) as { code: string }[]).map(({ code }) => code));
    expect(new Set(CRAFTS.map(({ key }) => key)).size).toBe(CRAFTS.length);
    for (const craft of CRAFTS) {
      expect(findOccupation(craft.occupationCode), craft.key).not.toBeNull();
      expect(craft.regionCodes.filter((code) => !regions.has(code)), craft.key).toEqual([]);
      expect(craft.kind === "HERITAGE", craft.key).toBe(craft.listed !== null);
    }
  });

  it("give a word to one craft only", () => {
    const words = CRAFTS.flatMap(({ zh, aliases }) => [zh, ...aliases]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it.each([
    ["会做花馍、剪纸", ["wenxi-buns", "zhongyang-papercut"]],
    ["老木匠，会打窑洞", ["carpentry", "kiln-house"]],
    ["祖传推光漆器手艺（平遥）", ["pingyao-lacquer"]],
    ["电焊工", []],
    ["", []],
  ])("in %s are %j", (text, keys) => {
    expect(craftsIn(text).map(({ key }) => key).sort()).toEqual([...keys].sort());
  });

  it("lead to an occupation when a title names nothing else", () => {
    expect(matchOccupation("箍窑师傅")?.name).toBe("砌筑工");
    expect(matchOccupation("澄泥砚学徒")?.name).toBe("工艺品雕刻工");
  });
});
