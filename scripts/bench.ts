import { z } from "zod";
import { SUITES } from "#tests/bench/suites.ts";
import { runCommand, UsageError } from "./command.ts";

const whole = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** As many posts a head as the province has. */
const POSTS_PER_PERSON = 0.08;

await runCommand({
  name: "bench",
  describe: `Measures beside a baseline, on the data that is loaded. Suites: ${Object.keys(SUITES).join(", ")}.`,
  usage: "npm run bench -- SUITE [--rounds N] [--queries N] [--workers N | --people N] [--posts M] [--rows N] [--seed S] [--rps N] [--seconds N] [--ramp] [--titles FILE] [--postings FOLDER]",
  options: {
    rounds: { type: "string" }, queries: { type: "string" }, workers: { type: "string" }, people: { type: "string" }, posts: { type: "string" }, rows: { type: "string" }, seed: { type: "string" }, rps: { type: "string" }, seconds: { type: "string" }, ramp: { type: "boolean" }, titles: { type: "string" }, postings: { type: "string" },
  },
  args: z.object({
    rounds: whole(20), queries: whole(200), workers: whole(15_000), people: z.coerce.number().int().min(1).optional(), posts: z.coerce.number().int().min(1).optional(), rows: z.coerce.number().int().min(100).max(5_000_000).optional(), seed: whole(7), rps: whole(200), seconds: whole(30), ramp: z.boolean().default(false), titles: z.string().optional(), postings: z.string().optional(),
  }).transform(({ people, posts, ...args }) => ({ ...args, workers: people ?? args.workers, posts: posts ?? (people === undefined ? 1_200 : Math.ceil(people * POSTS_PER_PERSON)) })),
  async run({ deps, args, positionals, onProgress }) {
    const suite = SUITES[positionals[0] ?? ""];
    if (!suite) throw new UsageError(`name one of: ${Object.keys(SUITES).join(", ")}`);
    const result = await suite(deps, args, onProgress);
    const text = Object.entries(result).map(([name, value]) => `${name.padEnd(24)} ${typeof value === "object" ? JSON.stringify(value) : value}`).join("\n");
    return { ok: result.ok !== false, result: { suite: positionals[0], ...result }, text };
  },
});
