import type { OccupationGroup } from "./groups.ts";

/** A kind of work that people of Shanxi look for or are sought for. */
export interface Occupation {
  /** of 职业分类大典 (2022): major-middle-small-occupation */
  code: string;
  nameZh: string;
  nameEn: string;
  group: OccupationGroup;
  /** what people and ads call it, besides `nameZh`; the classification's own name is among the two */
  aliases: readonly string[];
}

export type OccupationLine = readonly [code: string, nameZh: string, nameEn: string, aliases: string];

/** Lines of one group; aliases are parted by spaces. */
export function occupationsOf(group: OccupationGroup, lines: readonly OccupationLine[]): Occupation[] {
  return lines.map(([code, nameZh, nameEn, aliases]) => ({ code, nameZh, nameEn, group, aliases: aliases === "" ? [] : aliases.split(" ") }));
}
