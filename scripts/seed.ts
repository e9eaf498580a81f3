import { z } from "zod";
import { seedStarter, StarterRefused } from "#prisma/seed/starter.ts";
import { runCommand, UsageError } from "./command.ts";

const whole = (least: number, most: number) =>
  z.coerce.number("must be a whole number").int("must be a whole number").min(least, `must be ${least} or more`).max(most, `must be ${most} or less`);

await runCommand({
  name: "seed",
  describe: "fills an empty database with made-up people, employers, posts and a ledger",
  usage: "[--workers 20000] [--posts 3000] [--employers 400] [--seed 7] [--reset] [--no-index] [--no-match]",
  options: {
    workers: { type: "string" }, posts: { type: "string" }, employers: { type: "string" }, seed: { type: "string" },
    reset: { type: "boolean" }, "no-index": { type: "boolean" }, "no-match": { type: "boolean" },
  },
  args: z.object({
    workers: whole(1, 3_000_000).optional(),
    posts: whole(1, 1_000_000).optional(),
    employers: whole(20, 100_000).optional(),
    seed: whole(0, 2_147_483_647).optional(),
    reset: z.boolean().optional(),
    "no-index": z.boolean().optional(),
    "no-match": z.boolean().optional(),
  }),
  async run({ deps, args, onProgress, signal }) {
    const posts = args.posts ?? 3_000;
    const started = { workers: args.workers ?? 20_000, posts, employers: args.employers ?? Math.max(400, Math.round((posts * 400) / 3_000)), seed: args.seed ?? 7 };
    try {
      const result = await seedStarter(deps, onProgress, { ...started, reset: args.reset, index: !args["no-index"], match: !args["no-match"], signal });
      const text = `${result.workers} people, ${result.employers} employers, ${result.posts} posts: ${result.rows} rows in ${result.loadSeconds} s (${result.rowsPerSecond} rows/s), ` +
        `${result.seconds} s with counts, indexes and matching, at most ${result.peakRssMb} MB`;
      return { ok: true, result: { ...result }, text };
    } catch (error) {
      if (error instanceof StarterRefused) throw new UsageError(error.message);
      throw error;
    }
  },
});
