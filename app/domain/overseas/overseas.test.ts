import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PolicyParameter } from "../policy/parameter.ts";
import { chargeProblems, findCharges } from "./charges.ts";
import { findLicence, type Licence } from "./licence.ts";
import { comesLate, openSchemes, problemsOfScheme, schemeRules } from "./schemes.ts";
import { departureProblem, nextStep, standing, stepProblem, type StepLine, stepsOf } from "./steps.ts";

const rows = JSON.parse(readFileSync("prisma/seed/data/policy-parameters.json", "utf8")) as PolicyParameter[];
const rulesOn = (asOf: string) => schemeRules(rows, "JP0000", asOf);
const open = (appliedOn: string, entryOn: string) => openSchemes(rulesOn(appliedOn), { appliedOn, entryOn });
const rule = (scheme: string, asOf = "2026-11-26") => rulesOn(asOf).find((one) => one.scheme === scheme)!;

describe("the switch of Japan's scheme", () => {
  it.each([
    ["an application of the last day, entry of the last day", "2027-03-31", "2027-06-30", ["TITP", "SSW1"]],
    ["an entry one day later", "2027-03-31", "2027-07-01", ["SSW1"]],
    ["an application one day later", "2027-04-01", "2027-06-30", ["IKUSEI", "SSW1"]],
    ["long before", "2026-11-26", "2027-02-01", ["TITP", "SSW1"]],
    ["an entry on the day of the switch, applied for before it", "2027-02-01", "2027-04-01", ["TITP", "SSW1"]],
    ["an entry before the application", "2027-05-01", "2027-04-30", []],
  ])("%s", (_what, appliedOn, entryOn, schemes) => {
    expect(open(appliedOn, entryOn)).toEqual(schemes);
  });

  it("whoever cannot enter in time is told so, and what is possible now and from when", () => {
    const plan = { appliedOn: "2026-11-26", entryOn: "2027-08-01" };
    expect(problemsOfScheme(rulesOn(plan.appliedOn), "TITP", plan)).toEqual([
      { code: "overseas-entry-late", params: { day: "2027-06-30" } }, { code: "overseas-instead-from-ikusei", params: { day: "2027-04-01" } }, { code: "overseas-instead-ssw1" },
    ]);
    expect(problemsOfScheme(rulesOn("2027-04-01"), "TITP", { appliedOn: "2027-04-01", entryOn: "2027-06-01" }).map((one) => one.code)).toEqual(["overseas-over-titp", "overseas-instead-ikusei", "overseas-instead-ssw1"]);
    expect(problemsOfScheme(rulesOn("2027-03-31"), "IKUSEI", { appliedOn: "2027-03-31", entryOn: "2027-06-01" })[0]).toEqual({ code: "overseas-not-yet-ikusei", params: { day: "2027-04-01" } });
    expect([comesLate(rule("TITP"), "2026-12-31"), comesLate(rule("TITP"), "2027-01-01"), comesLate(rule("SSW1"), "2027-01-01")]).toEqual([false, true, false]);
  });

  it("each scheme asks for its own papers, stays and changes", () => {
    expect(rule("IKUSEI")).toMatchObject({ opensOn: "2027-04-01", closesOn: null, years: 3, language: ["JLPT_N5", "JFT_A1"], skillTest: false, changeMonths: [12, 24] });
    expect(rule("SSW1")).toMatchObject({ years: 5, language: ["JLPT_N4", "JFT_BASIC"], skillTest: true, changeMonths: null });
    expect(stepsOf(rule("SSW1"))).toEqual(["APPLIED", "LANGUAGE", "SKILL", "CONTRACT", "FILED", "CERTIFICATE"]);
    expect(stepsOf(rule("IKUSEI"))).not.toContain("SKILL");
    expect(stepsOf(schemeRules(rows, "SG0000", "2026-11-26")[0]!)).toEqual(["APPLIED", "CONTRACT", "FILED", "CERTIFICATE"]);
    expect(rule("TITP", "2027-05-01")).toMatchObject({ entryBy: "2027-06-30", certificateBy: "2027-03-31" });
  });
});

const lines = (...steps: [StepLine["step"], string][]): StepLine[] => steps.map(([step, happenedOn], index) => ({ seq: index + 1, step, happenedOn }));
const say = (of: ReturnType<typeof rule>, done: StepLine[], step: "LANGUAGE" | "SKILL" | "CONTRACT" | "FILED" | "CERTIFICATE", happenedOn: string, more: { proof?: "JLPT_N4" | "JLPT_N5"; saidByRole?: "EMPLOYER" | "OFFICER" | "SEEKER"; today?: string } = {}) =>
  stepProblem(of, done, { step, happenedOn, saidByRole: more.saidByRole ?? "EMPLOYER", proof: more.proof ?? null }, more.today ?? "2027-05-01")?.code ?? null;

