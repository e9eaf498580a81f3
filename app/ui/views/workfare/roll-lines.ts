import type { DayChange } from "#app/domain/workfare/roll.ts";
import type { Problem } from "#app/domain/result.ts";
import { readYuan } from "#app/domain/money.ts";

const CELL = /^q-([0-7][0-9A-HJKMNP-TV-Z]{25})-(\d{4}-\d{2}-\d{2})$/;

/** The cells of a sheet, as the page and the phone send them, as lines: `q-<person>-<day>` in quarters, `rate-<person>` in yuan a day. */
export function linesOf(values: Record<string, unknown>): (Omit<DayChange, "quarters"> & { quarters: string })[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const [, personId, day] = CELL.exec(name) ?? [];
    if (personId === undefined || day === undefined || typeof value !== "string") return [];
    const rate = values[`rate-${personId}`];
    return [{ personId, day, quarters: value === "" ? "0" : value, rateFen: (typeof rate === "string" ? readYuan(rate) : null) ?? 0 }];
  });
}

/** Problems of lines, `lines.3.rateFen`, at the cells where they were typed. */
export function atTheirCells(problems: readonly Problem[], lines: readonly { personId: string; day: string }[]): Problem[] {
  const seen = new Set<string>();
  return problems.flatMap((one) => {
    const [, nth, part] = /^lines\.(\d+)\.(\w+)$/.exec(one.field ?? "") ?? [];
    const line = nth === undefined ? undefined : lines[Number(nth)];
    const field = line === undefined ? one.field : part === "rateFen" ? `rate-${line.personId}` : `d-${line.personId}-${line.day}`;
    if (seen.has(`${one.code} ${field}`)) return [];
    seen.add(`${one.code} ${field}`);
    return [{ ...one, field }];
  });
}

export const quarterText = (quarters: number) => ["—", "¼", "½", "¾", "1"][quarters] ?? "—";
