import { countPlainWords } from "#app/data/keys/sweep.server.ts";
import { readOutboxState } from "#app/data/search-sources/outbox-state.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { compareIndexes, type IndexComparison } from "#search/compare.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { runCommand } from "./command.ts";

await runCommand({
  name: "verify",
  describe: "compares the search indexes and the year's counters with the database, document by document and cell by cell",
  async run({ deps, onProgress }) {
    const startedAt = performance.now();
    await ensureIndexes(deps);
    const { differences, ...indexes } = await compareIndexes(deps, onProgress);
    const [persons] = await deps.pool.query("SELECT COUNT(DISTINCT personId) AS n FROM placement_event");
    const total = Number((persons as { n: number }[])[0]?.n ?? 0);
    const recount = await recountTargets(deps, (done) => onProgress("ledger", done, total));
    const outbox = await readOutboxState(deps.pool);
    const plainWords = await countPlainWords(deps);
    const plain = Object.values(plainWords).reduce((sum, count) => sum + count, 0);
    const all = differences + recount.differences;
    const { brokenChains, brokenPlacementIds, wrongHeads, missingCounts, extraCounts, wrongCounters, drift } = recount;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      ok: all === 0,
      result: {
        differences: all,
        ...indexes,
        counters: { missing: missingCounts, extra: extraCounts, wrong: wrongCounters, drift },
        chain: { events: recount.events, placements: recount.placements, broken: brokenChains, brokenPlacementIds, wrongHeads },
        outbox,
        plainWords,
        seconds,
      },
      text: [
        line("岗位 posts", indexes.posts),
        line("求职者 profiles", indexes.profiles),
        `计数 counters: ${missingCounts} missing, ${extraCounts} extra, ${wrongCounters} wrong, drift ${drift}`,
        `账本 ledger: ${recount.events} events, ${brokenChains} chains broken, ${wrongHeads} wrong heads`,
        `发件箱 outbox: ${outbox.pending} pending, ${outbox.quarantined} quarantined`,
        ...(plain === 0 ? [] : [`明文 in the open: ${Object.entries(plainWords).map(([column, count]) => `${column} ${count}`).join(", ")}; npm run rotate-keys seals them.`]),
        all === 0 ? `一致，0 处差异 All agree, 0 differences (${seconds} s)` : `${all} 处差异 differences (${seconds} s)${advice(outbox.pending, differences)}`,
      ].join("\n"),
    };
  },
});

function line(name: string, { database, index, missing, stale, extra, lapsed, examples }: IndexComparison): string {
  const named = examples.length > 0 ? `: ${examples.join(", ")}` : "";
  return `${name}: ${database} in the database, ${index} in the index; ${missing} missing, ${stale} stale, ${extra} extra, ${lapsed} lapsed${named}`;
}

function advice(pending: number, differences: number): string {
  if (differences === 0) return "";
  return pending > 0 ? "\n  Changes are still under way: start the workers, or wait." : "\n  npm run rebuild makes the indexes anew.";
}
