import highsLoader, { type Highs } from "highs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAssignment } from "./check.ts";
import type { AssignmentAim, AssignmentProblem, Optimum } from "./problem.ts";
import { solveAssignment } from "./solve.ts";

type Edge = [worker: number, post: number, value: number];
interface Case extends AssignmentProblem {
  capacities: number[];
  edges: Edge[];
}

const AIMS: AssignmentAim[] = [{}, { minimise: true }, { perfect: true }, { perfect: true, minimise: true }];
const VALUES: Record<string, (random: () => number) => number> = {
  "whole, few, many equal": (random) => Math.floor(random() * 4),
  "whole, of both signs": (random) => Math.floor(random() * 41) - 20,
  "fractions of both signs": (random) => (random() - 0.4) * 10,
  "cents around zero": (random) => Math.round((random() - 0.5) * 200) / 100,
  "large beside small": (random) => (random() < 0.1 ? 1e6 : 1) * random(),
};

let highs: Highs;
beforeAll(async () => {
  highs = await highsLoader();
});

function problemOf(workers: number, capacities: number[], edges: Edge[]): Case {
  return { workers, capacities, edges, edgeWorker: edges.map((edge) => edge[0]), edgePost: edges.map((edge) => edge[1]), edgeValue: edges.map((edge) => edge[2]) };
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomProblem(random: () => number, value: (random: () => number) => number, largest: { workers: number; posts: number; capacity: number }): Case {
  const workers = Math.floor(random() * largest.workers) + 1;
  const posts = Math.floor(random() * largest.posts) + 1;
  const density = 0.2 + random() * 0.8;
  const capacities = Array.from({ length: posts }, () => Math.floor(random() * (largest.capacity + 1)));
  const edges: Edge[] = [];
  for (let i = 0; i < workers; i += 1) for (let j = 0; j < posts; j += 1) if (random() < density) edges.push([i, j, value(random)]);
  return problemOf(workers, capacities, edges);
}

/** The same problem as a linear programme for HiGHS; null where it is infeasible. */
function highsValue(problem: Case, aim: AssignmentAim): number | null {
  const { edges, workers, capacities } = problem;
  const sum = (terms: string[]) => (terms.length > 0 ? terms.join(" + ") : "0 x0");
  const columns = (of: (edge: Edge) => boolean) => edges.flatMap((edge, e) => (of(edge) ? [`x${e}`] : []));
  const rows = [
    ...Array.from({ length: workers }, (_, i) => `${sum(columns((edge) => edge[0] === i))} ${aim.perfect ? "=" : "<="} 1`),
    ...capacities.map((capacity, j) => `${sum(columns((edge) => edge[1] === j))} <= ${capacity}`),
  ];
  const objective = edges.map(([, , value], e) => `${value < 0 ? "-" : "+"} ${Math.abs(value).toFixed(12)} x${e}`).join(" ");
  const bounds = edges.length > 0 ? edges.map((_, e) => `0 <= x${e} <= 1`) : ["x0 = 0"];
  const solution = highs.solve(`${aim.minimise ? "Minimize" : "Maximize"}\n obj: ${objective || "0 x0"}\nSubject To\n${rows.map((row, k) => ` r${k}: ${row}`).join("\n")}\nBounds\n ${bounds.join("\n ")}\nEnd\n`);
  if (solution.Status === "Infeasible") return null;
  expect(solution.Status).toBe("Optimal");
  return solution.ObjectiveValue;
}

/** Every assignment, one worker after another. */
function bruteForce({ edges, workers, capacities }: Case, aim: AssignmentAim): number | null {
  const left = [...capacities];
  const better = aim.minimise ? Math.min : Math.max;
  const from = (worker: number): number | null => {
    if (worker === workers) return 0;
    let best = aim.perfect ? null : from(worker + 1);
    for (const [who, post, value] of edges) {
      if (who !== worker || left[post] === 0) continue;
      left[post]! -= 1;
      const rest = from(worker + 1);
      left[post]! += 1;
      if (rest !== null) best = best === null ? value + rest : better(best, value + rest);
    }
    return best;
  };
  return from(0);
}

/** The value, once the checker has agreed that it is proved; null when the shortage is one. */
function provedValue(problem: Case, aim: AssignmentAim): number | null {
  const result = solveAssignment(problem, aim);
  if (!result.feasible) {
    const { workers, posts } = result;
    expect(aim.perfect).toBe(true);
    expect(new Set(workers).size).toBe(workers.length);
    expect(problem.edges.filter(([worker, post]) => workers.includes(worker) && !posts.includes(post))).toEqual([]);
    expect(posts.reduce((sum, post) => sum + problem.capacities[post]!, 0)).toBe(result.places);
    expect(workers.length).toBeGreaterThan(result.places);
    return null;
  }
  const verdict = checkAssignment(problem, aim, result);
  expect(verdict).toMatchObject({ faults: [], gapPct: 0 });
  expect(result.value).toBeCloseTo(verdict.value, 6);
  expect(result.bound).toBeCloseTo(verdict.bound, 6);
  return verdict.value;
}

function expectSame(found: number | null, wanted: number | null, label: string) {
  if (wanted === null || found === null) expect([label, found]).toEqual([label, wanted]);
  else expect(Math.abs(found - wanted), `${label}: ${found} instead of ${wanted}`).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(wanted)));
}