describe("the steps", () => {
  it("come in their order, each by whom it belongs to, and with the paper the scheme accepts", () => {
    const ssw = rule("SSW1");
    const applied = lines(["APPLIED", "2026-12-01"]);
    expect(say(ssw, applied, "SKILL", "2026-12-02")).toBe("overseas-step-order");
    expect(say(ssw, applied, "LANGUAGE", "2026-12-02", { proof: "JLPT_N5" })).toBe("overseas-language-proof");
    expect(say(ssw, applied, "LANGUAGE", "2025-12-02", { proof: "JLPT_N4" })).toBeNull();
    expect(say(ssw, applied, "LANGUAGE", "2025-12-02", { proof: "JLPT_N4", saidByRole: "SEEKER" })).toBe("overseas-filing-by-bureau");
    const signed = lines(["APPLIED", "2026-12-01"], ["LANGUAGE", "2026-12-05"], ["SKILL", "2026-12-06"], ["CONTRACT", "2026-12-10"]);
    expect(say(ssw, signed, "FILED", "2026-12-12")).toBe("overseas-filing-by-bureau");
    expect(say(ssw, signed, "FILED", "2026-12-09", { saidByRole: "OFFICER" })).toBe("day-before-last");
    expect(say(ssw, signed, "FILED", "2026-12-12", { saidByRole: "OFFICER" })).toBeNull();
    expect(say(ssw, signed, "FILED", "2026-12-12", { saidByRole: "OFFICER", today: "2026-12-11" })).toBe("day-in-future");
  });

  it("taking back lifts the last one only", () => {
    const book = lines(["APPLIED", "2026-12-01"], ["LANGUAGE", "2026-12-05"], ["TAKEN_BACK", "2026-12-06"]);
    expect(standing(book).map((one) => one.step)).toEqual(["APPLIED"]);
    expect(nextStep(rule("TITP"), book)).toBe("LANGUAGE");
  });

  it("a trainee's certificate of 31 March 2027 is in time and one of 1 April is not; so with entry on 30 June and 1 July", () => {
    const titp = rule("TITP", "2027-05-01");
    const filed = lines(["APPLIED", "2026-12-01"], ["LANGUAGE", "2026-12-05"], ["CONTRACT", "2026-12-10"], ["FILED", "2026-12-12"]);
    expect(say(titp, filed, "CERTIFICATE", "2027-03-31")).toBeNull();
    expect(say(titp, filed, "CERTIFICATE", "2027-04-01")).toBe("overseas-certificate-late");
    const leave = (day: string, state: "OPEN" | "STOPPED" | "DEPARTED" = "OPEN", more: [StepLine["step"], string][] = [["CERTIFICATE", "2027-03-31"]]) =>
      departureProblem(titp, { state, lines: [...filed, ...lines(...more).map((one) => ({ ...one, seq: one.seq + 4 }))] }, day)?.code ?? null;
    expect([leave("2027-03-30"), leave("2027-06-30"), leave("2027-07-01")]).toEqual(["overseas-left-before-certificate", null, "overseas-entry-late"]);
    expect([leave("2027-06-01", "STOPPED"), leave("2027-06-01", "OPEN", []), leave("2027-07-01", "DEPARTED")]).toEqual(["overseas-stopped", "overseas-steps-certificate", null]);
  });
});

describe("a licence", () => {
  const licence = (more: Partial<Licence> = {}): Licence => ({ id: "a", destinations: ["JP0000"], validFrom: "2026-01-01", validUntil: "2027-01-01", state: "IN_FORCE", ...more });
  const post = { destination: "JP0000", from: "2026-11-26", until: "2027-01-01" };
  it.each([
    ["none at all", [], "overseas-unlicensed"],
    ["one not begun", [licence({ validFrom: "2026-11-27" })], "overseas-unlicensed"],
    ["one that ended that day", [licence({ validUntil: "2026-11-26" })], "overseas-unlicensed"],
    ["one suspended", [licence({ state: "SUSPENDED" })], "overseas-licence-stopped"],
    ["one for another country", [licence({ destinations: ["SG0000"] })], "overseas-licence-destination"],
    ["one that ends a day before the window does", [licence({ validUntil: "2026-12-31" })], "overseas-licence-window"],
  ])("does not carry a post: %s", (_what, all, problem) => {
    expect(findLicence(all, post)).toMatchObject({ problem });
  });

  it("carries the whole window up to its own last day; of several the one that fits", () => {
    expect(findLicence([licence({ id: "b", state: "REVOKED" }), licence()], post)).toMatchObject({ licence: { id: "a" } });
  });
});

describe("no deposit", () => {
  const found = (description: string) => findCharges({ description }).map((one) => `${one.kind}:${one.phrase}`);
  it.each(["出国前交押金2万元", "需提供财产担保", "须有两名担保人", "缴纳履约保证金，合同期满退还", "保证金不退", "不退押金", "不交押金不安排出国", "A deposit of 20,000 is held", "定金一千元"])("asked for: %s", (text) => {
    expect(found(text).some((one) => one.startsWith("deposit:"))).toBe(true);
  });
  it.each(["不收任何押金、保证金，也不要担保人", "本公司严禁收取保证金", "押金全免", "No deposit, ever; works without a guarantor", "为老人提供生活保障", "社会保险按日本规定办理"])("not asked for: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
  it("a fee with a figure belongs into its field, and the form's own question has one lawful answer", () => {
    expect(found("服务费约12000元，签合同时付")).toEqual(["fee:服务费约12000元"]);
    expect(found("服务费见费用一栏")).toEqual([]);
    expect(chargeProblems({ depositYuan: 1 }, 0)).toEqual([{ code: "overseas-deposit-asked", field: "depositYuan", params: { max: 0 } }]);
    expect(chargeProblems({ depositYuan: 0, feeYuan: 8_000, feeFor: "签证和合同办理，另押保证金" }, 0).map((one) => [one.code, one.field])).toEqual([["overseas-deposit", "feeFor"]]);
  });
});
