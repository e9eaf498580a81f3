import { inspect, isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { ZodError } from "zod";
import { type Boundary, nearOf, triedOn } from "./boundaries.ts";

export interface Tried {
  name: string;
  cases: number;
  /** how many of the values that were made to be lawful were taken */
  taken: number;
  failures: string[];
}

/** More than any form of ours holds. */
const LONGEST_TAKEN = 30_000;

const OF_OURS = new Set<object | null>([null, Object.prototype, Array.prototype, Uint8Array.prototype, Map.prototype, URLSearchParams.prototype]);

/** What holds of every boundary, whatever it is sent; an error says what does not. */
function hold({ read, refuses, anyLength }: Boundary, value: unknown): boolean {
  let taken: unknown;
  try {
    taken = read(value);
  } catch (error) {
    if (error instanceof ZodError || refuses?.(error)) return false;
    throw error;
  } finally {
    const marks = ["polluted", "role"].filter((mark) => mark in {} || mark in []);
    for (const mark of marks) delete (Object.prototype as Record<string, unknown>)[mark];
    if (marks.length > 0) throw new Error("what was sent became everybody's prototype");
  }
  if (typeof taken === "object" && taken !== null && !OF_OURS.has(Object.getPrototypeOf(taken) as object | null)) throw new Error("what was sent became the prototype of what was read");
  if (!anyLength && isLong(taken)) throw new Error(`more than ${LONGEST_TAKEN} characters were taken`);
  return true;
}

function isLong(taken: unknown): boolean {
  const open: unknown[] = [taken];
  for (let left = LONGEST_TAKEN; open.length > 0; ) {
    const one = open.pop();
    left -= typeof one === "string" ? one.length : 1;
    if (left < 0) return true;
    if (typeof one !== "object" || one === null) continue;
    const inside = Array.isArray(one) || one instanceof Uint8Array ? one : Object.entries(one).flat();
    if (inside.length > left) return true;
    open.push(...(inside as unknown[]));
  }
  return false;
}

/** Where what was read can be read again, it says the same. */
function holdStill({ schema }: Boundary, value: unknown): void {
  const once = schema?.safeParse(value);
  const twice = once?.success ? schema!.safeParse(once.data) : undefined;
  if (twice?.success && !isDeepStrictEqual(twice.data, once!.data)) throw new Error("read again, it says something else");
}

export function tryBoundary(boundary: Boundary, { seed, cases }: { seed: number; cases: number }): Tried {
  const failures: string[] = [];
  const tell = (details: fc.RunDetails<[unknown]>) => {
    if (!details.failed) return;
    const { errorInstance, counterexample } = details;
    failures.push(`${boundary.name}: ${errorInstance instanceof Error ? errorInstance.message.split("\n")[0] : String(errorInstance)} — ${shown(counterexample?.[0])} (seed ${details.seed}, path ${details.counterexamplePath ?? ""})`);
  };
  tell(fc.check(fc.property(triedOn(boundary), (value) => {
    hold(boundary, value);
    holdStill(boundary, value);
  }), { seed, numRuns: cases, endOnFailure: true }));
  const lawful = fc.sample(nearOf(boundary), { seed, numRuns: cases });
  const taken = lawful.filter((value) => {
    try {
      return hold(boundary, value);
    } catch {
      return false;
    }
  }).length;
  return { name: boundary.name, cases: cases * 2, taken, failures };
}

/** Short enough to be read, whatever it is. */
export const shown = (value: unknown): string => inspect(value, { depth: 4, maxArrayLength: 6, maxStringLength: 60, breakLength: Infinity }).slice(0, 400);
