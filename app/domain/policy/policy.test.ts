import { describe, expect, it } from "vitest";
import { parameterInForce, ParameterMissingError, type PolicyParameter, requireNumber } from "./parameter.ts";
import { retirementAgeMonths, retiresOn } from "./retirement.ts";

const row = (more: Partial<PolicyParameter>): PolicyParameter => ({
  id: "x", key: "wage.minimum.monthly", regionCode: "", value: 178_000, unit: "fen/month", article: null, documentNumber: null, source: "test",
  certainty: "FOUND", validFrom: "2023-01-01", validTo: null, note: null, ...more,
});

describe("the parameter in force", () => {
  const rows = [row({ value: 163_000, validFrom: "2021-10-01", validTo: "2023-01-01" }), row({}), row({ regionCode: "140100", value: 198_000 }), row({ regionCode: "140123", value: 188_000 })];
  it.each([
    ["the county's own row before the city's", "140123", "2026-01-01", 188_000],
    ["the city's for a county without one", "140105", "2026-01-01", 198_000],
    ["the county's for a village in it", "140123001001", "2026-01-01", 188_000],
    ["the general one elsewhere", "141124", "2026-01-01", 178_000],
    ["the older one up to the day before the new", "141124", "2022-12-31", 163_000],
    ["the new one from its first day", "141124", "2023-01-01", 178_000],
  ])("is %s", (_rule, regionCode, asOf, value) => {
    expect(parameterInForce(rows, "wage.minimum.monthly", { regionCode, asOf })?.value).toBe(value);
  });

  it("is none before the first; a rule that needs it stops with the key, place and day", () => {
    expect(parameterInForce(rows, "wage.minimum.monthly", { regionCode: "141124", asOf: "2021-09-30" })).toBeNull();
    expect(() => requireNumber(rows, "wage.minimum.monthly", { regionCode: "141124", asOf: "2021-09-30" })).toThrow(ParameterMissingError);
  });
});

describe("the statutory retirement age of 2025", () => {
  it.each([
    ["a man who reached 60 before the reform", { sex: "M", birthDate: "1964-12-31" }, 60 * 12],
    ["a man born in the first month it touches", { sex: "M", birthDate: "1965-01-01" }, 60 * 12 + 1],
    ["a man born four months on", { sex: "M", birthDate: "1965-05-15" }, 60 * 12 + 2],
    ["a man born in September 1976 and later", { sex: "M", birthDate: "1976-09-01" }, 63 * 12],
    ["a worker woman born in January 1975", { sex: "F", birthDate: "1975-01-20" }, 50 * 12 + 1],
    ["a worker woman born in November 1984 and later", { sex: "F", birthDate: "1984-11-01" }, 55 * 12],
    ["a cadre woman born in September 1981 and later", { sex: "F", birthDate: "1981-09-01", cadre: true }, 58 * 12],
  ] as const)("of %s", (_who, person, months) => {
    expect(retirementAgeMonths(person)).toBe(months);
  });

  it("is reached on the month's last day where the birthday has no such day", () => {
    expect(retiresOn({ sex: "M", birthDate: "1965-01-31" })).toBe("2025-02-28");
  });
});
