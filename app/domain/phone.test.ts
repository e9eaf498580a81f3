import { describe, expect, it } from "vitest";
import { mobilePhone } from "./phone.ts";

describe("a mobile number", () => {
  it.each(["13800000000", "138 0000 0000", "+86 138-0000-0000", "１３８００００００００"])("is read from %s", (text) => {
    expect(mobilePhone.parse(text)).toBe("13800000000");
  });

  it.each([["", "required"], ["1380000000", "mobile-form"], ["12800000000", "mobile-form"], ["035112345678", "mobile-form"], ["1380000000a", "mobile-form"]])("is not %j: %s", (text, code) => {
    expect(mobilePhone.safeParse(text).error?.issues[0]?.message).toBe(code);
  });
});
