import { describe, expect, it } from "vitest";
import { findUnlawful } from "./lawful.ts";
import { findUnwise } from "./unwise.ts";

const rulesIn = (text: string) => [...new Set(findUnlawful({ title: "电焊工", description: text }).map((one) => one.rule))];

describe("what the law forbids in an ad is found however it is put", () => {
  it.each([
    ["只招男性", "sex"], ["限女性，家政服务员", "sex"], ["男女比例均衡", "sex"], ["无宗教信仰者优先", "religion"], ["需缴纳服装费", "deposit"], ["月入过万不是梦", "hype"], ["包就业", "hype"], ["限 女", "sex"], ["招女工若干", "sex"], ["急招男焊工", "sex"], ["男性优先", "sex"], ["女士优先考虑", "sex"], ["男2名，女3名", "sex"], ["不招女性", "sex"], ["女生勿扰", "sex"],
    ["入职三年内不得怀孕", "sex"], ["要求男，能吃苦", "sex"], ["招美女前台", "sex"], ["Males only", "sex"], ["未婚优先", "sex"], ["不怕吃苦，限男性", "sex"], ["不怕吃苦限男性", "sex"],
    ["仅限汉族", "ethnicity"], ["不招少数民族", "ethnicity"], ["回族勿扰", "ethnicity"], ["不要维吾尔族", "ethnicity"],
    ["不招信教的", "religion"], ["要求无宗教信仰", "religion"], ["教徒免谈", "religion"],
    ["限本省户籍", "hukou"], ["必须山西人", "hukou"], ["本地人优先", "hukou"], ["外地人勿扰", "hukou"], ["不招河南人", "hukou"], ["要求本地户口", "hukou"],
    ["无乙肝", "health"], ["不招残疾人", "health"], ["残疾人勿扰", "health"],
    ["15岁以上", "age"], ["15-45岁", "age"], ["年龄14以上均可", "age"], ["可招未满16周岁", "age"], ["１５周岁起", "age"],
    ["上岗前交押金500元", "deposit"], ["押金300", "deposit"], ["入职缴纳保证金", "deposit"], ["收取服装费", "deposit"], ["扣押身份证", "deposit"], ["需交中介费", "deposit"], ["身份证由单位保管", "deposit"], ["入职后身份证原件统一交公司代管", "deposit"], ["工资卡押工资卡", "deposit"],
    ["可办培训贷", "training-loan"], ["先交培训费再上岗", "training-loan"], ["学费分期，毕业上班", "training-loan"], ["培训费自理", "training-loan"],
    ["高薪诚聘", "hype"], ["月入2万", "hype"], ["保证录用", "hype"], ["100%就业", "hype"], ["轻松赚钱", "hype"], ["High pay guaranteed", "hype"],
  ])("%s breaks the rule on %s", (text, rule) => expect(rulesIn(text)).toContain(rule));
});

describe("what is not a limit or a fee is left alone", () => {
  it.each([
    "女装店导购", "招女装店导购", "要求女装设计经验", "男装缝纫工", "招聘女鞋销售", "女生宿舍管理员", "招女生宿舍管理员", "女性健康顾问，熟悉妇幼", "招聘女性健康顾问", "妇科护士", "照顾女性老人", "负责女宾部清洁", "男女不限", "不限男女", "性别不限",
    "招男女普工", "男女工都要", "不限户籍", "户籍不限", "不限民族", "无宗教信仰要求", "可协助办理本地户口", "回民街面馆厨师", "汉族节日放假", "熟悉本地市场", "服务本地人民", "河南烩面师傅", "负责山西人才市场展位",
    "不收押金", "不收取任何押金", "无需缴纳押金、服装费", "免服装费", "不扣押身份证", "证件由本人保管", "负责保管客户证件", "严禁收取押金", "负责酒店前台，办理入住、收押金", "核对顾客身份证，收取押金和房费", "带身份证复印件", "登记客人身份证", "押运员", "不收培训费", "免费培训，先培训后上岗",
    "公司承担体检", "提高薪资透明度", "面包过期要下架", "小区保安", "照看10岁以上儿童", "驾龄15年以上", "有15年以上经验", "12小时以上要休息", "不招童工", "未满16周岁请勿投递", "年满18周岁", "16岁以上", "包吃住，缴纳五险", "保证金属件质量", "每天15至20件",
    "住家保姆，照顾老人", "工资按月足额发放，不收任何费用", "🍜拉面师傅", "𠮷野家店员", "<script>alert('女')</script>", "'; DROP TABLE post; --", "",
  ])("%s", (text) => {
    expect(findUnlawful({ title: text, description: "" })).toEqual([]);
    expect(findUnlawful({ title: "", description: text })).toEqual([]);
  });

  it("in ten megabytes of text", () => {
    const text = "按图纸焊接钢结构，两班倒，包吃住。".repeat(600_000);
    expect(findUnlawful({ title: "电焊工", description: text })).toEqual([]);
  });
});

describe("every phrase is named, once each", () => {
  it("in the order of the rules, quoted as written", () => {
    expect(findUnlawful({ title: "高薪诚聘男电工", description: "只招男性，只招男性；交押金200元，限本省户籍。" })).toEqual([
      { field: "title", phrase: "诚聘男", rule: "sex" },
      { field: "description", phrase: "只招男性", rule: "sex" },
      { field: "description", phrase: "限本省户籍", rule: "hukou" },
      { field: "description", phrase: "交押金200元", rule: "deposit" },
      { field: "title", phrase: "高薪", rule: "hype" },
    ]);
  });
});

describe("what is allowed and yet unwise is advised", () => {
  const plain = { title: "电焊工", description: "在车间按图纸焊接钢结构件，白班，月底发工资，缴纳社会保险，提供宿舍。", wageMinYuan: 6_000, wageMaxYuan: 8_000, hoursPerDay: 8, daysPerWeek: 5, insurance: true, housing: true, address: "工业园区 3 号" };
  const rules = (changed: Partial<typeof plain>) => findUnwise({ ...plain, ...changed }).map((one) => one.rule);

  it("and nothing is said of a plain honest post", () => expect(rules({})).toEqual([]));

  it.each([
    [{ description: `${plain.description}年龄18-45岁。` }, "age-limit"], [{ description: `${plain.description}50岁以下。` }, "age-limit"], [{ description: `${plain.description}形象气质佳。` }, "looks"],
    [{ description: `${plain.description}具体面议。` }, "pay-vague"], [{ description: `${plain.description}压一个月工资。` }, "pay-held"], [{ wageMaxYuan: 12_001 }, "range-wide"],
    [{ hoursPerDay: 12, daysPerWeek: 6 }, "hours-long"], [{ insurance: false, description: "在车间按图纸焊接钢结构件，白班，月底发工资，车间有宿舍，有班车。" }, "no-insurance"],
    [{ housing: false, description: "在车间按图纸焊接钢结构件，白班，月底发工资，缴纳社会保险，有班车接送。" }, "no-housing"], [{ description: "焊工一名，缴社保，有宿舍。" }, "short"], [{ address: "" }, "no-address"],
  ])("%j: %s", (changed, rule) => expect(rules(changed)).toEqual([rule]));

  it.each(["照顾70岁左右老人", "护理65岁以下病人"])("an age of those who are cared for is none of the worker's: %s", (text) => {
    expect(rules({ description: `${text}，${plain.description}` })).toEqual([]);
  });

  it("a form just begun gets no advice about what is still empty", () => expect(findUnwise({ title: "电焊工" })).toEqual([]));
});
