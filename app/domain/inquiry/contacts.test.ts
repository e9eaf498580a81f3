import { describe, expect, it } from "vitest";
import { findContact } from "./contacts.ts";

describe("a way around this product is found in a text", () => {
  it.each([
    ["as a mobile number", "有事打13812345678", "phone"], ["with blanks and dashes", "138-1234 5678", "phone"], ["with a sign between all figures", "1.3.8.1.2.3.4.5.6.7.8", "phone"],
    ["in full-width figures", "１３８１２３４５６７８", "phone"], ["in circled figures", "①③⑧①②③④⑤⑥⑦⑧", "phone"], ["in Chinese numerals", "一三八一二三四五六七八", "phone"],
    ["in formal numerals and 幺", "幺叁捌 壹贰叁肆 伍陆柒捌", "phone"], ["with letters for figures", "l38I2345678 / 138oo345678", "phone"], ["with the country's number", "+86 138 1234 5678", "phone"],
    ["as a landline", "厂里电话0358-4422113", "phone"], ["as a landline without its area", "打4422113", "phone"], ["as a service number", "400-818-1234", "phone"],
    ["as a WeChat id", "微信号：laozhang_88", "chat"], ["as a WeChat id under another spelling", "薇信 laozhang88", "chat"], ["as vx", "vx: abc12345", "chat"], ["as wx with a number", "wx13500001", "chat"],
    ["as QQ", "QQ 123456789", "chat"], ["as a request to add somebody", "加我微信聊", "chat"], ["as a request to scan", "扫一下二维码", "chat"], ["as an account elsewhere", "抖音号 lvliang888", "chat"],
    ["as a link", "见 https://a.example/x", "link"], ["as a bare site", "上 zhaopin.vip 填表", "link"], ["as a site in words", "lvliang点com", "link"], ["as www", "www.abc.test", "link"],
    ["as mail", "发到 hr@factory.cn", "mail"], ["with invisible characters between", "138\u200b1234\u200b5678", "phone"],
  ] as const)("%s", (_how, text, kind) => {
    expect(findContact(text)?.kind).toBe(kind);
  });

  it("and shown as it was typed", () => {
    expect(findContact("请打 一三八 1234 5678 找王师傅")?.found).toBe("一三八 1234 5678");
  });
});

describe("plain questions and answers pass", () => {
  it.each([
    "工资4500-6000元，每月15日发", "2026年11月25日早上8:30到", "20261125报到", "8:00-12:00，14:00-18:00", "工资用微信发吗？", "微信能收工资吗", "两班倒，一天12小时，一个月28天", "离县城3.5公里，坐102路", "带身份证、银行卡和2张一寸照片",
    "身份证要不要复印", "车费1500元报销", "三四千块钱，五六个人一间", "120000元一年", "2025-2026年的合同", "焊Q235钢，用E4303焊条", "住8人间，200元/月", "",
  ])("%s", (text) => {
    expect(findContact(text)).toBeNull();
  });
});
