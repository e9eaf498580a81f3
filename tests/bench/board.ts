import { readBoard } from "#app/data/read-models/board.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { percentile, type Suite, timed } from "./suites.ts";

/** The target board from its counters, beside the same number counted anew from the ledger. */
export const benchBoard: Suite = async (deps, { rounds }, onProgress) => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push((await timed(() => readBoard(deps, {}))).ms);
    onProgress("board", round + 1, rounds);
  }
  const recount = await timed(() => recountTargets(deps));
  return {
    events: recount.value.events,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    equalsRecount: recount.value.differences === 0,
    baselineRecountMs: Math.round(recount.ms),
    ok: recount.value.differences === 0,
  };
};
