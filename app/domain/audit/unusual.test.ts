import { describe, expect, it } from "vitest";
import { findUnusual, groupOfPurpose, type Looks, middle, type TownLooks } from "./unusual.ts";

const looks = (userId: string, day: string, hour: number, count: number): Looks => ({ userId, day, hour, purpose: "see:CALL", looks: count });
const town = (userId: string, code: string, persons: number): TownLooks => ({ userId, town: code, persons, lastDay: "2026-11-20" });
const said = (all: ReturnType<typeof findUnusual>) => all.map((one) => `${one.kind} ${one.userId} ${one.day} ${one.looks}/${one.usual}${one.town === null ? "" : ` ${one.town}`}`);

describe("what stands out in the audit", () => {
  it("is a day of five times a middle day, and never one of fewer than 40", () => {
    const quiet = ["a", "b", "c", "d"].map((user) => looks(user, "2026-11-10", 9, 9));
    expect(said(findUnusual([...quiet, looks("e", "2026-11-11", 9, 44)], []))).toEqual([]);
    expect(said(findUnusual([...quiet, looks("e", "2026-11-11", 9, 45)], []))).toEqual(["MANY e 2026-11-11 45/9"]);
    expect(said(findUnusual([looks("a", "2026-11-10", 9, 1), looks("b", "2026-11-10", 9, 1), looks("e", "2026-11-11", 9, 39)], []))).toEqual([]);
  });

  it("adds up the hours of a day and not those of two", () => {
    const quiet = ["a", "b", "c", "d"].map((user) => looks(user, "2026-11-10", 9, 1));
    expect(said(findUnusual([...quiet, looks("e", "2026-11-11", 9, 20), looks("e", "2026-11-11", 15, 20)], []))).toEqual(["MANY e 2026-11-11 40/1"]);
    expect(said(findUnusual([...quiet, looks("e", "2026-11-11", 9, 20), looks("e", "2026-11-12", 9, 20)], []))).toEqual([]);
  });

  it.each([[22, true], [21, false], [0, true], [5, true], [6, false]])("is three openings at night: hour %i is %s", (hour, night) => {
    expect(said(findUnusual([looks("a", "2026-11-10", hour, 3)], []))).toEqual(night ? ["HOURS a 2026-11-10 3/0"] : []);
    expect(findUnusual([looks("a", "2026-11-10", hour, 2)], [])).toEqual([]);
  });

  it("is who lives elsewhere than four in five of an account's people, where it has twenty", () => {
    expect(said(findUnusual([], [town("a", "141124001", 16), town("a", "141124002", 4)]))).toEqual(["PLACE a 2026-11-20 4/16 141124002"]);
    expect(findUnusual([], [town("a", "141124001", 15), town("a", "141124002", 5)])).toEqual([]);
    expect(findUnusual([], [town("a", "141124001", 15), town("a", "141124002", 1)])).toEqual([]);
  });

  it("has a middle of none, one and several days", () => expect([middle([]), middle([7]), middle([9, 1, 5]), middle([1, 2, 3, 4])]).toEqual([0, 7, 5, 2]));

  it.each([["see:CALL", "ASKED"], ["form:x", "FORM"], ["pay:welfare:x", "PAY"], ["service", "PAGE"], ["岗补", "ASKED"]] as const)("draws %s as %s", (purpose, group) => expect(groupOfPurpose(purpose)).toBe(group));
});
