import { describe, expect, it } from "vitest";
import { add, emptyTally, skipReport, slowReport, summaryLine, take } from "./tally.ts";

const result = (state: "passed" | "failed" | "skipped", name: string, reason = "") => ({ type: "result" as const, state, name, reason });

describe("the last line of npm test", () => {
  it("counts what passed and failed", () => {
    const tally = emptyTally();
    take(tally, result("passed", "a"));
    take(tally, result("passed", "b"));
    take(tally, result("failed", "c"));
    expect(summaryLine(tally)).toBe("2 passed, 1 failed");
  });

  it("names skips only when there are any", () => {
    const tally = emptyTally();
    take(tally, result("skipped", "a", "no data"));
    expect(summaryLine(tally)).toBe("0 passed, 0 failed, 1 skipped");
    expect(skipReport(tally)).toContain("no data");
  });

  it("a failed test counts once, with its details", () => {
    const tally = emptyTally();
    take(tally, result("failed", "c"));
    take(tally, { type: "failure", failure: { name: "c", detail: "expected 1 to be 2" } });
    expect(tally.failed).toBe(1);
    expect(tally.failures).toEqual([{ name: "c", detail: "expected 1 to be 2" }]);
  });

  it("a file that cannot be loaded and an error outside any test count as failed", () => {
    const tally = emptyTally();
    take(tally, { type: "failure", failure: { name: "broken.test.ts", detail: "SyntaxError" } });
    take(tally, { type: "failure", failure: { name: "outside any test", detail: "unhandled" } });
    expect(summaryLine(tally)).toBe("0 passed, 2 failed");
  });

  it("names the files that took longest, longest first", () => {
    const tally = emptyTally();
    for (const [name, ms] of [["a", 900], ["b", 61_000], ["c", 4_000]] as const) take(tally, { type: "took", name, ms });
    expect(slowReport(tally, 2)).toBe("- 61 s b\n- 4 s c");
  });

  it("parts add up", () => {
    const total = emptyTally();
    const part = emptyTally();
    take(part, result("passed", "a"));
    take(part, result("skipped", "b", "why"));
    add(total, part);
    add(total, part);
    expect(summaryLine(total)).toBe("2 passed, 0 failed, 2 skipped");
  });
});
