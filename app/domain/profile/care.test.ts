import { expect, it } from "vitest";
import { careText, parseCare } from "./care.ts";

it("who needs care reads back as it was said, once each", () => {
  expect(parseCare(careText(["ILL", "SMALL_CHILD", "ILL"]))).toEqual({ kinds: ["SMALL_CHILD", "ILL"] });
  expect(parseCare(careText([]))).toEqual({ kinds: [] });
});

it("other text is no care", () => {
  for (const text of ["", "{}", '{"kinds":["PET"]}', "null"]) expect(() => parseCare(text)).toThrow();
});
