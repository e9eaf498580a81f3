import { expect, it } from "vitest";
import { sharedWork } from "./shared-work.ts";

it("does once what is asked for while it runs, and anew afterwards; also after a failure", async () => {
  const owner = {};
  let calls = 0;
  let fail = false;
  const work = async () => {
    calls += 1;
    const nth = calls;
    await Promise.resolve();
    if (fail) throw new Error(`${nth}`);
    return nth;
  };
  expect(await Promise.all([sharedWork(owner, "a", work), sharedWork(owner, "a", work), sharedWork(owner, "b", work), sharedWork({}, "a", work)])).toEqual([1, 1, 2, 3]);
  fail = true;
  expect(await Promise.allSettled([sharedWork(owner, "a", work), sharedWork(owner, "a", work)])).toMatchObject([{ reason: { message: "4" } }, { reason: { message: "4" } }]);
  fail = false;
  expect(await sharedWork(owner, "a", work)).toBe(5);
});
