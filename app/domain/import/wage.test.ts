import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWage } from "./wage.ts";

const yuan = (min: number | null, max: number | null) => ({
  minFen: min === null ? null : Math.round(min * 100),
  maxFen: max === null ? null : Math.round(max * 100),
});

describe("a wage as advertised", () => {
  it.each([
    ["6千-1.2万·13薪", 6_000, 12_000, 13],
    ["1.5-2万", 15_000, 20_000, 12],
    ["4-5万", 40_000, 50_000, 12],
    ["9.5千-1.3万", 9_500, 13_000, 12],
    ["5.5-7千", 5_500, 7_000, 12],
    ["4-5万·15薪", 40_000, 50_000, 15],
    ["7.5-8.5千·14薪", 7_500, 8_500, 14],
    ["2.7万-3万", 27_000, 30_000, 12],
    ["1万-1.6万·16薪", 10_000, 16_000, 16],
    ["7千-1.2万·22薪", 7_000, 12_000, 22],
    ["4.5千-6千", 4_500, 6_000, 12],
    ["2千-3千元/月", 2_000, 3_000, 12],
    ["9千-1.8万元/月", 9_000, 18_000, 12],
    ["12000-20000元/月", 12_000, 20_000, 12],
    ["2000元/月", 2_000, 2_000, 12],
    ["12,000 - 20,000 元 / 月", 12_000, 20_000, 12],
    ["￥8000~12000/月", 8_000, 12_000, 12],
    ["８０００－１００００元／月", 8_000, 10_000, 12],
    ["8000-1.2万", 8_000, 12_000, 12],
    ["8k-1.2w", 8_000, 12_000, 12],
    ["8-12K", 8_000, 12_000, 12],
    ["15-25k·14薪", 15_000, 25_000, 14],
    ["15-25K*16薪", 15_000, 25_000, 16],
    ["五千到八千", 5_000, 8_000, 12],
    ["五千至八千元每月", 5_000, 8_000, 12],
    ["三千五", 3_500, 3_500, 12],
    ["一万二左右", 12_000, 12_000, 12],
    ["3千5-4千5", 3_500, 4_500, 12],
    ["月薪4000-6000", 4_000, 6_000, 12],
    ["月薪:5000元左右", 5_000, 5_000, 12],
    ["4500元,有全勤奖,包吃住", 4_500, 4_500, 12],
    ["5000—8000元", 5_000, 8_000, 12],
    ["6000元一个月", 6_000, 6_000, 12],
    ["3000块钱", 3_000, 3_000, 12],
  ] as const)("%s is %s to %s yuan a month, %i months", (text, min, max, months) => {
    expect(parseWage(text)).toEqual({
      status: "ok", ...yuan(min, max), period: "MONTH", months, negotiable: false, 
      monthlyMinFen: Math.round((min * 100 * months) / 12), monthlyMaxFen: Math.round((max * 100 * months) / 12),
    });
  });

  it.each([
    ["150元/天", "DAY", 150, 150, 326_250, 326_250],
    ["100-150/天", "DAY", 100, 150, 217_500, 326_250],
    ["800-1100元/天", "DAY", 800, 1_100, 1_740_000, 2_392_500],
    ["1千/天", "DAY", 1_000, 1_000, 2_175_000, 2_175_000],
    ["一天200", "DAY", 200, 200, 435_000, 435_000],
    ["日薪180元", "DAY", 180, 180, 391_500, 391_500],
    ["20元/小时", "HOUR", 20, 20, 348_000, 348_000],
    ["35-50元/时", "HOUR", 35, 50, 609_000, 870_000],
    ["10-15万/年", "YEAR", 100_000, 150_000, 833_333, 1_250_000],
    ["5.5-6万/年", "YEAR", 55_000, 60_000, 458_333, 500_000],
    ["年薪12万", "YEAR", 120_000, 120_000, 1_000_000, 1_000_000],
    ["150-200元/次", "PIECE", 150, 200, null, null],
    ["0.5元/件", "PIECE", 0.5, 0.5, null, null],
    ["计件 3元/个", "PIECE", 3, 3, null, null],
  ] as const)("%s is paid by %s", (text, period, min, max, monthlyMinFen, monthlyMaxFen) => {
    expect(parseWage(text)).toMatchObject({ status: "ok", period, ...yuan(min, max), monthlyMinFen, monthlyMaxFen });
  });

  it("stores a week's wage as its month of 52/12 weeks", () => {
    expect(parseWage("500-1000元/周")).toMatchObject({ status: "ok", period: "MONTH", minFen: 216_667, maxFen: 433_333 });
  });

  it.each([
    ["1万以上", 10_000, null], ["5000元以上", 5_000, null], ["5000起", 5_000, null], ["8000+", 8_000, null], ["底薪3000+提成", 3_000, null],
    ["4500+绩效+全勤奖,包吃住", 4_500, null], ["5000元/月以上", 5_000, null], ["不低于4000元/月", 4_000, null],
    ["3千及以下", null, 3_000], ["1.5千以下", null, 1_500], ["1千以下", null, 1_000], ["6000以内", null, 6_000], ["最高9000元", null, 9_000],
  ] as const)("%s has an open end", (text, min, max) => {
    expect(parseWage(text)).toMatchObject({ status: "ok", ...yuan(min, max), period: "MONTH" });
  });

  it("keeps an open end together with its period and months", () => {
    expect(parseWage("3万及以下/年")).toMatchObject({ status: "ok", minFen: null, maxFen: 3_000_000, period: "YEAR", monthlyMaxFen: 250_000 });
    expect(parseWage("3千及以下·13薪")).toMatchObject({ status: "ok", minFen: null, maxFen: 300_000, months: 13 });
  });

  it.each(["面议", "薪资面议", "工资面谈", "待遇从优", "Negotiable", "电议"])("%s is negotiable, because it says so", (text) => {
    expect(parseWage(text)).toEqual({ status: "negotiable" });
  });

  it.each(["", "  ", "-", "无", "暂无"])("%j says nothing about pay", (text) => {
    expect(parseWage(text)).toEqual({ status: "missing" });
  });

  it.each([
    ["9\ufffd-1.5万·13薪", "damaged"],
    ["高薪", "no-number"],
    ["日结", "no-number"],
    ["150", "no-period"],
    ["1万-8千", "reversed"],
    ["100-120元/月", "implausible"],
    ["18万-25万", "implausible"],
    ["50-100万", "implausible"],
    ["10000元/天", "implausible"],
    ["5000 电话13800000000", "unknown-words"],
    ["3000 5000", "unknown-words"],
  ] as const)("%s is not understood: %s", (text, reason) => {
    expect(parseWage(text)).toEqual({ status: "unreadable", reason });
  });

  it("never answers with a lower end above the upper one, nor throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.千万元/月天年-~·薪以上下面议kw一五十 ") }), (text) => {
        const wage = parseWage(text);
        if (wage.status === "ok" && wage.minFen !== null && wage.maxFen !== null) expect(wage.minFen).toBeLessThanOrEqual(wage.maxFen);
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads back every range it can be told", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 50_000 }), fc.nat(40_000), (min, more) => {
        expect(parseWage(`${min}-${min + more}元/月`)).toMatchObject({ status: "ok", minFen: min * 100, maxFen: (min + more) * 100 });
      }),
    );
  });
});
