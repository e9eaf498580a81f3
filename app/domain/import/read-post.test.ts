import { describe, expect, it } from "vitest";
import { exampleRegions } from "./example-regions.ts";
import { postColumns } from "./post-columns.ts";
import { readPost } from "./read-post.ts";

function read(row: Record<string, string>) {
  const columns = postColumns.map(Object.keys(row));
  return readPost(Object.values(row), { columns, regions: exampleRegions, overseasCodes: new Set(["JP0000"]) });
}

const good = { 岗位名称: "电焊工", 单位名称: "太原某厂", 工作地点: "太原小店区", 工资: "6千-1.2万·13薪", 学历: "高中及以上" };

describe("a posting", () => {
  it("is read whole", () => {
    const { draft, rejections, notes, understanding } = read({ ...good, 编号: "7", 经验: "1-3年", 招聘人数: "5人", 福利: "五险一金|包吃住", 发布日期: "2023-08-30", 截止日期: "2023年12月31日" });
    expect([rejections, notes]).toEqual([[], []]);
    expect(draft).toMatchObject({
      sourceRef: "7", title: "电焊工", employerName: "太原某厂", regionCode: "140105", countyCode: "140105", scope: "IN_PROVINCE", openings: 5,
      wageMinFen: 600_000, wageMaxFen: 1_200_000, wagePeriod: "MONTH", wageMonths: 13, monthlyMinFen: 650_000, educationMin: "SENIOR",
      experienceMonths: 12, housing: true, meals: true, insurance: true, publishedOn: "2023-08-30", validUntil: "2023-12-31", stream: "MARKET",
    });
    expect(Object.values(understanding).map(({ kind }) => kind)).toEqual(["understood", "understood", "understood"]);
  });

  it.each([
    [{ 岗位名称: "" }, "title", "title-missing"],
    [{ 岗位名称: "长".repeat(121) }, "title", "title-long"],
    [{ 单位名称: " " }, "employer", "employer-missing"],
    [{ 工作地点: "" }, "city", "place-missing"],
    [{ 工作地点: "科韵路1号" }, "city", "place-no-known-name"],
    [{ 工作地点: "鼓楼区" }, "city", "place-ambiguous"],
    [{ 工作地点: "全国" }, "city", "place-anywhere"],
    [{ 工作地点: "老挝" }, "city", "place-country-unlisted"],
    [{ 岗位类型: "公益性岗位" }, "stream", "stream-by-bureau"],
  ])("%j is refused, with its column and reason", (change, field, reason) => {
    const { draft, rejections } = read({ ...good, ...change });
    expect(draft).toBeNull();
    expect(rejections).toEqual([expect.objectContaining({ field, reason })]);
  });

  it("is refused with every reason at once", () => {
    expect(read({ ...good, 岗位名称: "", 单位名称: "", 工作地点: "" }).rejections).toHaveLength(3);
  });

  it("arrives without the wage or education that is not understood, and says so", () => {
    const { draft, notes, understanding } = read({ ...good, 工资: "18万-25万", 学历: "优先" });
    expect(draft).toMatchObject({ wageMinFen: null, monthlyMinFen: null, educationMin: "NONE" });
    expect(notes.map((note) => note.reason)).toEqual(["wage-implausible", "education-unknown-words"]);
    expect([understanding.wage, understanding.education]).toEqual([
      { kind: "not-understood", reason: "wage-implausible" }, { kind: "not-understood", reason: "education-unknown-words" },
    ]);
  });

  it("tells a wage to be agreed from an empty cell and from a file without the column", () => {
    expect(read({ ...good, 工资: "面议" }).understanding.wage).toEqual({ kind: "understood", as: "NEGOTIABLE" });
    expect(read({ ...good, 工资: "" }).understanding.wage).toEqual({ kind: "said-nothing" });
    const { 工资: _, ...without } = good;
    expect(read(without).understanding.wage).toEqual({ kind: "no-column" });
  });

  it("takes its wage from two columns, and its education from a code", () => {
    expect(read({ title: "t", company: "c", city: "太原", 最低工资: "3000", 最高工资: "4500", education_code: "3" }).draft).toMatchObject({
      wageMinFen: 300_000, wageMaxFen: 450_000, educationMin: "BACHELOR",
    });
  });

  it("abroad has the country's code, if the list of regions holds it", () => {
    expect(read({ ...good, 工作地点: "日本" }).draft).toMatchObject({ regionCode: "JP0000", scope: "OVERSEAS" });
  });

  it("outside the province is seen as such, and keeps the address below its county", () => {
    expect(read({ ...good, 工作地点: "四川省成都红星路" }).draft).toMatchObject({ regionCode: "510100", scope: "OUT_OF_PROVINCE", address: "红星路" });
  });

  it("has its tags and benefits for a description when it has no words of its own", () => {
    expect(read({ ...good, 标签: "焊接|氩弧焊", 福利: "包吃|双休" }).draft!.description).toBe("焊接、氩弧焊\n包吃、双休");
    expect(read({ ...good, 职位描述: "一、焊接\r\n二、打磨", 标签: "x" }).draft!.description).toBe("一、焊接\n二、打磨");
  });

  it("keeps a right credit code only", () => {
    expect(read({ ...good, 信用代码: "91350100M000100Y43" }).draft!.creditCode).toBe("91350100M000100Y43");
    const wrong = read({ ...good, 信用代码: "91350100M000100Y4W" });
    expect([wrong.draft!.creditCode, wrong.notes[0]!.reason]).toEqual([null, "credit-code-wrong"]);
  });
});
