import { describe, expect, it } from "vitest";
import { ok, refuse } from "#app/domain/result.ts";
import { systemActor } from "../actor.ts";
import { formValues, found, orNotFound, ownPath, readForm, requireActor } from "./guards.server.ts";

const request = new Request("http://x/me/matches?page=2");
const thrown = (run: () => unknown): Response => {
  try {
    run();
  } catch (error) {
    return error as Response;
  }
  throw new Error("nothing was thrown");
};

describe("a guarded page", () => {
  it("sends a guest to sign in and back to the same address", () => {
    const answer = thrown(() => requireActor({ actor: null, signedOut: false }, request, ["SEEKER"]));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/login?to=%2Fme%2Fmatches%3Fpage%3D2");
  });

  it("keeps whoever was signed out while they filled in a form on the page of a 401, and sends them to sign in when they only open a page", () => {
    const signedOut = { actor: null, signedOut: true };
    expect(thrown(() => requireActor(signedOut, new Request("http://x/me/wish", { method: "POST", body: new FormData() }), ["SEEKER"])).status).toBe(401);
    expect(thrown(() => requireActor(signedOut, request, ["SEEKER"])).status).toBe(302);
    expect(thrown(() => requireActor({ actor: null, signedOut: false }, new Request("http://x/me/wish", { method: "POST", body: new FormData() }), ["SEEKER"])).status).toBe(302);
  });

  it("refuses another role and lets the right one in", () => {
    const actor = systemActor("test");
    expect(thrown(() => requireActor({ actor, signedOut: false }, request, ["SEEKER"])).status).toBe(403);
    expect(requireActor({ actor, signedOut: false }, request, ["SYSTEM"])).toBe(actor);
  });

  it("for bureaus is shut to whoever has no region, and open with one; a page for everybody asks for none", () => {
    const officer = (regionCode: string | null) => ({ ...systemActor("test"), role: "OFFICER" as const, regionCode });
    expect(thrown(() => requireActor({ actor: officer(null), signedOut: false }, request, ["OFFICER", "ADMIN"])).status).toBe(403);
    expect(requireActor({ actor: officer("141124"), signedOut: false }, request, ["OFFICER", "ADMIN"]).regionCode).toBe("141124");
    expect(requireActor({ actor: officer(null), signedOut: false }, request, ["SEEKER", "EMPLOYER", "OFFICER"]).regionCode).toBeNull();
  });

  it("is not found when there is nothing to show", () => {
    expect(thrown(() => found(null)).status).toBe(404);
    expect(found(0)).toBe(0);
  });

  it("is not found when the use case doesn't find the record, or faults the field that names it; any other fault is shown on it", () => {
    expect(thrown(() => orNotFound(refuse("not-found"))).status).toBe(404);
    expect(thrown(() => orNotFound(refuse("invalid", { field: "classId" }), "enrolmentId", "classId")).status).toBe(404);
    for (const fine of [ok(1), refuse("day-needed", { field: "day" }), refuse("full"), refuse("invalid", { field: "classId" })]) expect(orNotFound(fine, "enrolmentId")).toBeUndefined();
  });
});

describe("where a sign-in leads", () => {
  it.each([["/jobs?q=a", "/jobs?q=a"], ["//evil.example", "/"], ["/\\evil.example", "/"], ["https://evil.example", "/"], ["/a\r\nSet-Cookie: b", "/"], ["/\t/evil.example", "/"], ["/a\u0000b", "/"], ["/\ud800", "/"], ["/jobs?q=焊工 a", "/jobs?q=%E7%84%8A%E5%B7%A5%20a"], ["/jobs?q=%E7%84%8A", "/jobs?q=%E7%84%8A"], [null, "/"]])("%s leads to %s", (given, leads) => {
    expect(ownPath(given, "/")).toBe(leads);
  });
});

describe("what is sent", () => {
  const post = (type: string, body: string) => readForm(new Request("http://x", { method: "POST", headers: { "content-type": type }, body }));

  it("is read when it is a form, and refused when it is none or broken", async () => {
    expect((await post("application/x-www-form-urlencoded", "a=1")).get("a")).toBe("1");
    for (const [type, body] of [["application/json", "{}"], ["text/plain", "a=1"], ["multipart/form-data", "a"], ["multipart/form-data; boundary=x", "--x\r\nbroken"]] as const) {
      expect(await post(type, body).catch((refused: Response) => refused.status)).toBe(400);
    }
  });
});

describe("a form of very many fields", () => {
  const named = (count: number) => readForm(new Request("http://x", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: Array.from({ length: count }, (_, at) => at.toString(36)).join("&") }));

  it("is refused beyond what any page sends, and read below it", async () => {
    expect(await named(200_000).catch((refused: Response) => refused.status)).toBe(400);
    expect(Object.keys(formValues(await named(10_000)))).toHaveLength(10_000);
  });

  it("keeps a name that every object has as any other", () => {
    const form = new FormData();
    for (const value of ["a", "b"]) form.append("__proto__", value);
    expect(Object.entries(formValues(form))).toEqual([["__proto__", ["a", "b"]]]);
    expect(Object.getPrototypeOf(formValues(form))).toBe(Object.prototype);
  });
});

describe("a form that comes back", () => {
  it("keeps lists as lists and leaves files out", () => {
    const form = new FormData();
    form.append("a", "1");
    form.append("b", "1");
    form.append("b", "2");
    form.append("c", new Blob(["x"]));
    expect(formValues(form)).toEqual({ a: "1", b: ["1", "2"], c: "" });
  });

  it("keeps a field named as the prototype a field like any other", () => {
    const form = new FormData();
    for (const value of ["1", "2"]) form.append("__proto__", value);
    const values = formValues(form);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(Object.keys(values)).toEqual(["__proto__"]);
  });
});