const tried = { feasible: 0, infeasible: 0 };
afterAll(() => {
  expect(tried.feasible).toBeGreaterThan(300);
  expect(tried.infeasible).toBeGreaterThan(100);
});

describe("an exact assignment", () => {
  const shapes = { "many of both": { workers: 14, posts: 8, capacity: 3 }, "one worker": { workers: 1, posts: 6, capacity: 3 }, "one post": { workers: 8, posts: 1, capacity: 3 }, "one place each": { workers: 8, posts: 10, capacity: 1 } };
  for (const [shape, largest] of Object.entries(shapes)) {
    it.each(Object.entries(VALUES))(`is worth what HiGHS finds: ${shape}, values %s`, (name, value) => {
      for (let seed = 0; seed < 8; seed += 1) {
        const problem = randomProblem(randomFrom(seed * 7919 + name.length * 31 + largest.workers), value, largest);
        for (const aim of AIMS) {
          const wanted = highsValue(problem, aim);
          tried[wanted === null ? "infeasible" : "feasible"] += 1;
          expectSame(provedValue(problem, aim), wanted, `${shape}, ${name}, seed ${seed}, ${JSON.stringify(aim)}`);
        }
      }
    });
  }

  it("is worth what HiGHS finds where places are exactly as many as people and all must be placed", () => {
    const random = randomFrom(3);
    for (let k = 0; k < 40; k += 1) {
      const capacities = Array.from({ length: 5 }, () => Math.floor(random() * 4));
      const workers = capacities.reduce((sum, capacity) => sum + capacity, 0);
      const edges = Array.from({ length: workers * 5 }, (_, e): Edge => [Math.floor(e / 5), e % 5, Math.floor(random() * 20) - 10]);
      const problem = problemOf(workers, capacities, edges);
      for (const aim of AIMS) expectSame(provedValue(problem, aim), highsValue(problem, aim), `${k} ${JSON.stringify(aim)}`);
    }
  });

  it("is worth what trying everything finds, on tiny problems", () => {
    for (let seed = 0; seed < 150; seed += 1) {
      const random = randomFrom(seed + 1_000_003);
      const value = Object.values(VALUES)[seed % 5]!;
      const problem = randomProblem(random, value, { workers: 5, posts: 4, capacity: 2 });
      for (const aim of AIMS) expectSame(provedValue(problem, aim), bruteForce(problem, aim), `seed ${seed} ${JSON.stringify(aim)}`);
    }
  });

  it("leaves out whoever would lose, and places them when everybody must be placed", () => {
    const problem = problemOf(2, [1, 1], [[0, 0, 5], [1, 0, 4], [1, 1, -2]]);
    expect((solveAssignment(problem) as Optimum).edgeOfWorker).toEqual(Int32Array.of(0, -1));
    expect((solveAssignment(problem, { perfect: true }) as Optimum).edgeOfWorker).toEqual(Int32Array.of(0, 2));
  });

  it("takes the best of several edges between the same two", () => {
    const problem = problemOf(2, [1, 1], [[0, 0, 1], [0, 0, 3], [0, 0, 2], [1, 0, 1], [1, 1, 0.5]]);
    expect(provedValue(problem, {})).toBe(3.5);
    expect(provedValue(problem, { minimise: true, perfect: true })).toBe(1.5);
  });

  it("of nobody, of no posts and of no edges is empty", () => {
    for (const problem of [problemOf(0, [], []), problemOf(0, [2], []), problemOf(3, [], []), problemOf(3, [1, 2], [])]) {
      expect(provedValue(problem, {})).toBe(0);
      expectSame(provedValue(problem, { perfect: true }), problem.workers === 0 ? 0 : null, "perfect");
    }
  });

  it("names who cannot be placed and the posts that all of them depend on", () => {
    const edges: Edge[] = [[0, 0, 1], [1, 0, 1], [2, 0, 9], [2, 1, 1], [3, 1, 1]];
    const result = solveAssignment(problemOf(4, [1, 2], edges), { perfect: true });
    expect(result).toMatchObject({ feasible: false, posts: [0], places: 1 });
    expect(result.feasible || [...result.workers].sort()).toEqual([0, 1]);
  });

  it("has no use for places beyond those who could take them, and pays nothing for them", () => {
    const result = solveAssignment(problemOf(2, [Number.MAX_SAFE_INTEGER, 1], [[0, 0, 1], [1, 0, 1], [1, 1, 3]])) as Optimum;
    expect(result).toMatchObject({ value: 4, bound: 4 });
    expect(result.postPrice[0]).toBe(0);
  });

  it("is refused for what is no problem", () => {
    expect(() => solveAssignment(problemOf(1, [1], [[0, 0, NaN]]))).toThrow(/edge 0 is not finite/);
    expect(() => solveAssignment(problemOf(1, [1], [[0, 0, -Infinity]]))).toThrow(RangeError);
    expect(() => solveAssignment(problemOf(1, [1], [[0, 1, 1]]))).toThrow(/names post 1/);
    expect(() => solveAssignment(problemOf(1, [1], [[1, 0, 1]]))).toThrow(/names worker 1/);
    for (const capacity of [-1, 0.5, NaN, Infinity]) expect(() => solveAssignment(problemOf(1, [capacity], [[0, 0, 1]]))).toThrow(/capacity of post 0/);
  });

  it("is proved at some size, with crowded posts, equal values, one scale for all, and one outlier", () => {
    const shapes: ((random: () => number, i: number, j: number) => number)[] = [
      (random) => random() * 100,
      (random) => Math.floor(random() * 3),
      () => 1,
      (random, i, j) => ((i * 7919) % 1000) * ((j * 104729) % 1000) * (1 + random() * 1e-6),
      (random) => (random() < 1e-4 ? 1e9 : random()),
      (random, i, j) => Math.abs((i % 300) - j),
    ];
    shapes.forEach((value, k) => {
      const random = randomFrom(k + 11);
      const capacities = Array.from({ length: 300 }, () => Math.floor(random() * 8));
      const edges = Array.from({ length: 10_000 }, (_, e): Edge => {
        const worker = Math.floor(e / 8);
        const post = Math.floor(random() * 300);
        return [worker, post, value(random, worker, post)];
      });
      const problem = problemOf(1_250, capacities, edges);
      for (const aim of [{}, { perfect: true }]) {
        const result = solveAssignment(problem, aim);
        if (result.feasible) expect(checkAssignment(problem, aim, result)).toMatchObject({ faults: [], gapPct: 0 });
        else expect(aim.perfect).toBe(true);
      }
    });
  });
});
