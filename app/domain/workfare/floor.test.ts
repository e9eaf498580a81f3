import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PolicyParameter } from "../policy/parameter.ts";
import { floorsOf, shareUp } from "./floor.ts";
import { mayDo, partOf } from "./roles.ts";
import { judgeAward, type AwardFacts } from "./award.ts";

const rows = (JSON.parse(readFileSync("prisma/seed/data/policy-parameters.json", "utf8")) as PolicyParameter[]).map((one, at) => ({ ...one, id: String(at) }));
const at = (asOf: string) => ({ regionCode: "141124", asOf });
const pctOf = (line: "CENTRAL_BUDGET" | "CENTRAL_BRIDGING" | "PROVINCIAL" | "LOCAL", kind: "FUNDED" | "PROMOTED", asOf: string) => floorsOf([{ line, amountFen: 100_000_000 }], kind, rows, at(asOf))[0]!.pct;

describe("the floor of labour pay", () => {
  it("is 15 % of fiscal funds by the plan, 30 % of central-budget money since 2023, 10 % where workfare is promoted", () => {
    expect(pctOf("CENTRAL_BUDGET", "FUNDED", "2022-06-01")).toBe(15);
    expect(pctOf("CENTRAL_BUDGET", "FUNDED", "2023-06-01")).toBe(30);
    for (const line of ["CENTRAL_BRIDGING", "PROVINCIAL", "LOCAL"] as const) expect(pctOf(line, "FUNDED", "2024-06-01")).toBe(15);
    expect(pctOf("CENTRAL_BUDGET", "PROMOTED", "2024-06-01")).toBe(10);
  });

  it("is told line by line with the row that sets it, and none where no rule was in force", () => {
    const [budget, local] = floorsOf([{ line: "CENTRAL_BUDGET", amountFen: 100_000_001 }, { line: "LOCAL", amountFen: 33 }], "FUNDED", rows, at("2024-01-01"));
    expect(budget).toMatchObject({ floorFen: 30_000_001, rule: { documentNumber: "国办函〔2022〕58号" } });
    expect(local).toMatchObject({ floorFen: 5, rule: { article: "43" } });
    expect(floorsOf([{ line: "LOCAL", amountFen: 33 }], "PROMOTED", rows, at("2020-01-01"))[0]).toMatchObject({ pct: null, floorFen: 0, rule: null });
  });

  it("is an integer that is never below the share and never a fen more than needed", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 1, max: 10_000 }), (fen, basis) => {
      const floor = BigInt(shareUp(fen, basis / 100));
      expect(floor * 10_000n >= BigInt(fen) * BigInt(basis)).toBe(true);
      expect((floor - 1n) * 10_000n < BigInt(fen) * BigInt(basis) || floor === 0n).toBe(true);
    }));
  });
});

describe("an award", () => {
  const works: AwardFacts = { kind: "NEGOTIATED", awardedOn: "2024-05-01", amountFen: 800_000_000, countyCode: "141124", deepPoverty: true, specialTeam: true, reason: "本村专业工队", teamSize: 10, teamLocal: 9 };

  it("may be negotiated with a special team in a county that was deep-poor, while the plan's rule is in force", () => {
    expect(judgeAward(works, rows)).toMatchObject({ problems: [], ground: { key: "workfare.negotiated.deep-poor", article: "21" }, tooFewLocal: false });
    expect(judgeAward({ ...works, awardedOn: "2026-01-01" }, rows).problems).toEqual(["negotiation-not-allowed"]);
    expect(judgeAward({ ...works, deepPoverty: false }, rows).problems).toEqual(["negotiation-not-allowed"]);
    expect(judgeAward({ ...works, specialTeam: false }, rows).problems).toEqual(["negotiation-not-allowed"]);
  });

  it("may be negotiated for small works, below the limit and not at it", () => {
    const small = { ...works, deepPoverty: false, specialTeam: false };
    expect(judgeAward({ ...small, amountFen: 399_999_999 }, rows).ground?.key).toBe("workfare.negotiated.small-works.yuan");
    expect(judgeAward({ ...small, amountFen: 400_000_000 }, rows).problems).toEqual(["negotiation-not-allowed"]);
  });

  it("is told with a reason where it is negotiated; a tender needs none and stands on no exception", () => {
    expect(judgeAward({ ...works, reason: "" }, rows).problems).toEqual(["award-reason-needed"]);
    expect(judgeAward({ ...works, kind: "TENDER", reason: "", deepPoverty: false, specialTeam: false }, rows)).toMatchObject({ problems: [], ground: null });
  });

  it("tells when fewer of a special team are local than the rule asks, and counts nobody twice", () => {
    expect(judgeAward({ ...works, teamLocal: 7 }, rows).tooFewLocal).toBe(true);
    expect(judgeAward({ ...works, teamLocal: 11 }, rows).problems).toEqual(["team-local-above-size"]);
    expect(judgeAward({ ...works, teamSize: 0, teamLocal: 0 }, rows).problems).toEqual(["team-size-needed"]);
  });
});

describe("who may do what with a project", () => {
  const project = { countyCode: "141124", places: ["141124100", "141124101203"] };
  const part = (role: Parameters<typeof partOf>[0]["role"], regionCode: string | null, member: "FOREMAN" | "REPRESENTATIVE" | "WORKER" | null = null) => partOf({ role, regionCode, member }, project);

  it("the county and above manage and pay; township and agent enter and close; foreman and representative sign their own", () => {
    expect([part("OFFICER", "141124"), part("OFFICER", "141100"), part("OFFICER", "141124100"), part("AGENT", "141124100"), part("AGENT", "141124101203")]).toEqual(["COUNTY", "COUNTY", "TOWN", "AGENT", "AGENT"]);
    expect([mayDo("COUNTY", "PAY"), mayDo("TOWN", "PAY"), mayDo("AGENT", "PAY"), mayDo("FOREMAN", "PAY")]).toEqual([true, false, false, false]);
    expect([mayDo("FOREMAN", "SIGN_FOREMAN"), mayDo("FOREMAN", "SIGN_REPRESENTATIVE"), mayDo("REPRESENTATIVE", "SIGN_REPRESENTATIVE"), mayDo("COUNTY", "SIGN_FOREMAN")]).toEqual([true, false, true, false]);
    expect([mayDo("REPRESENTATIVE", "ENTER"), mayDo("REPRESENTATIVE", "ROLL"), mayDo("AGENT", "CORRECT")]).toEqual([false, true, false]);
  });

  it("nobody outside the region, no ordinary worker and no employer has a part", () => {
    for (const one of [part("OFFICER", "141125"), part("AGENT", "141124102"), part("SEEKER", null), part("SEEKER", null, "WORKER"), part("EMPLOYER", "141124"), part("OFFICER", null)]) expect(one).toBeNull();
    expect(mayDo(null, "LOOK")).toBe(false);
  });
});
