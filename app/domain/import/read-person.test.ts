import { describe, expect, it } from "vitest";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { exampleRegions } from "./example-regions.ts";
import { personColumns } from "./person-columns.ts";
import { readPerson } from "./read-person.ts";

const id = makeResidentId(MADE_UP_ID_REGION, "1985-06-15", 7, "F");

function read(row: Record<string, string>) {
  const full = { 姓名: "张三", 身份证号: id, 户籍地: "山西省太原市小店区坞城街道师范街社区12号", ...row };
  return readPerson(Object.values(full), { columns: personColumns.map(Object.keys(full)), regions: exampleRegions, asOf: "2026-11-23" });
}

describe("a line of a roster", () => {
  it("is read whole", () => {
    const { draft, rejections, notes } = read({
      手机号: "+86 138-0000-0000", 性别: "女", 文化程度: "初中", 人员类别: "脱贫户、易地搬迁", 劳动能力: "弱劳动力或半劳动力", 能否外出: "否", 工作年限: "3年",
      证书名称: "焊工", 证书等级: "四级/中级工", 证书编号: "A1", 发证机构: "某中心", 发证日期: "2022-03-01",
      意向岗位: "保洁、护工", 期望薪资: "3000元以上", 意向地区: "县内", 劳务品牌: "吕梁山护工",
    });
    expect([rejections, notes]).toEqual([[], []]);
    expect(draft).toEqual({
      name: "张三", idNumber: id, birthDate: "1985-06-15", sex: "F", phone: "13800000000", education: "JUNIOR",
      homeRegionCode: "140105001", homeCountyCode: "140105", homeDetail: "师范街社区12号", householdNumber: "", site: "", labourCapacity: "HALF", canLeave: false, experienceMonths: 36,
      categories: ["POVERTY_LIFTED", "RELOCATED"], brands: ["吕梁山护工"], skills: "", wishOccupations: ["保洁", "护工"], minWageFen: 300_000,
      certificate: { name: "焊工", kind: "SKILL_LEVEL", level: "INTERMEDIATE", number: "A1", issuer: "某中心", issuedOn: "2022-03-01" },
      reach: { willInCounty: true, willInProvince: false, willOutOfProvince: false, willOverseas: false }, availableFrom: undefined,
    });
  });

  it("leaves open what it does not say, so that nothing known is overwritten", () => {
    const { draft } = read({ 手机号: "", 文化程度: "无", 能否外出: "" });
    expect([draft!.phone, draft!.canLeave, draft!.reach, draft!.minWageFen, draft!.labourCapacity]).toEqual(Array(5).fill(undefined));
  });

  it.each([
    [{ 姓名: "" }, "name", "name-missing"],
    [{ 姓名: "张3" }, "name", "name-wrong"],
    [{ 身份证号: "" }, "idNumber", "id-empty"],
    [{ 身份证号: "1.4E+17" }, "idNumber", "id-excel-damaged"],
    [{ 身份证号: "140105850615123" }, "idNumber", "id-fifteen-digits"],
    [{ 身份证号: `${id.slice(0, 17)}${id[17] === "1" ? "2" : "1"}` }, "idNumber", "id-checksum"],
    [{ 身份证号: makeResidentId(MADE_UP_ID_REGION, "2010-11-24", 1, "F") }, "idNumber", "under-sixteen"],
    [{ 身份证号: makeResidentId(MADE_UP_ID_REGION, "2027-01-01", 1, "F") }, "idNumber", "born-later"],
    [{ 性别: "男" }, "sex", "sex-differs"],
    [{ 户籍地: "" }, "home", "home-missing"],
    [{ 户籍地: "某地" }, "home", "home-unknown"],
    [{ 户籍地: "山西省太原市" }, "home", "home-no-county"],
  ])("%j is refused, with its column and reason", (change, field, reason) => {
    const { draft, rejections } = read(change);
    expect(draft).toBeNull();
    expect(rejections).toEqual([expect.objectContaining({ field, reason })]);
  });

  it("of somebody who turns sixteen on the day is taken", () => {
    expect(read({ 身份证号: makeResidentId(MADE_UP_ID_REGION, "2010-11-23", 1, "F") }).draft).not.toBeNull();
  });

  it.each([
    [{ 手机号: "12345" }, "phone", "phone-wrong"],
    [{ 人员类别: "老党员" }, "categories", "category-unknown"],
    [{ 监测户: "是" }, "monitored", "monitored-kind-missing"],
    [{ 能否外出: "看情况" }, "canLeave", "can-leave-unknown"],
    [{ 证书名称: "焊工", 证书编号: "" }, "certificateName", "certificate-incomplete"],
    [{ 期望薪资: "高一点" }, "wishWage", "wish-wage-unreadable"],
    [{ 意向地区: "那边" }, "wishPlace", "wish-place-unknown"],
    [{ 文化程度: "好" }, "education", "education-unknown-words"],
  ])("%j is taken without that cell, and says so", (change, field, reason) => {
    const { draft, notes } = read(change);
    expect(draft).not.toBeNull();
    expect(notes).toEqual([expect.objectContaining({ field, reason })]);
  });

  it("finds the home by code, and by county, town and village in columns of their own", () => {
    const columns = { 姓名: "李四", 身份证号: id };
    const readRow = (row: Record<string, string>) =>
      readPerson(Object.values(row), { columns: personColumns.map(Object.keys(row)), regions: exampleRegions, asOf: "2026-11-23" }).draft;
    expect(readRow({ ...columns, 区划代码: "140105001001" })).toMatchObject({ homeRegionCode: "140105001", homeCountyCode: "140105" });
    expect(readRow({ ...columns, 市: "太原市", 县区: "小店区", 乡镇: "坞城街道", 行政村: "师范街" })).toMatchObject({ homeRegionCode: "140105001", homeDetail: "师范街" });
  });

  it("takes 非脱贫户 for what it is, and a monitored household by its kind", () => {
    expect(read({ 人员类别: "非脱贫户" }).draft!.categories).toEqual([]);
    expect(read({ 人员类别: "脱贫不稳定户" }).draft!.categories).toEqual(["MONITORED_UNSTABLE"]);
    expect(read({ 是否脱贫户: "√", 监测对象: "边缘易致贫户", 易地搬迁: "否" }).draft!.categories).toEqual(["MONITORED_MARGINAL", "POVERTY_LIFTED"]);
  });
});
