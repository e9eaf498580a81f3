import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { NO_FILTERS, parsePostSearch, postSearchUrl } from "./params.ts";
import { upgradeSearchUrl } from "./versions.ts";

const parse = (text: string) => parsePostSearch(new URLSearchParams(text));

describe("reading a search address", () => {
  it("an empty one is a search without filters", () => {
    expect(parse("")).toEqual({ params: NO_FILTERS, ignored: [] });
  });
  it("all of it", () => {
    const { params, ignored } = parse(
      "q=电焊工&stream=MARKET&stream=WORKSHOP&region=140100&place=IN_COUNTY&wage=4500&cert=6-18-02-04&level=JUNIOR&brand=01ARZ3NDEKTSV4RRFFQ69G5FAV&housing=1&monthly=1&education=JUNIOR&verified=on&agency=1&sort=distance&near=141124&page=3&v=1");
    expect(ignored).toEqual([]);
    expect(params).toEqual({
      q: "电焊工", stream: ["MARKET", "WORKSHOP"], region: "140100", place: ["IN_COUNTY"], wage: 4500, cert: "6-18-02-04", level: "JUNIOR",
      brand: "01ARZ3NDEKTSV4RRFFQ69G5FAV", housing: true, monthly: true, education: "JUNIOR", verified: true, agency: true, sort: "distance", near: "141124", page: 3,
    });
  });
  it.each([
    ["page=0", "page"], ["page=-1", "page"], ["page=999999", "page"], ["page=1.5", "page"], ["page=abc", "page"], ["page=1e9", "page"],
    ["wage=-5", "wage"], ["wage=NaN", "wage"], ["region=1401", "region"], ["region=140100 OR 1=1", "region"], ["stream=MARKET&stream=SLAVERY", "stream"],
    ["cert=6-18", "cert"], ["brand=x' OR ''='", "brand"], ["sort=bump", "sort"], ["housing=maybe", "housing"], ["near=<script>", "near"], ["level=GOD", "level"],
    ["v=99", "v"], ["v=abc", "v"],
  ])("%s is left out and named", (text, param) => {
    const { params, ignored } = parse(text);
    expect(ignored.map((one) => one.param)).toEqual([param]);
    expect({ ...params, stream: [] }).toEqual(NO_FILTERS);
  });
  it("what is right beside what is wrong still counts", () => {
    expect(parse("stream=MARKET,NONSENSE&page=2").params).toMatchObject({ stream: ["MARKET"], page: 2 });
  });
  it("typed words are cut to a length, and lose what is a command to the engine", () => {
    expect(parse(`q=${"工".repeat(300)}`).params.q.length).toBe(60);
    expect(parse(`q=${encodeURIComponent("  -电焊工 “太原” \"大同 --x\u0000 ")}`).params.q).toBe("电焊工 太原 大同 x");
    expect(parse("q=ＣＮＣ").params.q).toBe("CNC");
  });
  it("never fails, and gives back its own addresses unchanged", () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom("q", "stream", "region", "wage", "page", "sort", "housing", "cert", "v", "place"), fc.string({ unit: "binary" })), (values) => {
      const { params } = parsePostSearch(new URLSearchParams(values));
      const again = parsePostSearch(postSearchUrl(params));
      expect(again).toEqual({ params, ignored: [] });
    }));
  });
  it("an address says which version it is of", () => {
    expect(postSearchUrl({ ...NO_FILTERS, q: "焊工", housing: true }).toString()).toBe(`q=${encodeURIComponent("焊工")}&housing=1&v=1`);
  });
});

describe("addresses of an older form", () => {
  const upgrades = {
    1: (search: URLSearchParams) => {
      const next = new URLSearchParams(search);
      next.set("region", next.get("area") ?? "");
      next.delete("area");
      return next;
    },
    2: (search: URLSearchParams) => new URLSearchParams([...search, ["page", "1"]]),
  };
  it("are brought forward step by step", () => {
    expect(upgradeSearchUrl(new URLSearchParams("v=1&area=140100"), upgrades, 3).search.toString()).toBe("region=140100&page=1");
    expect(upgradeSearchUrl(new URLSearchParams("v=2&region=140100"), upgrades, 3).search.toString()).toBe("region=140100&page=1");
    expect(upgradeSearchUrl(new URLSearchParams("region=140100"), upgrades, 3).search.toString()).toBe("region=140100");
  });
});
