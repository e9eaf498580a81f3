import { describe, expect, it } from "vitest";
import { createProgress, renderBar } from "./bar.mjs";

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, writable: true, written, write: (text: string) => written.push(text) };
}

describe("progress", () => {
  it("a bar shows its count and share", () => {
    expect(renderBar("导入", 250, 1000, 4)).toBe("导入  █░░░ 250/1,000  25%");
  });

  it("a bar never passes its end", () => {
    expect(renderBar("x", 12, 10, 4)).toContain("████ 12/10  100%");
  });

  it("without a total only the count is shown", () => {
    expect(renderBar("x", 12, 0)).toBe("x  12");
  });

  it("elsewhere than on a terminal there are plain lines without control characters", () => {
    const out = stream(false);
    const step = createProgress({ stream: out }).step("导入", 10);
    for (let done = 1; done <= 10; done += 1) step.update(done);
    step.end();
    expect(out.written.join("")).toMatch(/^✓ 导入  10\/10  [\d.]+ s\n$/);
  });

  it("on a terminal the bar is drawn and cleared again", () => {
    const out = stream(true);
    const step = createProgress({ stream: out }).step("导入", 10);
    step.end();
    expect(out.written[0]).toContain("0/10");
    expect(out.written.at(-2)).toBe("\r\x1b[2K");
  });

  it("silent means silent", () => {
    const out = stream(true);
    const progress = createProgress({ stream: out, silent: true });
    progress.note("line");
    progress.step("导入", 10).end();
    expect(out.written).toEqual([]);
  });
});
