import { describe, expect, it } from "vitest";
import { PERSON_FIELD_NAMES, type PersonField } from "../import/person-columns.ts";
import { guessMapping, mappingOf, maskCell, ROSTER_ACTS, ROSTER_STATES, ROSTER_WORK } from "./roster.ts";

describe("the columns of a roster", () => {
  it("are known by their names", () => {
    expect(guessMapping(["序号", "姓名", "公民身份号码", "所在县"], new Map())).toEqual({ name: 1, idNumber: 2, homeCounty: 3 });
  });

  it("mean what the bureau said last time, before what they are called", () => {
    expect(guessMapping(["户主", "姓名", "身份证号"], new Map<string, PersonField | "">([["户主", "name"], ["姓名", ""]]))).toEqual({ name: 0, idNumber: 2 });
  });

  it("are refused without name, resident ID or home, and when two say the same", () => {
    expect(mappingOf(["name", "", "name"]).problems).toEqual([
      { code: "column-twice", field: "name" }, { code: "column-missing", fields: ["idNumber"] }, { code: "column-missing", fields: ["home", "homeCounty", "homeTown", "homeCode"] },
    ]);
    expect(mappingOf(["name", "idNumber", "homeCounty"])).toEqual({ mapping: { name: 0, idNumber: 1, homeCounty: 2 }, problems: [] });
  });

  it("show cells by which a column is recognised and nobody is", () => {
    expect(maskCell("name", "张建国")).toBe("张**");
    expect(maskCell(null, "140105199001011234")).toBe("140*************34");
    expect(maskCell(null, "临县")).toBe("临县");
    for (const field of Object.keys(PERSON_FIELD_NAMES) as PersonField[]) expect(maskCell(field, "13900001111")).not.toContain("3900001");
  });
});

describe("a roster", () => {
  it("is never waited for by nobody: every state is the workers', an officer's or an end", () => {
    const officers = Object.values(ROSTER_ACTS).flat();
    for (const state of ROSTER_STATES) expect(ROSTER_WORK.includes(state) || officers.includes(state) || ["DONE", "FAILED", "CANCELLED"].includes(state)).toBe(true);
  });

  it("is only taken after somebody could see what that would do", () => {
    expect(ROSTER_ACTS.take).toEqual(["CHECKED"]);
  });
});
