import { describe, expect, it } from "vitest";
import { compareRuns, type RecordedRun, schedulesOf } from "./schedule.ts";

const HOUR = 3_600_000;
const at = (text: string) => new Date(`2026-11-${text}:00.000Z`);
const run = (name: string, begun: string, more: Partial<RecordedRun> = {}): RecordedRun => ({ name, startedAt: at(begun), endedAt: new Date(at(begun).getTime() + 5_000), failed: false, ...more });
const [housekeeping, nightly] = schedulesOf(2) as [ReturnType<typeof schedulesOf>[number], ReturnType<typeof schedulesOf>[number]];
const states = (...args: Parameters<typeof compareRuns>) => compareRuns(...args).map((slot) => slot.state);

describe("what the clock asked for", () => {
  it("was done in every hour in which a run began and ended well, whenever in it", () => {
    const runs = [run("housekeeping", "25T10:00"), run("housekeeping", "25T11:59"), run("housekeeping", "25T12:30")];
    expect(states(housekeeping, runs, at("25T10:00"), at("25T13:00"))).toEqual(["done", "done", "done"]);
  });

  it("was missed in an hour in which none began, and failed where one began and did not end well", () => {
    const runs = [run("housekeeping", "25T10:10", { failed: true }), run("housekeeping", "25T12:10", { endedAt: null })];
    expect(states(housekeeping, runs, at("25T10:00"), at("25T13:00"))).toEqual(["failed", "missed", "failed"]);
  });

  it("was done when a second try of the same hour ended well", () => {
    expect(states(housekeeping, [run("housekeeping", "25T10:10", { failed: true }), run("housekeeping", "25T10:20")], at("25T10:00"), at("25T11:00"))).toEqual(["done"]);
  });

  it("is only due while its hour is not over", () => {
    expect(states(housekeeping, [], at("25T10:00"), at("25T11:30"))).toEqual(["missed", "due"]);
  });

  it("is not asked of the time before anything was recorded", () => {
    expect(states(housekeeping, [], at("25T10:20"), at("25T12:00"))).toEqual(["missed"]);
  });

  it("of the night is due at its hour in China, and may begin up to three hours later", () => {
    const slots = compareRuns(nightly, [run("nightly-match", "24T20:59")], at("24T00:00"), at("26T00:00"));
    expect(slots).toEqual([{ dueAt: at("24T18:00"), state: "done" }, { dueAt: at("25T18:00"), state: "missed" }]);
  });

  it("takes no run of another job for its own", () => {
    expect(states(housekeeping, [run("nightly-match", "25T10:10")], at("25T10:00"), at("25T11:00"))).toEqual(["missed"]);
  });

  it("has no night where matching by night is off", () => {
    expect(schedulesOf(null).map(({ name }) => name)).toEqual(["housekeeping", "audit-check"]);
    expect(schedulesOf(0)[1]!.offsetMs).toBe(16 * HOUR);
  });
});
