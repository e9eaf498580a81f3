import { SKILL_LEVELS, type SkillLevel } from "../terms.ts";

/** One way to a level: who holds `held` (null: nothing needed) and has worked for `months` may be examined for `level`. */
export interface LevelWay {
  level: SkillLevel;
  held: SkillLevel | null;
  months: number;
}

const WAY = /^([A-Z_]+):([A-Z_]*):(\d{1,3})$/;
const isLevel = (word: string): word is SkillLevel => (SKILL_LEVELS as readonly string[]).includes(word);

/** The ways as the policy row `training.level.ways` lists them, `LEVEL:HELD:MONTHS`; what does not read so is no way. */
export function readLevelWays(list: readonly string[]): LevelWay[] {
  return list.flatMap((text) => {
    const [, level = "", held = "", months = ""] = WAY.exec(text) ?? [];
    return isLevel(level) && (held === "" || isLevel(held)) ? [{ level, held: held === "" ? null : held, months: Number(months) }] : [];
  });
}

/** Bit of a level among levels: 0 for a certificate without one, then from the lowest up. */
export const levelBit = (level: SkillLevel | null): number => (level === null ? 0 : SKILL_LEVELS.indexOf(level) + 1);

/**
 * The levels that somebody may be examined for, one bit each, from the best that they hold or held for the occupation (-1: none with a level) and their months
 * of work. A certificate without a level is open to everybody. Source: conditions of application in the national occupational standards, as the policy row has them.
 */
export function levelsOpenTo(heldRank: number, months: number, ways: readonly LevelWay[]): number {
  let open = 1;
  for (const way of ways) if (months >= way.months && (way.held === null || SKILL_LEVELS.indexOf(way.held) <= heldRank)) open |= 1 << levelBit(way.level);
  return open;
}
