import { describe, expect, it } from "vitest";
import { registeredSms } from "./registered-sms.ts";

describe("the message to somebody an agent registered", () => {
  const fact = { place: "临泉镇", day: "2026-11-05", phoneChanged: false } as const;

  it("says what was done, where and when, and whom to tell if it was not wanted", () => {
    expect(registeredSms({ ...fact, outcome: "CREATED" })).toBe("【晋岗通】11月5日，临泉镇的工作人员为您登记了求职信息。求职不收任何费用。不是您同意的，请告诉村里或拨打 12333。");
    expect(registeredSms({ ...fact, outcome: "UNCHANGED" })).toContain("记下了您的求职授权");
  });

  it("warns the old number when the telephone was changed", () => {
    expect(registeredSms({ ...fact, outcome: "CHANGED", phoneChanged: true })).toContain("登记的手机号已换成别的号码");
    expect(registeredSms({ ...fact, outcome: "CHANGED" })).not.toContain("手机号");
  });
});
