import { describe, expect, it } from "vitest";
import { type ClassificationRow, fullCodeOf, nodesOf, parentCodeOf, placeInClassification, withoutMarks } from "./classification.ts";
import { OCCUPATIONS } from "./occupations.ts";
import { GROUPS_OF_CLASSIFICATION } from "./structure.ts";

const row = (code: string, name: string, more: Partial<ClassificationRow> = {}): ClassificationRow => ({ code, name, level: null, definition: "", trades: [], ...more });

describe("a code of the classification", () => {
  it("has the level that its zeros say, unless the list says another", () => {
    expect(placeInClassification("6-00-00-00")).toEqual({ level: "MAJOR", code: "6" });
    expect(placeInClassification("6-18-00-00")).toEqual({ level: "MIDDLE", code: "6-18" });
    expect(placeInClassification("6-18-02-00")).toEqual({ level: "SMALL", code: "6-18-02" });
    expect(placeInClassification("6-18-02-04")).toEqual({ level: "OCCUPATION", code: "6-18-02-04" });
    expect(placeInClassification("2-07-04-00", 4)).toEqual({ level: "OCCUPATION", code: "2-07-04-00" });
  });

  it.each(["", "6-18-2-4", "9-01-01-01", "0-01-01-01", "6-18-02", "６-18-02-04", "6-18-02-04 "])("is not %j", (text) => {
    expect(placeInClassification(text)).toBeNull();
  });

  it("stands under the group before its last number", () => {
    expect(["6-18-02-04/03", "6-18-02-04", "6-18", "6"].map(parentCodeOf)).toEqual(["6-18-02-04", "6-18-02", "6", null]);
    expect(["6", "6-18", "6-18-02", "6-18-02-04"].map(fullCodeOf)).toEqual(["6-00-00-00", "6-18-00-00", "6-18-02-00", "6-18-02-04"]);
  });
});

describe("a printed list", () => {
  it("loses the marks behind a name, not letters that belong to it", () => {
    expect(withoutMarks("风力发电运维值班员L")).toEqual({ name: "风力发电运维值班员", green: true, digital: false });
    expect(withoutMarks("数据库运行管理员S")).toEqual({ name: "数据库运行管理员", green: false, digital: true });
    expect(withoutMarks("物流工程技术人员L/S ")).toEqual({ name: "物流工程技术人员", green: true, digital: true });
    expect(withoutMarks("SQL")).toEqual({ name: "SQL", green: false, digital: false });
  });

  it("makes nodes with their trades, parents first, and a stand-in for the small group of a lone occupation", () => {
    const { nodes, standIns, faults } = nodesOf([
      row("6-18-02-04", "焊工", { trades: ["电焊工", " ", "气焊工L"] }),
      row("2-07-04-00", "律师", { level: 4, definition: "在律师事务所执业的人员。" }),
      row("6-00-00-00", "生产制造及有关人员"),
    ]);
    expect(faults).toEqual([]);
    expect(nodes.map(({ code, level, parentCode, name }) => [code, level, parentCode, name])).toEqual([
      ["6", "MAJOR", null, "生产制造及有关人员"],
      ["2-07-04-00", "OCCUPATION", "2-07-04", "律师"],
      ["6-18-02-04", "OCCUPATION", "6-18-02", "焊工"],
      ["6-18-02-04/01", "TRADE", "6-18-02-04", "电焊工"],
      ["6-18-02-04/03", "TRADE", "6-18-02-04", "气焊工"],
    ]);
    expect(standIns.map(({ code, level, parentCode, name }) => [code, level, parentCode, name])).toEqual([["2-07-04", "SMALL", "2-07", "律师"]]);
    expect(nodes.find(({ code }) => code.endsWith("/03"))!.green).toBe(true);
  });

  it("names the rows that it cannot take, and forgives a repeated one", () => {
    const { nodes, faults } = nodesOf([row("6-18-02-04", "焊工"), row("618", "钳工"), row("6-18-02-05", "L"), row("6-18-02-04", "焊工"), row("6-18-02-04", "车工"), row("6-18-02-06", "长".repeat(121)), row("6-18-02-07", "锻工", { trades: ["长".repeat(121), "锤工"] })]);
    expect(nodes.filter(({ level }) => level === "OCCUPATION").map(({ name }) => name)).toEqual(["焊工", "L", "锻工"]);
    expect(faults).toEqual([{ row: 1, fault: "code-not-read" }, { row: 4, fault: "code-twice" }, { row: 5, fault: "name-long" }, { row: 6, fault: "trade-long" }]);
  });
});

describe("the groups that ship with the product", () => {
  it("hold each code once, and a parent and a small group for each of its occupations", () => {
    const codes = new Set(GROUPS_OF_CLASSIFICATION.map(({ code }) => code));
    expect(codes.size).toBe(GROUPS_OF_CLASSIFICATION.length);
    expect(GROUPS_OF_CLASSIFICATION.filter(({ level }) => level === "MAJOR")).toHaveLength(8);
    for (const { code, name } of GROUPS_OF_CLASSIFICATION) {
      expect(name).toMatch(/^\p{Script=Han}/u);
      const parent = parentCodeOf(code);
      if (parent !== null) expect(codes, code).toContain(parent);
    }
    for (const { code } of OCCUPATIONS) expect(codes, code).toContain(parentCodeOf(code));
  });
});
