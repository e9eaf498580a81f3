import { isOverseas, provinceOf } from "#app/domain/region/codes.ts";
import type { PostDocument } from "../../documents/post.ts";
import { type PostFilter, valuesOf } from "./filter.ts";

type Level = "provinceCode" | "cityCode" | "countyCode" | "townCode";

function levelOf(code: string): Level {
  if (isOverseas(code) || code.endsWith("0000")) return "provinceCode";
  if (code.length > 6) return "townCode";
  return code.endsWith("00") ? "cityCode" : "countyCode";
}

/** The region that holds this one and its neighbours; null above a province. */
function parentOf(code: string): string | null {
  const level = levelOf(code);
  if (level === "townCode") return code.slice(0, 6);
  if (level === "countyCode") return `${code.slice(0, 4)}00`;
  return level === "cityCode" ? provinceOf(code) : null;
}

const within = (code: string) => `${levelOf(code)} = ${code}`;

/** Choices go one step down: provinces and cities first, the counties of a city once one is chosen. */
const CHOICES: Record<Level, (keyof PostDocument)[]> = {
  provinceCode: ["provinceCode", "cityCode"],
  cityCode: ["cityCode", "countyCode"],
  countyCode: ["countyCode"],
  townCode: ["townCode"],
};

export const regionFilter: PostFilter = {
  key: "region",
  clause: ({ region }) => (region === null ? null : within(region)),
  countUnder: ({ region }) => {
    const parent = region === null ? null : parentOf(region);
    return parent === null ? null : within(parent);
  },
  facets: ({ region }) => (region === null ? ["provinceCode", "cityCode"] : CHOICES[levelOf(region)]),
  count(distribution, params) {
    const { region } = params;
    const below = (value: string) => region === null || levelOf(region) !== "cityCode" || value.startsWith(region.slice(0, 4));
    return this.facets(params).flatMap((attribute) => {
      const selected = region !== null && levelOf(region) === attribute ? [region] : [];
      const values = valuesOf(distribution, attribute, selected).filter(({ value }) => value !== "null");
      return attribute === "countyCode" ? values.filter(({ value }) => below(value)) : values;
    });
  },
  drop: (params) => ({ ...params, region: null }),
};
