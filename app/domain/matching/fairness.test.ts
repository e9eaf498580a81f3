import { describe, expect, test } from "vitest";
import { welder } from "#tests/factories/example-facts.ts";
import { FairnessTally, fairnessWord } from "./fairness.ts";

const asOf = "2026-11-23";

describe("fairness report", () => {
  test("a person counts once by sex, age band and county class, and in every category that they are in", () => {
    const tally = new FairnessTally();
    const one = { ...welder, sex: "F", birthDate: "1976-11-23", categories: ["POVERTY_LIFTED", "DISABLED"] } as const;
    const other = { ...welder, sex: "M", birthDate: "1976-11-24", categories: [] } as const;
    tally.add(fairnessWord(one, "KEY_SUPPORT", asOf), 700);
    tally.add(fairnessWord(one, "KEY_SUPPORT", asOf), null);
    tally.add(fairnessWord(other, "UNKNOWN", asOf), null);
    expect(tally.report()).toEqual({
      category: [
        { group: "POVERTY_LIFTED", people: 2, placed: 1, meanScore: 700 },
        { group: "DISABLED", people: 2, placed: 1, meanScore: 700 },
        { group: "NONE", people: 1, placed: 0, meanScore: null },
      ],
      countyClass: [
        { group: "KEY_SUPPORT", people: 2, placed: 1, meanScore: 700 },
        { group: "UNKNOWN", people: 1, placed: 0, meanScore: null },
      ],
      sex: [{ group: "F", people: 2, placed: 1, meanScore: 700 }, { group: "M", people: 1, placed: 0, meanScore: null }],
      ageBand: [{ group: "45-54", people: 3, placed: 1, meanScore: 700 }],
    });
  });
});
