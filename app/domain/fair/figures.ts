import { addDays, type Day } from "../dates.ts";
import { viewPlacement } from "../placement/placement.ts";
import type { PlacementEvent } from "../placement/types.ts";

/** The rung from which an arrival counts as confirmed: the person's own word, or better the employer's. */
const CONFIRMED_RUNG = 2;
export const STILL_DAYS = 30;

export interface HiredFigures {
  /** persons hired on the spot, each once */
  hired: number;
  /** of them: somebody other than the fair's bureau says they arrived */
  confirmed: number;
  /** of the confirmed: 30 days have gone by since */
  due: number;
  /** of those: somebody says they were still there on the 30th day or later */
  still: number;
}

/** What became of hirings on the spot, from the ledger: `events` of each hiring's placement. A person who was hired twice counts once, by the best that became of it. */
export function hiredFigures(hirings: readonly { personId: string; events: readonly PlacementEvent[] }[], asOf: Day): HiredFigures {
  const best = new Map<string, { confirmed: boolean; due: boolean; still: boolean }>();
  for (const { personId, events } of hirings) {
    const { arrivedOn, provenUntil, rung } = viewPlacement(events);
    const confirmed = arrivedOn !== null && rung >= CONFIRMED_RUNG;
    const day = arrivedOn === null ? null : addDays(arrivedOn, STILL_DAYS);
    const due = confirmed && day !== null && day <= asOf;
    const still = due && provenUntil !== null && provenUntil >= day!;
    const before = best.get(personId);
    best.set(personId, { confirmed: confirmed || before?.confirmed === true, due: due || before?.due === true, still: still || before?.still === true });
  }
  const count = (of: (one: { confirmed: boolean; due: boolean; still: boolean }) => boolean) => [...best.values()].filter(of).length;
  return { hired: best.size, confirmed: count((one) => one.confirmed), due: count((one) => one.due), still: count((one) => one.still) };
}
