import { describe, expect, it } from "vitest";
import { codeStands, MOST_TRIES, phoneCode, resendWait } from "./phone-code.ts";

const now = new Date("2026-11-25T02:00:00Z");
const fresh = { tries: 0, expiresAt: new Date("2026-11-25T02:10:00Z"), usedAt: null, newest: true };

describe("a code as typed", () => {
  it.each([["123456", "123456"], [" 123 456 ", "123456"], ["１２３４５６", "123456"], ["000000", "000000"]])("%j is %s", (typed, code) => {
    expect(phoneCode.parse(typed)).toBe(code);
  });

  it.each([["", "required"], [undefined, "required"], ["12345", "code-form"], ["1234567", "code-form"], ["12345a", "code-form"], ["1".repeat(100_000), "code-form"]])("%j is refused: %s", (typed, problem) => {
    expect(phoneCode.safeParse(typed).error?.issues[0]?.message).toBe(problem);
  });
});

describe("a code", () => {
  it.each([
    ["fresh", {}, true], ["typed wrong four times", { tries: MOST_TRIES - 1 }, true], ["typed wrong five times", { tries: MOST_TRIES }, false], ["used", { usedAt: now }, false],
    ["replaced by a newer one", { newest: false }, false], ["at its last instant", { expiresAt: now }, false],
  ] as const)("%s: %s", (_what, change, stands) => {
    expect(codeStands({ ...fresh, ...change }, now)).toBe(stands);
  });

  it("may be sent again after a minute, and not a second sooner", () => {
    expect(resendWait(null, now)).toBe(0);
    expect(resendWait(now, now)).toBe(60);
    expect(resendWait(new Date(now.getTime() - 59_001), now)).toBe(1);
    expect(resendWait(new Date(now.getTime() - 60_000), now)).toBe(0);
  });
});
