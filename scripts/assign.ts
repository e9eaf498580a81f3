import { resolve } from "node:path";
import { z } from "zod";
import { checkAssignment } from "#workers/matching/exact/check.ts";
import type { Shortage } from "#workers/matching/exact/problem.ts";
import { solveAssignment } from "#workers/matching/exact/solve.ts";
import { type NamedProblem, readProblem } from "./assign/read-problem.ts";
import { requireFolderOf, writePairs } from "./assign/write-pairs.ts";
import { CommandRefused, runFileCommand, UsageError } from "./command-line.ts";

const NAMES_TOLD = 10;

await runFileCommand({
  name: "assign",
  describe: "Gives workers places at posts for the greatest total value, and proves that none is greater.",
  usage: "--in FILE.csv [--capacities FILE.csv] [--out FILE.csv] [--minimise] [--perfect]",
  details: `
  --in          worker,post,value: who may take what, for how much; each pair once
  --capacities  post,capacity: places of each post, an empty capacity is 1; every post of --in must be there.
                Without this file each post has one place
  --out         writes worker,post,value of those placed; nothing is written unless all went well
  --minimise    values are costs: the smallest total is wanted (without --perfect nobody is placed at a cost above 0)
  --perfect     everybody must be placed, also at a loss; without it nobody is placed at a loss

  Files are UTF-8 with a header; columns in any order, further ones are passed over. Values: finite numbers, |value| ≤ 1e100.
  Printed: value; bound, which no assignment can be above (below, with --minimise); gapPct, the distance between the two as
  a part of |value|, 0 within rounding, null beside a value of 0. A separate check computes them from the files and the prices.
  Exit codes: 0 done; 1 not everybody can be placed, or the result could not be written; 2 wrong call or wrong file.
`,
  options: { in: { type: "string" }, capacities: { type: "string" }, out: { type: "string" }, minimise: { type: "boolean" }, perfect: { type: "boolean" } },
  args: z.object({
    in: z.string("required").min(1, "required"),
    capacities: z.string().min(1, "required").optional(),
    out: z.string().min(1, "required").optional(),
    minimise: z.boolean().default(false),
    perfect: z.boolean().default(false),
  }),
  async run({ args, positionals }) {
    if (positionals.length > 0) throw new UsageError(`not understood: ${positionals.join(" ")}`);
    if (args.out !== undefined) {
      if ([args.in, args.capacities].some((path) => path !== undefined && resolve(path) === resolve(args.out!))) throw new UsageError("--out: would overwrite what is read");
      await requireFolderOf(args.out);
    }
    const startedAt = performance.now();
    const problem = await readProblem(args.in, args.capacities);
    const found = solveAssignment(problem, args);
    if (!found.feasible) throw notAllPlaced(problem, found);
    const verdict = checkAssignment(problem, args, found);
    if (verdict.faults.length > 0) throw new CommandRefused(`结果没有通过核对。The check refused the result: ${verdict.faults.join("; ")}`, 1, { faults: verdict.faults });
    if (args.out !== undefined) await writePairs(args.out, problem, found.edgeOfWorker);
    const { value, bound, gapPct, assigned } = verdict;
    const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const warnings = problem.unended.map((path) => `${path} 末行没有换行，请确认文件没有被截断。The last line of ${path} has no line end: make sure that the file is whole.`);
    return {
      ok: true,
      result: { value, bound, gapPct, assigned, seconds, peakRssMb, ...(warnings.length > 0 ? { warnings } : {}) },
      text: [
        `${args.minimise ? "成本 cost" : "价值 value"} ${value}, 界 bound ${bound}, 差距 gap ${gapPct === null ? "—" : `${gapPct}%`}`,
        `安排 assigned ${assigned} / ${problem.workers}, ${seconds} s, ${peakRssMb} MB`,
        ...(args.out === undefined ? [] : [`结果 result: ${args.out}`]),
        ...warnings,
      ].join("\n"),
    };
  },
});

function notAllPlaced(problem: NamedProblem, { workers, posts, places }: Shortage): CommandRefused {
  const names = (of: readonly number[], all: readonly string[]) => of.slice(0, NAMES_TOLD).map((k) => all[k]!).join(", ") + (of.length > NAMES_TOLD ? " …" : "");
  const who = names(workers, problem.workerNames);
  const where = names(posts, problem.postNames);
  const message =
    `无法安排所有人：${workers.length} 人（${who}）只能去 ${posts.length} 个岗位（${where}），共 ${places} 个名额。` +
    `Not everybody can be placed: ${workers.length} workers (${who}) can go to ${posts.length} posts alone (${where}), which have ${places} places.`;
  return new CommandRefused(message, 1, { infeasible: true, shortage: { workers: workers.map((k) => problem.workerNames[k]), posts: posts.map((k) => problem.postNames[k]), places } });
}
