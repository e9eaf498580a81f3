import type { OccupationGroup } from "./groups.ts";

/** A kind of work that people of Shanxi look for or are sought for. */
export interface Occupation {
  /** of 职业分类大典 (2022): major-middle-small-occupation */
  code: string;
  zh: string;
  en: string;
  group: OccupationGroup;
  /** what people and ads call it, besides `zh`; the classification's own name is among the two */
  aliases: readonly string[];
}

export type OccupationLine = readonly [code: string, zh: string, en: string, aliases: string];

/** Lines of one group; aliases are parted by spaces. */
export function occupationsOf(group: OccupationGroup, lines: readonly OccupationLine[]): Occupation[] {
  return lines.map(([code, zh, en, aliases]) => ({ code, zh, en, group, aliases: aliases === "" ? [] : aliases.split(" ") }));
}
