import { describe, expect, it } from "vitest";
import { noteTyped, noteUnread, rememberTyped, typedFields } from "./typed-form.server.ts";

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

  it("is known of a form that the page refused unread, unless it is no form, a file was part of it, or it has more fields than any page of ours", async () => {
    const unread = (body: BodyInit) => new Promise<[string, string][]>((resolve) => {
      rememberTyped({} as never, {} as never, () => void noteUnread(new Request("http://x/", { method: "POST", body })).then(() => resolve(typedFields())));
    });
    expect(await unread(new URLSearchParams({ reason: "搬家", password: "x" }))).toEqual([["reason", "搬家"]]);
    const photo = new FormData();
    photo.append("number", "T123");
    photo.append("photo", new Blob(["x"]), "a.jpg");
    const swollen = new URLSearchParams(Array.from({ length: 10_001 }, (_, at) => [at.toString(36), ""]));
    expect([await unread(photo), await unread("{}"), await unread(swollen)]).toEqual([[], [], []]);
  });
});
