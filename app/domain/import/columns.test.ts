import { describe, expect, it } from "vitest";
import { cellOf, columnsOf } from "./columns.ts";
import { personColumns } from "./person-columns.ts";
import { postColumns } from "./post-columns.ts";

describe("columns of postings", () => {
  it.each([
    [["id", "title", "company", "city", "district", "salary", "education", "experience"], ["sourceRef", "title", "employer", "city", "district", "wage", "education", "experience"]],
    [["序号", "*岗位名称", "用人单位", "工作地点", "薪资待遇（元/月）", "学历要求", "招聘人数", "有效期至"], [null, "title", "employer", "city", "wage", "education", "openings", "validUntil"]],
    [["职 位", "公司名称", "工作城市", "月薪", "最低学历", "社会信用代码"], ["title", "employer", "city", "wage", "education", "creditCode"]],
    [["Job Title", "Company_Name", "Location", "Min Salary", "max-salary", "Vacancies"], ["title", "employer", "city", "wageMin", "wageMax", "openings"]],
    [["岗位", "单位", "省份", "区/县", "education_code", "headcount"], ["title", "employer", "province", "district", "educationCode", "openings"]],
  ])("%j are understood", (header, fields) => {
    const { at, unknown } = postColumns.map(header);
    expect(header.map((_, i) => [...at].find(([, column]) => column === i)?.[0] ?? null)).toEqual(fields);
    expect(unknown).toEqual(header.filter((_, i) => fields[i] === null));
  });
});

describe("columns of rosters", () => {
  it.each([
    [["姓名", "身份证号码", "联系电话", "县（市、区）", "乡镇", "行政村", "文化程度", "户类型", "能否外出"],
      ["name", "idNumber", "phone", "homeCounty", "homeTown", "homeVillage", "education", "categories", "canLeave"]],
    [["姓名", "公民身份号码", "户籍地址", "是否脱贫户", "监测对象类别", "易地扶贫搬迁", "证书名称", "技能等级", "证书编号", "发证机关", "发证日期"],
      ["name", "idNumber", "home", "povertyLifted", "monitored", "relocated", "certificateName", "certificateLevel", "certificateNumber", "certificateIssuer", "certificateDate"]],
    [["Full Name", "ID card", "Mobile", "Home Region", "求职意向", "期望薪资（元）", "意向地区", "劳务品牌"],
      ["name", "idNumber", "phone", "home", "wishOccupation", "wishWage", "wishPlace", "brands"]],
  ])("%j are understood", (header, fields) => {
    const { at } = personColumns.map(header);
    expect(header.map((_, i) => [...at].find(([, column]) => column === i)?.[0] ?? null)).toEqual(fields);
  });
});

describe("a table of columns", () => {
  const columns = columnsOf({ a: ["甲"], b: ["乙"] });

  it("takes the first of two columns with one meaning", () => {
    expect(columns.map(["甲", "A", "乙"]).at).toEqual(new Map([["a", 0], ["b", 2]]));
  });

  it("tells a header from a row of values", () => {
    expect([columns.score(["甲", "乙", "丙"]), columns.score(["1", "2"])]).toEqual([2, 0]);
  });

  it("gives nothing for a column that is not there", () => {
    expect([cellOf(columns.map(["乙"]), ["x"], "a"), cellOf(columns.map(["乙"]), ["x"], "b")]).toEqual(["", "x"]);
  });

  it("may not give one name two meanings", () => {
    expect(() => columnsOf({ a: ["same"], b: ["Same"] })).toThrow(/same/i);
  });
});
