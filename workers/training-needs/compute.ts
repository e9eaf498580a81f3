import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startThread } from "#app/platform/threads/thread.server.ts";
import { type PlannedCourse, planCourses } from "#app/domain/training/plan-courses.ts";
import type { ScanThreadData } from "./scan-thread.ts";
import { type Leftover, postsInNeed, type ScannedGroup } from "./scan.ts";

export interface NeedsPlan {
  groups: ScannedGroup[];
  courses: PlannedCourse[];
  /** openings that nobody was offered; of them those that ask for a certificate; of those at most so many could be filled by courses: nobody could do better */
  unfilled: number;
  asking: number;
  bound: number;
  seconds: { scan: number; plan: number };
}

/** Which courses would place whom, from what a run left over: people and posts are gone through in threads, home by home, and the courses are chosen then. */
export async function computeNeeds(of: Leftover, { seats, rateOf, threads = availableParallelism() }: { seats: number; rateOf(occupation: number): number; threads?: number }): Promise<NeedsPlan> {
  const startedAt = performance.now();
  const { posts, persons } = of.problem;
  const parts = await Promise.all(Array.from({ length: threads }, (_, from) => {
    const data: ScanThreadData = { of, from, step: threads };
    return answerOf(startThread(new URL("./scan-thread.ts", import.meta.url), data));
  }));
  const groups = parts.flat().sort((a, b) => a.home - b.home || a.occupation - b.occupation);
  const scannedAt = performance.now();
  const need = Uint8Array.from(posts.certificateRank, (rank) => rank + 1);
  const courses = planCourses({ groups: groups.map((group) => ({ ...group, rate: rateOf(group.occupation) })), capacity: of.left, need, persons: persons.count, seats });
  const asking = [...postsInNeed(of).values()].flatMap((list) => [...list]);
  const candidates = new Int32Array(posts.count);
  for (const { posts: list, edges } of groups) for (const edge of edges) candidates[list[edge]!]! += 1;
  const sum = (list: Iterable<number>) => [...list].reduce((total, one) => total + one, 0);
  return {
    groups, courses, unfilled: sum(of.left.map((one) => Math.max(0, one))), asking: sum(asking.map((post) => of.left[post]!)), bound: sum(asking.map((post) => Math.min(of.left[post]!, candidates[post]!))),
    seconds: { scan: (scannedAt - startedAt) / 1_000, plan: (performance.now() - scannedAt) / 1_000 },
  };
}

function answerOf(thread: Worker): Promise<ScannedGroup[]> {
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`a thread of the training needs ended with code ${code}`)));
  });
}
