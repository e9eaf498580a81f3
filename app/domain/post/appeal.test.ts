import { describe, expect, it } from "vitest";
import { appealOf, medianOf } from "./appeal.ts";

const facts = { payFen: 600_000, median: { fen: 600_000, posts: 12, within: "county" as const }, housing: true, seekersInCounty: 4, seekersEverywhere: 40 };
const keys = (changed: Partial<Parameters<typeof appealOf>[0]>) => appealOf({ ...facts, ...changed }).map((one) => one.key);

describe("why few apply", () => {
  it("says how pay stands against the middle, with the count", () => {
    expect(keys({})).toEqual(["pay-fair", "far"]);
    expect(appealOf({ ...facts, payFen: 569_999 })[0]).toEqual({ key: "pay-below", params: { payFen: 569_999, medianFen: 600_000, posts: 12, within: "county" } });
    expect(keys({ payFen: 570_000 })[0]).toBe("pay-fair");
    expect(keys({ median: null })[0]).toBe("pay-unknown");
  });
  it("names missing housing only where people would come from elsewhere", () => {
    expect(keys({ housing: false })).toContain("no-housing");
    expect(keys({ housing: false, seekersEverywhere: 4 })).not.toContain("no-housing");
  });
  it("says so when nobody looks for the trade", () => expect(keys({ seekersInCounty: 0, seekersEverywhere: 0 })).toEqual(["pay-fair", "few-seekers"]));
});

describe("the middle", () => {
  it.each([[[], null], [[3], 3], [[9, 1, 5], 5], [[4, 1, 3, 2], 3]] as [number[], number | null][])("of %j is %s", (values, middle) => expect(medianOf(values)).toBe(middle));
});
