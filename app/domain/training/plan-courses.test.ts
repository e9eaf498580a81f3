import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CourseGroup, type CourseProblem, planCourses } from "./plan-courses.ts";

/** Small problems: up to 6 people who may stand in several groups, up to 4 posts of two occupations. */
const anyProblem: fc.Arbitrary<CourseProblem> = fc.record({
  capacity: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  need: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  links: fc.array(fc.record({ person: fc.integer({ min: 0, max: 5 }), post: fc.integer({ min: 0, max: 3 }) }), { maxLength: 16 }),
  levels: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 6, maxLength: 6 }),
  seats: fc.integer({ min: 1, max: 4 }),
}).map(({ capacity, need, links, levels, seats }) => ({
  capacity: Int32Array.from(capacity), need: Uint8Array.from(need), persons: 6, seats,
  // people 0–2 live in one county, 3–5 in another; posts 0 and 1 ask for one occupation, 2 and 3 for another
  groups: [0, 1].flatMap((county) => [0, 1].map((occupation): CourseGroup => {
    const posts = Int32Array.of(occupation * 2, occupation * 2 + 1);
    const people = Int32Array.of(county * 3, county * 3 + 1, county * 3 + 2);
    const edges = [...people].map((person) => [0, 1].filter((at) => links.some((one) => one.person === person && one.post === posts[at]!)));
    const starts = [0];
    for (const list of edges) starts.push(starts.at(-1)! + list.length);
    return { people, levels: Uint16Array.from(people, (person) => levels[person]!), posts, edgeStart: Int32Array.from(starts), edges: Int32Array.from(edges.flat()), rate: 1 };
  })),
}));

/** Everybody tried on every opening: the greatest number that can be placed at all. */
function greatest(problem: CourseProblem): number {
  const may = (person: number, post: number) => problem.groups.some((group) => {
    const at = group.people.indexOf(person);
    const level = Math.max(-1, ...[...group.posts].map((one) => problem.need[one]!).filter((one) => at >= 0 && (group.levels[at]! & (1 << one)) !== 0 && one >= problem.need[post]!));
    return at >= 0 && level >= 0 && [...group.edges.subarray(group.edgeStart[at], group.edgeStart[at + 1])].some((edge) => group.posts[edge] === post);
  });
  const left = [...problem.capacity];
  const from = (person: number): number => {
    if (person === problem.persons) return 0;
    let best = from(person + 1);
    for (const post of left.keys()) {
      if (left[post]! === 0 || !may(person, post)) continue;
      left[post]! -= 1;
      best = Math.max(best, 1 + from(person + 1));
      left[post]! += 1;
    }
    return best;
  };
  return from(0);
}

describe("which courses to hold", () => {
  it("never gives an opening or a person twice, keeps to levels and seats, and places at least half of the greatest number there is", () => {
    let [got, possible] = [0, 0];
    fc.assert(fc.property(anyProblem, (problem) => {
      const plan = planCourses(problem);
      const picks = plan.flatMap((course) => course.picks.map((pick) => ({ ...pick, course })));
      expect(new Set(picks.map((one) => one.person)).size).toBe(picks.length);
      for (const [post, capacity] of problem.capacity.entries()) expect(picks.filter((one) => one.post === post).length).toBeLessThanOrEqual(capacity);
      for (const { person, post, course } of picks) {
        const group = problem.groups[course.group]!;
        const at = group.people.indexOf(person);
        expect(group.levels[at]! & (1 << course.level)).not.toBe(0);
        expect(problem.need[post]).toBeLessThanOrEqual(course.level);
        expect([...group.edges.subarray(group.edgeStart[at], group.edgeStart[at + 1])].map((edge) => group.posts[edge])).toContain(post);
      }
      for (const course of plan) {
        expect(course.classes).toBeGreaterThanOrEqual(Math.ceil(course.picks.length / problem.seats));
        expect(course.picks.length).toBeLessThanOrEqual(course.classes * problem.seats);
      }
      const most = greatest(problem);
      expect(picks.length * 2).toBeGreaterThanOrEqual(most);
      got += picks.length;
      possible += most;
    }), { numRuns: 2_000, seed: 11 });
    expect(possible).toBeGreaterThan(1_000);
    // over all cases it comes far nearer than a half
    expect(got / possible).toBeGreaterThan(0.97);
  });

  it("takes the course that places most first, and its openings are gone for the others", () => {
    const group = (people: number[]): CourseGroup => ({ people: Int32Array.from(people), levels: Uint16Array.from(people, () => 3), posts: Int32Array.of(0), edgeStart: Int32Array.from([0, ...people.keys()].map((at, nth) => (nth === 0 ? 0 : at + 1))), edges: Int32Array.from(people, () => 0), rate: 1 });
    const plan = planCourses({ groups: [group([0]), group([1, 2, 3])], capacity: Int32Array.of(3), need: Uint8Array.of(1), persons: 4, seats: 30 });
    expect(plan).toEqual([{ group: 1, level: 1, classes: 1, picks: [1, 2, 3].map((person) => ({ person, post: 0 })) }]);
  });

  it("gives the places of a class to whoever comes first in the order of help", () => {
    const group: CourseGroup = { people: Int32Array.of(2, 0, 1), levels: Uint16Array.of(1, 1, 1), posts: Int32Array.of(0), edgeStart: Int32Array.of(0, 1, 2, 3), edges: Int32Array.of(0, 0, 0), rate: 1 };
    expect(planCourses({ groups: [group], capacity: Int32Array.of(2), need: Uint8Array.of(0), persons: 3, seats: 30 })[0]!.picks.map((one) => one.person)).toEqual([2, 0]);
  });
});
