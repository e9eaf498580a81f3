import { z } from "zod";
import type { ImportProgress } from "#app/domain/import/summary.ts";

/** As long as Linux takes one. */
export const LONGEST_PATH = 4_096;

/** What every import is told. `source` names where the rows come from and belongs to their identity. */
export const importInput = z.object({
  path: z.string("required").min(1, "required").max(LONGEST_PATH, "too-long"),
  source: z.string("required").trim().min(1, "required").max(40, "too-long").regex(/^[\p{L}\p{N}._-]+$/u, "invalid"),
  rejectsPath: z.string().min(1).max(LONGEST_PATH, "too-long").optional(),
  batchSize: z.number().int().min(1).max(5_000).default(1_000),
  onProgress: z.custom<(progress: ImportProgress) => void>((value) => typeof value === "function").optional(),
  signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal).optional(),
});

/** `../postings/job51_2024.csv.gz` is the source job51_2024. */
export function sourceFromPath(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const source = name.replace(/(?:\.(?:csv|tsv|txt|xlsx|gz)){1,4}$/i, "").replace(/(?:\.(?:csv|xlsx|gz)){0,4}\.rejects$/i, "");
  return source.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 40) || "file";
}
