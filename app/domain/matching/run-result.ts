import type { Stream } from "../terms.ts";
import type { FairnessReport } from "./fairness.ts";

/** One moment of a run: what had been reached and what was proved by then. Null where there is none yet. */
export interface RunMoment {
  seconds: number;
  phase: string;
  value: number | null;
  /** no other assignment can be worth more than this */
  bound: number | null;
}

export interface StageResult {
  streams: readonly Stream[];
  /** people still without a proposal when the stage began */
  considered: number;
  assigned: number;
  /** points of those assigned */
  value: number;
}

/**
 * What a finished matching run leaves behind, as `match_run.result` holds it. Values and bounds are points, summed
 * over matches; gapPct = (bound − value) / value × 100.
 */
export interface RunResult {
  seekers: number;
  posts: number;
  openings: number;
  /** pairs that the rules allow; null where they were not counted */
  allowedPairs: number | null;
  matched: number;
  value: number;
  bound: number;
  gapPct: number;
  seconds: number;
  peakRssMb: number;
  perPhaseSeconds: Record<string, number>;
  history: RunMoment[];
  stages: StageResult[];
  fairness: FairnessReport;
  /** accepted matches that were left as they stand */
  kept: number;
  proposals: number;
  /** found by the run, but decided otherwise by the person meanwhile */
  skipped: number;
}
