import { toDate } from "#app/domain/dates.ts";
import { insertRows, loadRows } from "#app/platform/bulk.server.ts";
import { type Suite, timed } from "./suites.ts";

const REASONS = JSON.stringify([{ code: "occupation-exact", params: { occupation: "6-18-02-04" } }, { code: "distance-km", params: { km: 120 } }, { code: "wage-meets-wish", params: { minFen: 500_000, maxFen: 800_000, wishFen: 450_000 } }]);
const AT_A_TIME = 5_000;

/** Writing what a run has found: LOAD DATA beside multi-row inserts, `--workers` rows each. */
export const benchDrafts: Suite = async (deps, args, onProgress) => {
  const runId = deps.newId();
  await deps.db.matchRun.create({ data: { id: runId, regionCode: "140000", asOf: toDate(deps.clock.today()), requestedAt: deps.clock.now(), status: "CANCELLED" } });
  const rates: Record<string, number> = {};
  try {
    for (const [name, write] of Object.entries({ loadData: loadRows, insert: insertRows })) {
      const { ms } = await timed(async () => {
        for (let from = 0; from < args.workers; from += AT_A_TIME) {
          const rows = Array.from({ length: Math.min(AT_A_TIME, args.workers - from) }, () => ({ runId, personId: deps.newId(), postId: runId, id: deps.newId(), score: 700, reasons: REASONS }));
          await write(deps.pool, "match_draft", rows);
          onProgress(name, from, args.workers);
        }
      });
      rates[`${name}RowsPerSecond`] = Math.round(args.workers / (ms / 1_000));
      await deps.pool.query("DELETE FROM match_draft WHERE runId = ?", [runId]);
    }
  } finally {
    await deps.pool.query("DELETE FROM match_run WHERE id = ?", [runId]);
  }
  return { rows: args.workers, ...rates };
};
