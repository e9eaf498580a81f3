import { describe, expect, it } from "vitest";
import { HIRING_STATES, nextSteps, OPEN_HIRINGS, sharesContact } from "./steps.ts";

describe("from invitation to hire", () => {
  it("each party may do what is theirs, in order", () => {
    expect(nextSteps("INVITED", "EMPLOYER")).toEqual(["CLOSED"]);
    expect(nextSteps("INVITED", "SEEKER")).toEqual(["AGREED", "HIRED", "DECLINED"]);
    expect(nextSteps("AGREED", "EMPLOYER")).toEqual(["INTERVIEW", "OFFERED", "CLOSED"]);
    expect(nextSteps("OFFERED", "EMPLOYER")).toEqual(["CLOSED"]);
    expect(nextSteps("OFFERED", "SEEKER")).toEqual(["HIRED", "DECLINED"]);
  });

  it("nothing follows once it is closed, and nobody but the two parties acts", () => {
    for (const state of HIRING_STATES.filter((one) => !OPEN_HIRINGS.includes(one))) for (const role of ["SEEKER", "EMPLOYER"] as const) expect(nextSteps(state, role)).toEqual([]);
    for (const state of OPEN_HIRINGS) expect(nextSteps(state, "OPERATOR")).toEqual([]);
  });

  it("contact data opens with the person's agreement and closes when it comes to nothing", () => {
    expect(HIRING_STATES.filter(sharesContact)).toEqual(["AGREED", "INTERVIEW", "OFFERED", "HIRED"]);
  });
});
