import { Queue } from "./plan-queue.ts";

/**
 * People of one county whom one certificate of one occupation is missing for, and the posts each could have with it. `people` stand in the order of help;
 * the posts of person i are posts[edges[edgeStart[i]]] … posts[edges[edgeStart[i + 1] - 1]].
 */
export interface CourseGroup {
  people: Int32Array;
  /** levels that each may be examined for, as bits */
  levels: Uint16Array;
  posts: Int32Array;
  edgeStart: Int32Array;
  edges: Int32Array;
  /** the share of those who begin that are placed in the end, 0 to 1 */
  rate: number;
}

export interface CourseProblem {
  groups: readonly CourseGroup[];
  /** unfilled openings of each post */
  capacity: Int32Array;
  /** bit of the level that each post asks for: 0 for any */
  need: Uint8Array;
  /** rows of people run below this */
  persons: number;
  /** the most people of one class */
  seats: number;
}

/** A course of one group and level: who would learn there for which opening, and in how many classes. */
export interface PlannedCourse {
  group: number;
  level: number;
  classes: number;
  picks: { person: number; post: number }[];
}

/**
 * Which courses to hold. Class by class the one is taken whose people would be placed most, its openings and its people are taken away, and so on until no
 * class would place anybody. Within a class as many as possible get an opening of their own, and of all such choices the one that is first in the order of
 * help. No opening is counted twice and nobody sits in two courses. What it comes to is at least half of the greatest number that could be placed: each
 * pick keeps at most two of the best choice's from happening, one by its person and one by its opening.
 */
export function planCourses(problem: CourseProblem): PlannedCourse[] {
  const { groups, seats } = problem;
  const left = Int32Array.from(problem.capacity);
  const used = new Uint8Array(problem.persons);
  const courses = groups.flatMap((group, at) => [...new Set(Array.from(group.posts, (post) => problem.need[post]!))].sort((a, b) => a - b).map((level) => ({ group: at, level })));
  const queue = new Queue();
  const fill = ({ group, level }: { group: number; level: number }) => fillClass(problem, groups[group]!, level, left, used, seats);
  const found: PlannedCourse["picks"][] = [];
  const weigh = (at: number) => {
    const picks = fill(courses[at]!);
    found[at] = picks;
    if (picks.length > 0) queue.add(at, picks.length * groups[courses[at]!.group]!.rate);
  };
  for (const at of courses.keys()) weigh(at);
  const planned = new Map<number, PlannedCourse>();
  for (let at = queue.take(); at >= 0; at = queue.take()) {
    const picks = found[at]!;
    // what a class would place only falls as others are taken: a choice that can still be had is still its best, and the first of the queue the best of all
    if (isStillFree(picks, left, used)) {
      for (const { person, post } of picks) {
        used[person] = 1;
        left[post]! -= 1;
      }
      const plan = planned.get(at) ?? { ...courses[at]!, classes: 0, picks: [] };
      planned.set(at, { ...plan, classes: plan.classes + 1, picks: [...plan.picks, ...picks] });
    }
    weigh(at);
  }
  return [...planned.values()];
}

function isStillFree(picks: PlannedCourse["picks"], left: Int32Array, used: Uint8Array): boolean {
  const asked = new Map<number, number>();
  for (const { post } of picks) asked.set(post, (asked.get(post) ?? 0) + 1);
  return picks.every(({ person }) => used[person] === 0) && [...asked].every(([post, n]) => n <= left[post]!);
}

/** The most people of a group, up to `seats`, that can each have an opening of their own after a course of a level; by augmenting paths in the order of help. */
export function fillClass(problem: Pick<CourseProblem, "need">, group: CourseGroup, level: number, left: Int32Array, used: Uint8Array, seats: number): PlannedCourse["picks"] {
  const { people, levels, posts, edgeStart, edges } = group;
  const room = Int32Array.from(posts, (post) => (problem.need[post]! <= level ? left[post]! : 0));
  const holders: number[][] = Array.from(posts, () => []);
  const seen = new Int32Array(posts.length).fill(-1);
  let open = 0;
  for (const one of room) open += one;
  const most = Math.min(seats, open);
  const place = (at: number, search: number): boolean => {
    for (let edge = edgeStart[at]!; edge < edgeStart[at + 1]!; edge += 1) {
      const post = edges[edge]!;
      if (room[post] === 0 || seen[post] === search || seen[post] === NO_WAY) continue;
      seen[post] = search;
      const there = holders[post]!;
      if (there.length < room[post]!) {
        there.push(at);
        return true;
      }
      for (let nth = 0; nth < there.length; nth += 1) {
        if (!place(there[nth]!, search)) continue;
        there[nth] = at;
        return true;
      }
    }
    return false;
  };
  let placed = 0;
  for (let at = 0; at < people.length && placed < most; at += 1) {
    if (used[people[at]!] === 1 || (levels[at]! & (1 << level)) === 0) continue;
    if (place(at, at)) placed += 1;
    // from where a search found nothing none ever will
    else for (let post = 0; post < seen.length; post += 1) if (seen[post] === at) seen[post] = NO_WAY;
  }
  return holders.flatMap((there, post) => there.map((at) => ({ person: people[at]!, post: posts[post]! })));
}
const NO_WAY = 0x7fffffff;
