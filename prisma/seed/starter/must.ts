import type { Result } from "#app/domain/result.ts";

/** What a use case gave; starter data that it refuses is a fault of ours. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`starter data: ${JSON.stringify(result.problems)}`);
  return result.value;
}
