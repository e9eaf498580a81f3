import { expect, it } from "vitest";
import { levelBit, levelsOpenTo, readLevelWays } from "./levels.ts";

const ways = readLevelWays(["APPRENTICE::0", "JUNIOR::0", "INTERMEDIATE:JUNIOR:36", "INTERMEDIATE::60", "SENIOR:INTERMEDIATE:48", "nonsense", "MASTER::0"]);
const open = (held: number, months: number) => (["APPRENTICE", "JUNIOR", "INTERMEDIATE", "SENIOR"] as const).filter((level) => (levelsOpenTo(held, months, ways) & (1 << levelBit(level))) !== 0);

it("opens a level to whoever holds the one before it long enough, and a paper without a level to everybody", () => {
  expect(ways).toHaveLength(5);
  expect(open(-1, 0)).toEqual(["APPRENTICE", "JUNIOR"]);
  expect(open(-1, 60)).toEqual(["APPRENTICE", "JUNIOR", "INTERMEDIATE"]);
  expect(open(1, 36)).toEqual(["APPRENTICE", "JUNIOR", "INTERMEDIATE"]);
  expect(open(1, 35)).toEqual(["APPRENTICE", "JUNIOR"]);
  expect(open(2, 48)).toEqual(["APPRENTICE", "JUNIOR", "INTERMEDIATE", "SENIOR"]);
  expect(levelsOpenTo(-1, 0, []) & 1).toBe(1);
});
