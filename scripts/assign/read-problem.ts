import type { AssignmentProblem } from "#workers/matching/exact/problem.ts";
import { badFile, readStrictCsv } from "./strict-csv.ts";

const NUMBER = /^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;
/** Beyond it sums would no longer be finite. */
const LARGEST_VALUE = 1e100;
const LONGEST_QUOTED = 40;

export interface NamedProblem extends AssignmentProblem {
  workerNames: string[];
  postNames: string[];
  capacities: number[];
  edgeWorker: number[];
  edgePost: number[];
  edgeValue: number[];
  /** files whose last line has no line end */
  unended: string[];
}

/**
 * The problem of two CSV files: `worker,post,value` and, if given, `post,capacity`, which must then name every post; an empty
 * capacity is 1, as are all where there is no such file. Throws CommandRefused with the line for whatever is not that.
 */
export async function readProblem(path: string, capacitiesPath?: string): Promise<NamedProblem> {
  const problem: NamedProblem = { workers: 0, workerNames: [], postNames: [], capacities: [], edgeWorker: [], edgePost: [], edgeValue: [], unended: [] };
  const posts = new Map<string, number>();
  if (capacitiesPath !== undefined) await readCapacities(capacitiesPath, problem, posts);
  const workers = new Map<string, number>();
  const lines: number[] = [];
  const { ended } = await readStrictCsv(path, ["worker", "post", "value"], ([worker, post, value], line) => {
    problem.edgeWorker.push(numberOf(workers, requireName(path, line, "worker", worker!), problem.workerNames));
    const name = requireName(path, line, "post", post!);
    if (capacitiesPath !== undefined && !posts.has(name)) throw badFile(path, line, `名额文件里没有岗位 ${quote(name)}`, `the capacities name no post ${quote(name)}`);
    problem.edgePost.push(numberOf(posts, name, problem.postNames));
    problem.edgeValue.push(requireValue(path, line, value!));
    lines.push(line);
  });
  if (!ended) problem.unended.push(path);
  problem.workers = problem.workerNames.length;
  if (capacitiesPath === undefined) problem.capacities = problem.postNames.map(() => 1);
  refuseRepeats(path, problem, lines);
  return problem;
}

async function readCapacities(path: string, problem: NamedProblem, posts: Map<string, number>) {
  const { ended } = await readStrictCsv(path, ["post", "capacity"], ([post, capacity], line) => {
    const name = requireName(path, line, "post", post!);
    if (posts.has(name)) throw badFile(path, line, `岗位 ${quote(name)} 重复`, `post ${quote(name)} has a second row`);
    numberOf(posts, name, problem.postNames);
    problem.capacities.push(capacity === "" ? 1 : requireCapacity(path, line, capacity!));
  });
  if (!ended) problem.unended.push(path);
}

function numberOf(numbers: Map<string, number>, name: string, names: string[]): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  return names.push(name) - 1;
}

function requireName(path: string, line: number, column: string, cell: string): string {
  if (cell === "") throw badFile(path, line, `${column} 为空`, `${column} is empty`);
  return cell;
}

function requireValue(path: string, line: number, cell: string): number {
  if (cell === "") throw badFile(path, line, "value 为空", "value is empty");
  const value = NUMBER.test(cell) ? Number(cell) : NaN;
  if (!(Math.abs(value) <= LARGEST_VALUE)) throw badFile(path, line, `value 不是有限的数：${quote(cell)}`, `value is not a finite number: ${quote(cell)}`);
  return value;
}

function requireCapacity(path: string, line: number, cell: string): number {
  const capacity = /^\d+$/.test(cell) ? Number(cell) : NaN;
  if (!Number.isSafeInteger(capacity)) throw badFile(path, line, `capacity 不是 0 或正整数：${quote(cell)}`, `capacity is not a whole number from 0: ${quote(cell)}`);
  return capacity;
}

/** The same pair twice may be two opinions about it: which is meant, nobody but its writer knows. */
function refuseRepeats(path: string, { workers, edgeWorker, edgePost, workerNames, postNames }: NamedProblem, lines: readonly number[]) {
  const start = new Int32Array(workers + 1);
  for (const worker of edgeWorker) start[worker + 1]! += 1;
  for (let i = 0; i < workers; i += 1) start[i + 1]! += start[i]!;
  const byWorker = new Int32Array(edgeWorker.length);
  const next = start.slice();
  edgeWorker.forEach((worker, edge) => (byWorker[next[worker]!++] = edge));
  const seen = new Int32Array(postNames.length).fill(-1);
  let repeat = -1;
  let first = -1;
  for (const edge of byWorker) {
    const earlier = seen[edgePost[edge]!]!;
    seen[edgePost[edge]!] = edge;
    if (earlier < 0 || edgeWorker[earlier] !== edgeWorker[edge] || (repeat >= 0 && edge > repeat)) continue;
    repeat = edge;
    first = earlier;
  }
  if (repeat < 0) return;
  const pair = `${quote(workerNames[edgeWorker[repeat]!]!)}, ${quote(postNames[edgePost[repeat]!]!)}`;
  throw badFile(path, lines[repeat]!, `这一对（${pair}）在第${lines[first]!}行已有`, `the pair ${pair} stands on line ${lines[first]!} already`);
}

function quote(cell: string): string {
  return `"${cell.length > LONGEST_QUOTED ? `${cell.slice(0, LONGEST_QUOTED)}…` : cell}"`;
}
