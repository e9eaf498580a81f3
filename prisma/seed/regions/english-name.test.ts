import { describe, expect, it } from "vitest";
import { englishName, romanise } from "./english-name.ts";

describe("the English name of a place", () => {
  it.each([
    ["140000", "山西省", "PROVINCE", "Shanxi"],
    ["610000", "陕西省", "PROVINCE", "Shaanxi"],
    ["141100", "吕梁市", "CITY", "Lüliang City"],
    ["610100", "西安市", "CITY", "Xi'an City"],
    ["110100", "市辖区", "CITY", "Beijing Districts"],
    ["422800", "恩施土家族苗族自治州", "CITY", "Enshi Tujia and Miao Autonomous Prefecture"],
    ["140109", "万柏林区", "COUNTY", "Wanbailin District"],
    ["140303", "矿区", "COUNTY", "Kuangqu District"],
    ["140428", "长子县", "COUNTY", "Zhangzi County"],
    ["140924", "繁峙县", "COUNTY", "Fanshi County"],
    ["141002", "尧都区", "COUNTY", "Yaodu District"],
    ["141024", "洪洞县", "COUNTY", "Hongtong County"],
    ["141031", "隰县", "COUNTY", "Xi County"],
    ["310115", "浦东新区", "COUNTY", "Pudong New Area"],
    ["441802", "清新区", "COUNTY", "Qingxin District"],
    ["220106", "绿园区", "COUNTY", "Lüyuan District"],
    ["150723", "鄂伦春自治旗", "COUNTY", "Oroqen Autonomous Banner"],
    ["530826", "江城哈尼族彝族自治县", "COUNTY", "Jiangcheng Hani and Yi Autonomous County"],
    ["140802101", "解州镇", "TOWN", "Haizhou Town"],
    ["141030103", "曲峨镇", "TOWN", "Qu'e Town"],
    ["140106001", "柳巷街道", "TOWN", "Liuxiang Subdistrict"],
    ["140121100201", "北营村村民委员会", "VILLAGE", "Beiying Village"],
    ["140121100202", "北村村委会", "VILLAGE", "Beicun Village"],
    ["140106001001", "山西大学社区居委会", "VILLAGE", "Shanxidaxue Community"],
    ["140106001002", "太原钢铁（集团）有限公司社区", "VILLAGE", "Taiyuangangtieyouxiangongsi Community"],
  ] as const)("of %s %s is %s %s", (code, name, level, english) => {
    expect(englishName(code, name, level)).toBe(english);
  });

  it("keeps syllables apart that would run together, and writes ü", () => {
    expect([romanise("长安"), romanise("略阳"), romanise("旅顺口"), romanise("东阿")]).toEqual(["Chang'an", "Lüeyang", "Lüshunkou", "Dong'e"]);
  });
});
