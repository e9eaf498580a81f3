import { z } from "zod";
import type { Day } from "../dates.ts";
import { parameterInForce, type PolicyParameter, requireNumber } from "../policy/parameter.ts";
import { SHANXI } from "../region/codes.ts";
import { PERSON_CATEGORIES } from "../terms.ts";
import type { MatchingRules } from "./facts.ts";

const prefixes = z.array(z.string());
const categories = z.array(z.enum(PERSON_CATEGORIES));

/** The rules of matching on a day, read from the policy rows; throws when a number it needs is not in force. */
export function matchingRulesFrom(rows: readonly PolicyParameter[], asOf: Day): MatchingRules {
  const at = { regionCode: SHANXI, asOf };
  const minimum = new Map<string, number | null>();
  return {
    asOf,
    workingAge: requireNumber(rows, "work.age.min", at),
    hazardousWorkAge: requireNumber(rows, "work.age.min.hazardous", at),
    hazardousOccupationPrefixes: prefixes.parse(parameterInForce(rows, "work.hazardous.occupations", at)?.value ?? []),
    welfareMaxAge: requireNumber(rows, "welfare.age.max", at),
    rangerMinAge: requireNumber(rows, "ranger.age.min", at),
    rangerMaxAge: requireNumber(rows, "ranger.age.max", at),
    welfareCategories: categories.parse(parameterInForce(rows, "welfare.categories", at)?.value ?? []),
    welfarePayFloorPct: requireNumber(rows, "welfare.pay.floor.pct", at),
    nearHomeKm: requireNumber(rows, "match.near-home.km", at),
    minimumWageFen(countyCode) {
      let fen = minimum.get(countyCode);
      if (fen === undefined) {
        const value = parameterInForce(rows, "wage.minimum.monthly", { regionCode: countyCode, asOf })?.value;
        minimum.set(countyCode, (fen = typeof value === "number" ? value : null));
      }
      return fen;
    },
  };
}
