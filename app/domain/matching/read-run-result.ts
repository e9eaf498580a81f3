import { z } from "zod";
import { STREAMS } from "../terms.ts";
import type { RunResult, StageResult } from "./run-result.ts";

const count = z.number().nullable().catch(null).default(null);
const fairnessRows = z.array(z.object({ group: z.string(), people: z.number(), placed: z.number(), meanScore: z.number().nullable() })).catch([]).default([]);
const moment = z.object({ seconds: z.number(), phase: z.string(), value: z.number().nullable(), bound: z.number().nullable() });
const stage = z.object({ streams: z.array(z.enum(STREAMS)), considered: z.number(), assigned: z.number(), value: count });

const storedSchema = z.object({
  seekers: count, posts: count, openings: count, allowedPairs: count, pairs: count, matched: count, value: count, bound: count, gapPct: count,
  seconds: count, peakRssMb: count, kept: count, proposals: count, skipped: count,
  perPhaseSeconds: z.record(z.string(), z.number()).catch({}).default({}),
  history: z.array(moment).catch([]).default([]),
  stages: z.array(stage).catch([]).default([]),
  fairness: z.object({ category: fairnessRows, countyClass: fairnessRows, sex: fairnessRows, ageBand: fairnessRows }).nullable().catch(null).default(null),
});

type Numbers = "seekers" | "posts" | "openings" | "allowedPairs" | "matched" | "value" | "bound" | "gapPct" | "seconds" | "peakRssMb" | "kept" | "proposals" | "skipped";

/** A stored result as far as it goes: what a run did not leave behind is null, or an empty list. */
export type StoredRunResult = Record<Numbers, number | null> & Pick<RunResult, "perPhaseSeconds" | "history"> & {
  stages: (Omit<StageResult, "value"> & { value: number | null })[];
  fairness: RunResult["fairness"] | null;
};

/** Reads `match_run.result`; null when there is none. Of an older result that counted `pairs` these are its allowed pairs. */
export function readRunResult(stored: unknown): StoredRunResult | null {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return null;
  const { pairs, allowedPairs, matched, proposals, ...rest } = parsed.data;
  return { ...rest, proposals, matched: matched ?? proposals, allowedPairs: allowedPairs ?? pairs };
}
