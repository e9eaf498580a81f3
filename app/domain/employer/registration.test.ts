import { describe, expect, it } from "vitest";
import { makeCreditCode } from "./credit-code.ts";
import { registrationSchema } from "./registration.ts";
import { recheckDay, recheckState, supervisingRegion } from "./supervision.ts";

const filled = {
  name: "吕梁𠮷祥机械有限公司", creditCode: makeCreditCode("999999", 7), kind: "OWN_RECRUITING", licenceNumber: "", regionCode: "141124", contact: "高㛃",
  phone: "139 1234-5678", password: "a long enough one",
};
const faults = (changed: Record<string, unknown>) => {
  const result = registrationSchema.safeParse({ ...filled, ...changed });
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
};

describe("an employer's registration", () => {
  it("is read from a form, rare characters and all, the phone without its blanks", () => {
    expect(registrationSchema.parse({ ...filled, creditCode: ` ${filled.creditCode.toLowerCase()} ` })).toEqual({ ...filled, phone: "13912345678" });
  });

  it.each([
    [{ creditCode: "91350100M000100Y44" }, "creditCode: credit-code-checksum"],
    [{ creditCode: "9135" }, "creditCode: credit-code-length"],
    [{ creditCode: "" }, "creditCode: required"],
    [{ name: " 厂 " }, "name: name-short"],
    [{ name: "长".repeat(121) }, "name: too-long"],
    [{ name: "x".repeat(10_000_000) }, "name: too-long"],
    [{ name: undefined }, "name: required"],
    [{ kind: "SOMETHING" }, "kind: required"],
    [{ kind: "COMMERCIAL_AGENCY" }, "licenceNumber: licence-needed"],
    [{ regionCode: "'; DROP TABLE employer; --" }, "regionCode: region-needed"],
    [{ phone: "12345" }, "phone: phone-form"],
    [{ password: "123456789" }, "password: password-short"],
    [{ password: `x${filled.creditCode.toLowerCase()}` }, "password: password-guessable"],
    [{ password: "my13912345678" }, "password: password-guessable"],
  ])("is refused with %j: %s", (changed, fault) => expect(faults(changed)).toContain(fault));

  it("counts 120 characters, not code units", () => expect(faults({ name: "𠮷".repeat(120) })).toEqual([]));

  it("drops what can't be seen from a name", () => {
    expect(registrationSchema.parse({ ...filled, name: "晋\u202e恒\u0000机械" }).name).toBe("晋恒机械");
  });
});

describe("who looks after an employer", () => {
  it.each([["141124", "141124"], ["140000", "140000"], ["110000", "140000"], ["JP0000", "140000"], [null, "140000"]])("of %s: the bureau of %s", (region, bureau) => {
    expect(supervisingRegion(region)).toBe(bureau);
  });
});

describe("the next look at an employer", () => {
  it.each([["2026-01-15", "2026-07-15"], ["2026-08-31", "2027-02-28"], ["2027-08-31", "2028-02-29"], ["2026-11-24", "2027-05-24"]])("after %s is due by %s, six months on", (on, by) => {
    expect(recheckDay(on, 6)).toBe(by);
  });

  it("is announced 30 days ahead, in time on its day and overdue after it", () => {
    expect(["2026-12-25", "2026-12-24", "2026-11-24", "2026-11-23"].map((by) => recheckState(by, "2026-11-24"))).toEqual(["fresh", "due-soon", "due-soon", "overdue"]);
    expect(recheckState(null, "2026-11-24")).toBe("fresh");
  });
});
