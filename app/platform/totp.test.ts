import { describe, expect, it } from "vitest";
import { base32, codeOfStep, enrolmentAddress, stepAt, stepOfCode } from "./totp.server.ts";

const secret = Buffer.from("12345678901234567890");

describe("a code of a generator", () => {
  it.each([
    [0, "755224"], [1, "287082"], [2, "359152"], [3, "969429"], [4, "338314"], [5, "254676"], [6, "287922"], [7, "162583"], [8, "399871"], [9, "520489"],
  ])("of counter %i is the one of RFC 4226, appendix D", (counter, code) => {
    expect(codeOfStep(secret, counter)).toBe(code);
  });

  it.each([
    [59, "94287082"], [1_111_111_109, "07081804"], [1_111_111_111, "14050471"], [1_234_567_890, "89005924"], [2_000_000_000, "69279037"], [20_000_000_000, "65353130"],
  ])("at second %i is the one of RFC 6238, appendix B", (seconds, code) => {
    expect(codeOfStep(secret, stepAt(new Date(seconds * 1_000)), 8)).toBe(code);
  });

  it("is right one step early or late, and no further", () => {
    const at = new Date(1_111_111_111_000);
    const now = stepAt(at);
    expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeOfStep(secret, now + off), at))).toEqual([null, now - 1, now, now + 1, null]);
  });
});

describe("a secret for typing", () => {
  it.each([["", ""], ["f", "MY"], ["fo", "MZXQ"], ["foo", "MZXW6"], ["foob", "MZXW6YQ"], ["fooba", "MZXW6YTB"], ["foobar", "MZXW6YTBOI"]])("of %j is %s, as in RFC 4648 without padding", (text, letters) => {
    expect(base32(Buffer.from(text))).toBe(letters);
  });

  it("stands in the address that the QR code says, with whose it is", () => {
    const address = new URL(enrolmentAddress("晋岗通", "county officer", secret));
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual(["otpauth:", "totp", "/晋岗通:county officer"]);
    expect(Object.fromEntries(address.searchParams)).toEqual({ secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", issuer: "晋岗通" });
  });
});
