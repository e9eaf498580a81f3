import { describe, expect, it } from "vitest";
import { noteTyped, rememberTyped, typedFields } from "./typed-form.server.ts";

/** What is known in a request after it sent these fields. */
const known = (...sent: [string, string | Blob][]) => new Promise<[string, string][]>((resolve) => {
  rememberTyped({} as never, {} as never, () => {
    const form = new FormData();
    for (const [name, value] of sent) form.append(name, value);
    noteTyped(form);
    setImmediate(() => resolve(typedFields()));
  });
});

describe("what was typed", () => {
  it("is known until its request is answered, each of a name that came several times, and in no other request", async () => {
    const [one, other] = await Promise.all([known(["occupationCodes", "6-18-02-04"], ["occupationCodes", "6-18-02-05"], ["homeRegionCode", "141124100"]), known(["reason", "𠮷㛃"])]);
    expect(one).toEqual([["occupationCodes", "6-18-02-04"], ["occupationCodes", "6-18-02-05"], ["homeRegionCode", "141124100"]]);
    expect(other).toEqual([["reason", "𠮷㛃"]]);
    expect(typedFields()).toEqual([]);
  });

  it("is never a password, a code that opens something, or a file", async () => {
    expect(await known(["username", "a"], ["password", "x"], ["currentPassword", "x"], ["code", "123456"], ["ticket", "x"], ["file", new Blob(["x"])])).toEqual([["username", "a"]]);
  });

  it("is left out when it is too long for a page", async () => {
    expect(await known(["text", "长".repeat(60_001)])).toEqual([]);
  });
});
