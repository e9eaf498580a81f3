import { describe, expect, it } from "vitest";
import { ageProblem, personName, residentId } from "./identity.ts";

const problem = (schema: typeof personName | typeof residentId, text: unknown) => schema.safeParse(text).error?.issues[0]?.message;

describe("a name", () => {
  it.each(["张三", "𠮷野太郎", "李㛃", "阿依古丽·买买提", "Anna Li"])("may be %s", (name) => {
    expect(personName.parse(`  ${name} `)).toBe(name);
  });

  it.each([["李", "person-name-short"], ["", "person-name-short"], ["张三1", "person-name-wrong"], ["<b>张三</b>", "person-name-wrong"], ["张三😀", "person-name-wrong"], ["'; DROP TABLE person;--", "person-name-wrong"], ["张".repeat(41), "too-long"], [undefined, "required"]])("is not %j: %s", (name, code) => {
    expect(problem(personName, name)).toBe(code);
  });
});

describe("a resident ID in a form", () => {
  it("gives the number, birth date and sex", () => {
    expect(residentId.parse("11010519491231002x")).toMatchObject({ id: "11010519491231002X", birthDate: "1949-12-31", sex: "F" });
  });

  it.each([["", "required"], [undefined, "required"], ["110105194912310021", "id-checksum"], ["1.1E+17", "id-excel-damaged"]])("refuses %j: %s", (text, code) => {
    expect(problem(residentId, text)).toBe(code);
  });
});

describe("working age, Labour Law art. 15", () => {
  it.each([["2010-11-25", null], ["2010-11-26", "under-sixteen"], ["2026-11-26", "born-later"]] as const)("born %s, today 2026-11-25: %s", (born, code) => {
    expect(ageProblem(born, "2026-11-25")).toBe(code);
  });
});
