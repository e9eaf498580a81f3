import type { Failure, ReportLine } from "./reporter.ts";

export interface Tally {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
  failures: Failure[];
  /** how long each test file took */
  took: { name: string; ms: number }[];
}

export const emptyTally = (): Tally => ({ passed: 0, failed: 0, skipped: [], failures: [], took: [] });

/** A failed test arrives as a result and as a failure with its details; a broken file or hook only as a failure. */
export function take(tally: Tally, line: ReportLine): void {
  if (line.type === "result") {
    if (line.state === "passed") tally.passed += 1;
    if (line.state === "failed") tally.failed += 1;
    if (line.state === "failed") tally.failures.push({ name: line.name, detail: "" });
    if (line.state === "skipped") tally.skipped.push({ name: line.name, reason: line.reason });
  }
  if (line.type === "took") tally.took.push({ name: line.name, ms: line.ms });
  if (line.type === "failure") {
    const known = tally.failures.find((failure) => failure.name === line.failure.name && failure.detail === "");
    if (known) known.detail = line.failure.detail;
    else {
      tally.failed += 1;
      tally.failures.push(line.failure);
    }
  }
}

export function add(into: Tally, other: Tally): void {
  into.passed += other.passed;
  into.failed += other.failed;
  into.skipped.push(...other.skipped);
  into.failures.push(...other.failures);
  into.took.push(...other.took);
}

export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;
}

/** Skips grouped by their reason, so that the reasons can be read. */
export function skipReport({ skipped }: Tally): string {
  const groups = new Map<string, string[]>();
  for (const { name, reason } of skipped) {
    const key = reason || "no reason given";
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups].map(([reason, names]) => `- ${reason}:\n${names.map((name) => `    ${name}`).join("\n")}`).join("\n");
}

/** The files that took longest, so that a test that waits for nothing is seen. */
export function slowReport({ took }: Tally, most = 8): string {
  const slowest = [...took].sort((a, b) => b.ms - a.ms).slice(0, most);
  return slowest.map(({ name, ms }) => `- ${Math.round(ms / 1_000)} s ${name}`).join("\n");
}
