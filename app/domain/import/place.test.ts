import { describe, expect, it } from "vitest";
import { parsePlace } from "./place.ts";
import { buildRegionIndex, type RegionRow, shortName } from "./region-index.ts";

const LIST = `
110000 北京市 province -|110100 市辖区 city 110000|110105 朝阳区 county 110100|110108 海淀区 county 110100|130000 河北省 province -|130100 石家庄市 city 130000
130102 长安区 county 130100|130104 桥西区 county 130100|130200 唐山市 city 130000|130205 开平区 county 130200|140000 山西省 province -|140100 太原市 city 140000|140105 小店区 county 140100
140105001 坞城街道 town 140105|140109 万柏林区 county 140100|140400 长治市 city 140000|140403 潞州区 county 140400|140500 晋城市 city 140000|140600 朔州市 city 140000|140681 怀仁市 county 140600
141000 临汾市 city 140000|141002 尧都区 county 141000|150000 内蒙古自治区 province -|150100 呼和浩特市 city 150000|150121 土默特左旗 county 150100|211300 朝阳市 city 210000|210000 辽宁省 province -
220000 吉林省 province -|220200 吉林市 city 220000|222400 延边朝鲜族自治州 city 220000|222401 延吉市 county 222400|310000 上海市 province -|310100 市辖区 city 310000|310115 浦东新区 county 310100
320000 江苏省 province -|320100 南京市 city 320000|320106 鼓楼区 county 320100|320500 苏州市 city 320000|320583 昆山市 county 320500|350000 福建省 province -|350100 福州市 city 350000|350102 鼓楼区 county 350100
410000 河南省 province -|410100 郑州市 city 410000|410104 管城回族区 county 410100|420000 湖北省 province -|420100 武汉市 city 420000|422800 恩施土家族苗族自治州 city 420000|429000 省直辖县级行政区划 city 420000
429004 仙桃市 county 429000|430000 湖南省 province -|430100 长沙市 city 430000|430104 岳麓区 county 430100|430121 长沙县 county 430100|440000 广东省 province -|440100 广州市 city 440000|440106 天河区 county 440100
440300 深圳市 city 440000|440305 南山区 county 440300|440306 宝安区 county 440300|440700 江门市 city 440000|440783 开平市 county 440700|441900 东莞市 city 440000|441900 东莞市 county 441900|442000 中山市 city 440000
460000 海南省 province -|469000 省直辖县级行政区划 city 460000|469028 陵水黎族自治县 county 469000|510000 四川省 province -|510100 成都市 city 510000|530000 云南省 province -|532500 红河哈尼族彝族自治州 city 530000
620000 甘肃省 province -|622900 临夏回族自治州 city 620000|622927 积石山保安族东乡族撒拉族自治县 county 622900|630000 青海省 province -|632500 海南藏族自治州 city 630000`;
const rows: RegionRow[] = LIST.trim().split(/[|\n]/).map((line) => {
  const [code, name, level, parent] = line.split(" ");
  return { code: code!, name: name!, level: level!, parentCode: parent === "-" ? null : parent! };
});
const index = buildRegionIndex(rows);
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
