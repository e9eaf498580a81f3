import type { Deps } from "#app/platform/deps.server.ts";
import { benchBoard } from "./board.ts";
import { benchCrypto } from "./crypto.ts";
import { benchDrafts } from "./drafts.ts";
import { benchImport } from "./import/index.ts";
import { benchIncremental } from "./incremental.ts";
import { benchLighthouse } from "./lighthouse.ts";
import { benchLoad } from "./load.ts";
import { benchMatch } from "./match.ts";
import { benchOccupations } from "./occupations.ts";
import { benchOverload } from "./overload.ts";
import { benchRelevance } from "./relevance/index.ts";
import { benchSearch } from "./search/index.ts";
import { benchSplit } from "./split.ts";
import { benchWhatToTrain } from "./what-to-train.ts";

export interface BenchArgs {
  rounds: number;
  queries: number;
  /** of suites that make their own data */
  workers: number;
  posts: number;
  seed: number;
  /** of a roster */
  rows?: number;
  /** requests a second and for how long; `ramp`: then more and more of them */
  rps: number;
  seconds: number;
  ramp: boolean;
  /** a file of titles that people coded */
  titles?: string;
  /** a folder of postings as CSV; the suite that reads them knows where they usually lie */
  postings?: string;
}
export type OnProgress = (step: string, done: number, total: number) => void;
export type Suite = (deps: Deps, args: BenchArgs, onProgress: OnProgress) => Promise<Record<string, unknown>>;

export const SUITES: Record<string, Suite> = { board: benchBoard, crypto: benchCrypto, drafts: benchDrafts, import: benchImport, incremental: benchIncremental, lighthouse: benchLighthouse, load: benchLoad, match: benchMatch, split: benchSplit, occupations: benchOccupations, overload: benchOverload, relevance: benchRelevance, search: benchSearch, "what-to-train": benchWhatToTrain };

/** Nearest-rank percentile of milliseconds, to a hundredth. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 100) / 100;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now();
  const value = await work();
  return { ms: performance.now() - startedAt, value };
}
