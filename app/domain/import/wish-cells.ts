import { provinceOf, SHANXI } from "#app/domain/region/codes.ts";
import { parsePlace } from "./place.ts";
import type { RegionIndex } from "./region-index.ts";
import { saysNothing, tidy } from "./text.ts";
import { parseWage } from "./wage.ts";

export interface Reach {
  willInCounty: boolean;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
}

/** Where somebody would work: words (县内, 省外, 境外, 不限) or places, which are set against the home county. `null`: not understood. */
export function parseReach(text: string, homeCountyCode: string, regions: RegionIndex): Reach | "nothing" | null {
  const plain = tidy(text);
  if (saysNothing(plain)) return "nothing";
  const reach: Reach = { willInCounty: false, willInProvince: false, willOutOfProvince: false, willOverseas: false };
  let understood = false;
  for (const part of plain.split(/[、,，;；/|\s]+|及|和|或/).filter((one) => one !== "")) {
    const kind = reachOf(part, homeCountyCode, regions);
    if (kind === null) continue;
    understood = true;
    for (const key of kind) reach[key] = true;
  }
  return understood ? reach : null;
}

function reachOf(part: string, homeCountyCode: string, regions: RegionIndex): (keyof Reach)[] | null {
  if (/不限|都可|均可|全国|哪里都/.test(part)) return ["willInCounty", "willInProvince", "willOutOfProvince"];
  if (/境外|国外|海外|出国|劳务输出国/.test(part)) return ["willOverseas"];
  if (/县外省内|县外|市内|省内|本省/.test(part)) return ["willInProvince"];
  if (/省外|京津冀|长三角|珠三角|粤港澳|沿海|外省/.test(part)) return ["willOutOfProvince"];
  if (/县内|本县|本地|就近|家门口|本村|本乡|本镇|附近|在家/.test(part)) return ["willInCounty"];
  const place = parsePlace([part], regions);
  if (place.status === "overseas") return ["willOverseas"];
  if (place.status !== "ok") return null;
  if (provinceOf(place.regionCode) !== SHANXI) return ["willOutOfProvince"];
  if (place.level === "PROVINCE") return ["willInCounty", "willInProvince"];
  return place.regionCode.startsWith(homeCountyCode) ? ["willInCounty"] : ["willInProvince"];
}

/** The least wage somebody would work for, fen a month; 0 where none is named. `null`: not understood. */
export function parseWishWage(text: string): number | null {
  const plain = tidy(text);
  if (saysNothing(plain) || /不限|面议|无要求/.test(plain)) return 0;
  const wage = parseWage(plain);
  if (wage.status !== "ok") return null;
  return wage.monthlyMinFen ?? wage.monthlyMaxFen ?? null;
}
