import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gate, type Rank } from "./gate.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks for a turn and notes who got one, in order, and who got none. */
function visitors(gate: Gate) {
  const [entered, refused]: [string[], string[]] = [[], []];
  const leave: (() => void)[] = [];
  const come = (name: string, rank: Rank) => gate.enter(rank, (release) => {
    if (release === null) return void refused.push(name);
    entered.push(name);
    leave.push(release);
  });
  return { come, entered, refused, leaveOne: () => leave.shift()!() };
}

describe("the gate", () => {
  it("lets in at once as many as it holds, and the next when one leaves", () => {
    const { come, entered, leaveOne } = visitors(new Gate(2));
    for (const name of ["a", "b", "c"]) come(name, "guest");
    expect(entered).toEqual(["a", "b"]);
    leaveOne();
    expect(entered).toEqual(["a", "b", "c"]);
  });

  it("lets in signed-in acts first, then signed-in readers, guests, guests' searches; in each the first to come", () => {
    const { come, entered, leaveOne } = visitors(new Gate(1));
    come("now", "guest");
    for (const rank of ["search", "guest", "reading", "act"] as const) for (const number of [1, 2]) come(`${rank} ${number}`, rank);
    for (let left = 0; left < 8; left += 1) leaveOne();
    expect(entered.slice(1)).toEqual(["act 1", "act 2", "reading 1", "reading 2", "guest 1", "guest 2", "search 1", "search 2"]);
  });

  it("tells those to come back whose turn doesn't come in time, searches of guests soonest and acts last", () => {
    const { come, refused } = visitors(new Gate(1));
    come("now", "guest");
    for (const rank of ["act", "reading", "guest", "search"] as const) come(rank, rank);
    const at = [500, 600, 1_000, 2_000].map((ms, index, all) => {
      vi.advanceTimersByTime(ms - (all[index - 1] ?? 0));
      return [...refused];
    });
    expect(at).toEqual([["search"], ["search", "guest"], ["search", "guest", "reading"], ["search", "guest", "reading", "act"]]);
  });

  it("with a full queue gives up the least important, and whoever is no more important than those in it", () => {
    const { come, refused, entered, leaveOne } = visitors(new Gate(1, 2));
    come("now", "guest");
    come("search", "search");
    come("guest", "guest");
    come("late search", "search");
    come("act", "act");
    expect(refused).toEqual(["late search", "search"]);
    leaveOne();
    leaveOne();
    expect(entered).toEqual(["now", "act", "guest"]);
  });

  it("gives a turn on that nobody ends, once", () => {
    const { come, entered, leaveOne } = visitors(new Gate(1));
    come("creeping", "guest");
    vi.advanceTimersByTime(9_900);
    come("next", "act");
    come("third", "act");
    vi.advanceTimersByTime(100);
    expect(entered).toEqual(["creeping", "next"]);
    leaveOne();
    expect(entered).toEqual(["creeping", "next"]);
    leaveOne();
    expect(entered).toEqual(["creeping", "next", "third"]);
  });
});
