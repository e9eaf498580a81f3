import { describe, expect, it } from "vitest";
import { exampleRegions as index } from "./example-regions.ts";
import { parsePlace } from "./place.ts";
import { shortName } from "./region-index.ts";

const place = (...parts: string[]) => parsePlace(parts, index);

describe("a place text finds its region", () => {
  it.each([
    [["昆山"], "320583", "COUNTY"],
    [["上海", "浦东新区"], "310115", "COUNTY"],
    [["上海", "浦东"], "310115", "COUNTY"],
    [["北京", "海淀"], "110108", "COUNTY"],
    [["上海"], "310000", "PROVINCE"],
    [["四川省"], "510000", "PROVINCE"],
    [["太原市小店区"], "140105", "COUNTY"],
    [["太原", "万柏林"], "140109", "COUNTY"],
    [["山西晋城"], "140500", "CITY"],
    [["山西省临汾市尧都区"], "141002", "COUNTY"],
    [["山西省太原市小店区坞城街道"], "140105001", "TOWN"],
    [["深圳深圳宝安区宝安"], "440306", "COUNTY"],
    [["上海上海浦东新区"], "310115", "COUNTY"],
    [["北京北京"], "110000", "PROVINCE"],
    [["广东省广东省"], "440000", "PROVINCE"],
    [["吉林省吉林"], "220200", "CITY"],
    [["吉林市"], "220200", "CITY"],
    [["郑州", "管城"], "410104", "COUNTY"],
    [["郑州", "管城区"], "410104", "COUNTY"],
    [["延边"], "222400", "CITY"],
    [["恩施州"], "422800", "CITY"],
    [["红河州"], "532500", "CITY"],
    [["仙桃"], "429004", "COUNTY"],
    [["海南省陵水"], "469028", "COUNTY"],
    [["内蒙古呼和浩特", "土左旗"], "150121", "COUNTY"],
    [["内蒙"], "150000", "PROVINCE"],
    [["河北省雄安新区"], "130000", "PROVINCE"],
    [["湖南省长沙长沙县"], "430121", "COUNTY"],
    [["河北省石家庄桥西区"], "130104", "COUNTY"],
    [["武汉 昆山"], "420100", "CITY"],
    [["  山西　太原 "], "140100", "CITY"],
  ] as const)("%j is %s", (parts, regionCode, level) => {
    expect(place(...parts)).toMatchObject({ status: "ok", regionCode, level });
  });

  it.each([
    ["四川省成都红星路", "510100", "红星路"],
    ["湖北省武汉东湖新技术产业开发区", "420100", "东湖新技术产业开发区"],
    ["广东省东莞长安镇", "441900", "长安镇"],
    ["中国（四川）自由贸易试验区成都高新区天府大道中段688号", "510100", "高新区天府大道中段688号"],
    ["广工大数控装备研究院/深圳南山区坂田天安云谷", "440305", "坂田天安云谷"],
    ["--广州外派银行驻点", "440100", "外派银行驻点"],
    ["岳麓区麓谷企业广场F4栋1905", "430104", "麓谷企业广场F4栋1905"],
    ["广东省广州市天河区珠江新城/广州大道北", "440106", "珠江新城/广州大道北"],
    ["上海北京东路100号", "310000", "北京东路100号"],
  ] as const)("%s is %s, and keeps %s", (text, regionCode, detail) => {
    expect(place(text)).toMatchObject({ status: "ok", regionCode, detail });
  });

  it("a place of work that is named outweighs the address", () => {
    expect(place("岳麓区麓谷企业广场F4栋1905（工作地点：广州、武汉）")).toMatchObject({ regionCode: "440100" });
  });

  it("a finer part that repeats the coarser one goes on below it", () => {
    expect(place("广州", "广东省广州市天河区")).toMatchObject({ regionCode: "440106" });
  });

  it("a district of another city does not move the city", () => {
    expect(place("武汉", "长安区")).toMatchObject({ regionCode: "420100", level: "CITY" });
  });
});

describe("names that several regions share", () => {
  it("go to the coarser region: 海南 the province, 朝阳 the city", () => {
    expect(place("海南")).toMatchObject({ regionCode: "460000" });
    expect(place("朝阳")).toMatchObject({ regionCode: "211300" });
  });

  it("go to the county-level city before the district: 开平", () => {
    expect(place("开平")).toMatchObject({ regionCode: "440783" });
  });

  it("are ambiguous when districts of two cities bear them, and settled by the city", () => {
    expect(place("鼓楼区")).toEqual({ status: "unreadable", reason: "ambiguous" });
    expect(place("福州", "鼓楼区")).toMatchObject({ regionCode: "350102" });
  });
});

describe("a text that is not one place", () => {
  it.each(["全国", "异地招聘", "远程办公", "工作地点不限"])("%s says anywhere", (text) => {
    expect(place(text, "")).toEqual({ status: "anywhere", says: text });
  });
  it.each([
    ["日本", "日本", "JP0000"], ["新加坡市中心", "新加坡", "SG0000"], ["香港", "香港", "HK0000"], ["中国澳门", "澳门", "MO0000"], ["老挝", "老挝", "LA0000"],
    ["印度尼西亚", "印度尼西亚", "ID0000"],
  ])("%s is overseas", (text, country, regionCode) => {
    expect(place(text)).toEqual({ status: "overseas", country, regionCode });
  });
  it.each([[""], ["-"], [".", ""], ["", ""]])("%j says nothing", (...parts) => expect(place(...parts)).toEqual({ status: "missing" }));
  it.each(["中山大道东路280号南丰创荟", "天河路490号1201房", "卓悦中心L1层", "长安镇锦厦社区河南工业区", "高普路1035号5楼"])(
    "%s is a street or a building in no known region, and is not guessed",
    (text) => expect(place(text)).toEqual({ status: "unreadable", reason: "no-known-name" }),
  );
  it("a town's name alone is not taken for the listed town: other provinces have towns too", () => {
    expect(place("坞城街道1号")).toEqual({ status: "unreadable", reason: "no-known-name" });
    expect(place("太原", "坞城街道")).toMatchObject({ regionCode: "140105001" });
  });
  it("may have lost its characters", () => expect(place("\ufffd\ufffd市")).toEqual({ status: "unreadable", reason: "damaged" }));
});

describe("the index", () => {
  it("shortens names as people do", () => {
    expect(["山西省", "管城回族区", "恩施土家族苗族自治州", "陵水黎族自治县", "浦东新区", "沁县", "积石山保安族东乡族撒拉族自治县"].map(shortName)).toEqual(
      ["山西", "管城", "恩施", "陵水", "浦东", null, "积石山"],
    );
  });

  it("survives a city that is listed as its own child", () => {
    expect(index.byCode.get("441900")).toMatchObject({ level: "CITY", parentCode: "440000" });
  });
});
