import { describe, expect, it } from "vitest";
import { actsOf, findStep, OPEN_STATES, partyOf, PARTIES, STEPS, WELFARE_ACTS, WELFARE_STATES, waitsFor } from "./steps.ts";

describe("the table of steps", () => {
  it("leads from an application to the post and out of it, each step by somebody else", () => {
    expect([findStep("APPLY", "NONE", "PERSON"), findStep("REVIEW", "APPLIED", "VILLAGE"), findStep("CHECK", "REVIEWED", "TOWN"), findStep("SIGN", "CHECKED", "COUNTY"), findStep("END", "IN_POST", "TOWN")].every((one) => one.ok)).toBe(true);
    expect(findStep("REVIEW", "APPLIED", "TOWN")).toEqual({ ok: false, refusal: { code: "welfare-not-yours", who: ["VILLAGE"] } });
    expect(findStep("SIGN", "APPLIED", "COUNTY")).toMatchObject({ ok: false, refusal: { code: "welfare-not-now", state: "APPLIED" } });
    expect(findStep("REFUSE", "REVIEWED", "VILLAGE")).toMatchObject({ ok: false, refusal: { who: ["TOWN"] } });
  });

  it("has a row for each act, leaves no open state without a way on, and nothing leads out of what is over", () => {
    expect(new Set(STEPS.map((one) => one.act))).toEqual(new Set(WELFARE_ACTS));
    for (const state of WELFARE_STATES) {
      const acts = PARTIES.flatMap((party) => actsOf(state, party));
      expect(acts.length > 0).toBe(OPEN_STATES.includes(state));
    }
    expect(waitsFor("REVIEWED")?.act).toBe("CHECK");
    expect(waitsFor("ENDED")).toBeNull();
  });
});

describe("who somebody is before a case", () => {
  const of = { regionCode: "141124001001", personId: "p" };
  const actor = (role: "SEEKER" | "AGENT" | "OFFICER" | "EMPLOYER", regionCode: string | null, personId: string | null = null) => partyOf({ role, regionCode, personId }, of);
  it("follows from role and region; a stranger is nobody", () => {
    expect([actor("SEEKER", null, "p"), actor("AGENT", "141124001"), actor("OFFICER", "141124001"), actor("OFFICER", "141124"), actor("OFFICER", "140000")]).toEqual(["PERSON", "VILLAGE", "TOWN", "COUNTY", "COUNTY"]);
    expect([actor("SEEKER", null, "q"), actor("AGENT", "141124002"), actor("OFFICER", "141125"), actor("EMPLOYER", "141124")]).toEqual([null, null, null, null]);
  });
});
