import { describe, expect, it } from "vitest";
import { deviceOf } from "./device.ts";
import { fillSecret, SECRET_MARK } from "../notice/secret.ts";
import { codeSms, consentSms, receiptSms } from "./messages.ts";
import { isOwnNumber, newPassword } from "./password.ts";
import { realNameOf } from "./real-name.ts";
import { decideTakeover, homeSchema, whoSchema } from "./registration.ts";

const problems = (schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } }, value: unknown) => schema.safeParse(value).error?.issues.map((one) => one.message) ?? [];

describe("who may take a record over", () => {
  const known = { hasAccount: false, sameName: true, samePhone: true };
  it.each([
    ["nobody on record", null, "unavailable", "NEW"], ["nobody on record, the register agrees", null, "match", "NEW"], ["nobody on record, the register says no", null, "mismatch", "WRONG_NAME"],
    ["name and telephone of the record", known, "unavailable", "LINK"], ["the same, and the register agrees", known, "match", "LINK"], ["the same, but the register says no", known, "mismatch", "WRONG_NAME"],
    ["another telephone", { ...known, samePhone: false }, "unavailable", "REFUSED"], ["another telephone, the register agrees", { ...known, samePhone: false }, "match", "LINK_WITH_PHONE"],
    ["another name", { ...known, sameName: false }, "match", "REFUSED"], ["somebody with an account", { ...known, hasAccount: true }, "match", "REFUSED"],
  ] as const)("%s (register: %s): %s", (_what, record, verdict, takeover) => {
    expect(decideTakeover(record, verdict)).toBe(takeover);
  });
});

describe("a real name", () => {
  it.each([
    ["nothing", [], "UNVERIFIED"], ["a register that was away", ["UNAVAILABLE"], "UNVERIFIED"], ["a match", ["MATCH"], "VERIFIED"], ["away after a match", ["UNAVAILABLE", "MATCH"], "VERIFIED"],
    ["the card seen after a mismatch", ["CARD_SEEN", "MISMATCH"], "CARD_SEEN"], ["a mismatch after the card was seen", ["MISMATCH", "CARD_SEEN"], "MISMATCH"],
  ] as const)("after %s is %s", (_what, results, state) => {
    expect(realNameOf(results.map((result) => ({ result })))).toBe(state);
  });
});

describe("a new password", () => {
  it.each(["correct horse", "电焊工二〇二六年好", "aZ3$kk9!"])("may be %j", (text) => expect(problems(newPassword, text)).toEqual([]));
  it.each([["short", ["password-eight"]], ["11111111", ["password-simple"]], ["12345678", ["password-simple"]], ["abcdefgh", ["password-simple"]], ["x1".repeat(101), ["too-long", "password-simple"]], [undefined, ["required"]]])("may not be %j: %j", (text, codes) => expect(problems(newPassword, text)).toEqual(codes));

  it("is not the telephone, the resident ID or the end of it", () => {
    const numbers = ["13912345678", "11010519491231002X", null];
    for (const text of ["13912345678", "a13912345678", "11010519491231002x", "9491231002X"]) expect(isOwnNumber(text, numbers)).toBe(true);
    expect(isOwnNumber("tractor-1949", numbers)).toBe(false);
  });
});

describe("the steps of a registration", () => {
  const who = { name: "李㛃", idNumber: "11010519491231002X", education: "JUNIOR", countyCode: "141124" };
  it("takes rare characters in a name and names each field that is wrong", () => {
    expect(problems(whoSchema, who)).toEqual([]);
    expect(problems(whoSchema, { name: "李", idNumber: "123", education: "", countyCode: "110105" })).toEqual(["person-name-short", "id-length", "education-needed", "county-needed"]);
  });

  it("needs the first consent, leaves the others to the person, and a password too", () => {
    expect(homeSchema.parse({ homeRegionCode: "141124100", consents: "SERVICE", password: "" })).toEqual({ homeRegionCode: "141124100", consents: ["SERVICE"], password: undefined });
    expect(problems(homeSchema, { homeRegionCode: "141124100", consents: ["EMPLOYERS", "SMS"] })).toEqual(["consent-service-needed"]);
    expect(problems(homeSchema, { homeRegionCode: "141124", consents: ["SERVICE", "ADVERTS"] })).toEqual(["home-town-needed", "invalid"]);
  });
});

describe("a device in words", () => {
  it.each([
    ["Mozilla/5.0 (Linux; Android 12; M2007J17C) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.40", "android", "wechat"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1", "iphone", "safari"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0", "windows", "edge"],
    ["Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0 Safari/537.36 ArkWeb/4.1 Mobile HuaweiBrowser/5.0", "harmony", "huawei"],
    [null, "other", "other"], ["<script>", "other", "other"],
  ])("%s", (agent, system, browser) => {
    expect(deviceOf(agent)).toEqual({ system, browser });
  });
});

describe("messages", () => {
  it("are stored with a mark in the place of the code", () => {
    expect(codeSms("SIGN_IN")).toContain(SECRET_MARK);
    expect(fillSecret(codeSms("SIGN_IN"), "123456")).toContain("123456");
    expect(fillSecret(codeSms("SIGN_IN"), null)).not.toContain("{{");
  });

  it("say who wants to do what until when, and what was done", () => {
    expect(consentSms("张**", ["ANSWER", "WISH"], "2027年5月24日")).toMatch(/张\*\*想替您回复岗位、邀请和培训班、修改求职意向、报名培训和劳务品牌，到2027年5月24日/);
    const receipt = receiptSms({ helper: "张**", act: "accept-post", about: "电".repeat(200), at: "11月25日10:00", origin: "https://jobs.example.gov.cn" });
    expect(receipt).toMatch(/张\*\*替您接受了岗位：电{30}。/);
    expect(receipt.length).toBeLessThan(500);
    expect(receiptSms({ helper: "张**", act: "something-new", about: null, at: "", origin: "" })).toContain("办了一件事");
  });
});
