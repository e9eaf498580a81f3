import { expect, it } from "vitest";
import { csvText } from "./csv.ts";

it("quotes what would break a row, keeps numbers bare, and never lets a name run as a formula", () => {
  expect(csvText([["临县", -3, 'a "b", c', "=1+1"]])).toBe('\uFEFF临县,-3,"a ""b"", c",\'=1+1\r\n');
});
