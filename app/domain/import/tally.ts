/** What became of one cell. */
export type Understanding =
  | { kind: "understood"; as?: string }
  | { kind: "said-nothing" }
  | { kind: "no-column" }
  | { kind: "not-understood"; reason: string };

export interface FieldTally {
  /** rows whose text was understood; `ways` counts the special ones among them, such as 面议 */
  understood: number;
  ways: Record<string, number>;
  /** rows whose cell is empty */
  saidNothing: number;
  /** rows of a file that has no such column */
  noColumn: number;
  notUnderstood: number;
  reasons: Record<string, number>;
}

export function emptyTally(): FieldTally {
  return { understood: 0, ways: {}, saidNothing: 0, noColumn: 0, notUnderstood: 0, reasons: {} };
}

export function count(tally: FieldTally, what: Understanding): void {
  if (what.kind === "understood") {
    tally.understood += 1;
    if (what.as) tally.ways[what.as] = (tally.ways[what.as] ?? 0) + 1;
  } else if (what.kind === "said-nothing") tally.saidNothing += 1;
  else if (what.kind === "no-column") tally.noColumn += 1;
  else {
    tally.notUnderstood += 1;
    tally.reasons[what.reason] = (tally.reasons[what.reason] ?? 0) + 1;
  }
}

/** Understood among the rows that say something; null when none does. */
export function shareOfStated(tally: FieldTally): number | null {
  const stated = tally.understood + tally.notUnderstood;
  return stated === 0 ? null : tally.understood / stated;
}

/** Understood among all rows, also those that say nothing or have no such column. */
export function shareOfAll(tally: FieldTally): number | null {
  const all = tally.understood + tally.notUnderstood + tally.saidNothing + tally.noColumn;
  return all === 0 ? null : tally.understood / all;
}

export function addTally(a: FieldTally, b: FieldTally): FieldTally {
  const sum = (x: Record<string, number>, y: Record<string, number>) => {
    const total = { ...x };
    for (const [key, n] of Object.entries(y)) total[key] = (total[key] ?? 0) + n;
    return total;
  };
  return {
    understood: a.understood + b.understood,
    ways: sum(a.ways, b.ways),
    saidNothing: a.saidNothing + b.saidNothing,
    noColumn: a.noColumn + b.noColumn,
    notUnderstood: a.notUnderstood + b.notUnderstood,
    reasons: sum(a.reasons, b.reasons),
  };
}
