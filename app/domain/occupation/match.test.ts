import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchOccupation } from "./match.ts";
import { OCCUPATIONS } from "./occupations.ts";

describe("the occupation that a title names", () => {
  it.each([
    ["急招电焊工（包吃住，月薪8000+）", "焊工"],
    ["氩弧焊/二保焊 熟练工", "焊工"],
    ["气保焊工数名", "焊工"],
    ["诚聘月嫂、育儿嫂", "育婴员"],
    ["住家保姆（照顾一位老人）", "家政服务员"],
    ["太原医院护工 24小时陪护", "医疗护理员"],
    ["养老院护理员", "养老护理员"],
    ["刀削面师傅", "中式面点师"],
    ["A2半挂车司机 跑内蒙线", "道路货运汽车驾驶员"],
    ["小区保安 两班倒", "保安员"],
    ["泥瓦工 大工350一天", "砌筑工"],
    ["铲车司机", "挖掘铲运和桩工机械司机"],
    ["电子厂普工（操作工）", "电子设备装接工"],
    ["生态护林员", "护林员"],
    ["清徐老陈醋酿醋工", "食醋制作工"],
    ["洗煤厂皮带工", "选矿工"],
    ["Java工程师（高级）", "计算机软件工程技术人员"],
    ["叉车工", "起重装卸机械操作工"],
  ])("%s → %s", (title, name) => {
    expect(matchOccupation(title)?.name).toBe(name);
  });

  it("is the head of the phrase, not what stands before it", () => {
    expect(matchOccupation("服装销售")?.name).toBe("营销员");
    expect(matchOccupation("物业保洁员")?.name).toBe("保洁员");
    expect(matchOccupation("保洁公司招聘司机")?.name).toBe("客运车辆驾驶员");
  });

  it("is the first of several trades of the same length", () => {
    expect(matchOccupation("司机/保安")?.name).toBe("客运车辆驾驶员");
    expect(matchOccupation("保安/司机")?.name).toBe("保安员");
  });

  it("is sought in brackets only when the rest names none", () => {
    expect(matchOccupation("太原急聘（焊工）")?.name).toBe("焊工");
    expect(matchOccupation("会计（出差少，不是销售员）")?.name).toBe("会计专业人员");
  });

  it("is not found inside another word", () => {
    expect(matchOccupation("优化工程师")).toBeNull();
    expect(matchOccupation("building")).toBeNull();
  });

  it("is none for what names no trade", () => {
    for (const text of ["", "包吃住 五险一金 高薪", "诚聘英才", "１２３"]) expect(matchOccupation(text)).toBeNull();
  });

  it("does not depend on full-width letters or case", () => {
    expect(matchOccupation("ＣＮＣ操作工")).toEqual(matchOccupation("cnc操作工"));
  });

  it("names every occupation of the list by its own name", () => {
    for (const { code, zh } of OCCUPATIONS) expect(matchOccupation(zh), zh).toMatchObject({ code });
  });

  it("stays the same for any text asked twice, and is always one of the list", () => {
    const codes = new Set(OCCUPATIONS.map(({ code }) => code));
    const words = fc.constantFrom("焊工", "保姆", "招聘", "（", "）", "/", "司机", "急招", "a", "java", "工程师", " ");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const found = matchOccupation(parts.join(""));
        expect(found).toEqual(matchOccupation(parts.join("")));
        if (found !== null) expect(codes).toContain(found.code);
      }),
    );
  });
});
