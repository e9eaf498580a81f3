import { z } from "zod";
import { rebuildTargets, recountTargets } from "#app/usecases/targets/recount.server.ts";
import { runCommand } from "./command.ts";

await runCommand({
  name: "recount",
  describe: "Counts the year's target anew from the ledger and compares it with the running counters.",
  usage: "npm run recount [-- --repair]   --repair makes the counters anew from the ledger",
  options: { repair: { type: "boolean" } },
  args: z.object({ repair: z.boolean().default(false) }),
  async run({ deps, args, onProgress }) {
    const [rows] = await deps.pool.query("SELECT COUNT(DISTINCT personId) AS persons FROM placement_event");
    const total = Number((rows as { persons: number }[])[0]?.persons ?? 0);
    if (args.repair) await rebuildTargets(deps, (done) => onProgress("rebuild", done, total));
    const startedAt = performance.now();
    const recount = await recountTargets(deps, (done) => onProgress("recount", done, total));
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      ok: recount.differences === 0,
      result: { ...recount, repaired: args.repair, seconds },
      text: [
        `账本 ledger: ${recount.events} events, ${recount.placements} placements, ${recount.persons} persons, ${seconds} s`,
        `计数差异 counts: ${recount.missingCounts} missing, ${recount.extraCounts} extra; counters wrong: ${recount.wrongCounters}; drift ${recount.drift}`,
        `哈希链 chains: ${recount.brokenChains} broken, ${recount.wrongHeads} wrong heads`,
        recount.differences === 0 ? "一致。The counters equal the ledger." : "不一致。They differ: npm run recount -- --repair makes the counters anew; a broken chain needs a person to look at it.",
      ].join("\n"),
    };
  },
});
