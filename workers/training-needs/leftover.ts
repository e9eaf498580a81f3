import type { LevelWay } from "#app/domain/training/levels.ts";
import type { Problem } from "../matching/columns/problem.ts";
import { sharedInt32, sharedUint8 } from "../matching/columns/shared-arrays.ts";
import type { Leftover } from "./scan.ts";

/** What an assignment leaves over; `owner` names each person's post, -1 for none. */
export function leftoverOf(problem: Problem, owner: Int32Array, ways: readonly LevelWay[]): Leftover {
  const left = sharedInt32(problem.posts.count);
  left.set(problem.posts.capacity);
  const settled = sharedUint8(problem.persons.count);
  for (let person = 0; person < problem.persons.count; person += 1) {
    if (owner[person]! < 0) continue;
    settled[person] = 1;
    left[owner[person]!]! -= 1;
  }
  return { problem, left, settled, ways };
}
