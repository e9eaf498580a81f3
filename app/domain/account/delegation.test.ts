import { describe, expect, it } from "vitest";
import { allowsAct, mayOpenWhileActing, readActs, standingOf, termsSchema, wordsNamed } from "./delegation.ts";

const now = new Date("2026-11-25T02:00:00Z");
const day = 86_400_000;
const terms = { acts: ["ANSWER"] as const, validFrom: new Date(now.getTime() - day), validUntil: new Date(now.getTime() + day), acceptedAt: now, withdrawnAt: null };

describe("a consent", () => {
  it.each([
    ["accepted and within its time", {}, "STANDS"], ["not accepted", { acceptedAt: null }, "OFFERED"], ["before its time", { validFrom: new Date(now.getTime() + 1) }, "OFFERED"],
    ["at its end", { validUntil: now }, "EXPIRED"], ["withdrawn", { withdrawnAt: now }, "WITHDRAWN"], ["withdrawn and past its end", { withdrawnAt: now, validUntil: now }, "WITHDRAWN"],
  ] as const)("%s: %s", (_what, change, standing) => {
    expect(standingOf({ ...terms, ...change }, now)).toBe(standing);
  });

  it("covers the kinds that were granted, while it stands, and no other", () => {
    expect(allowsAct(terms, "ANSWER", now)).toBe(true);
    expect(allowsAct(terms, "WISH", now)).toBe(false);
    expect(allowsAct({ ...terms, withdrawnAt: now }, "ANSWER", now)).toBe(false);
    expect(allowsAct({ ...terms, acceptedAt: null }, "ANSWER", now)).toBe(false);
  });

  it.each([[["WISH", "PASSWORD"], ["WISH"]], ["ANSWER", []], [null, []], [[], []], [{ 0: "WISH" }, []]])("stored as %j allows %j", (stored, acts) => {
    expect(readActs(stored)).toEqual(acts);
  });
});

it.each([["2026-11-26T15:59:59.999Z", "2026-11-27", false], ["2026-11-26T16:00:00Z", "2026-11-27", true], ["2020-01-01T00:00:00Z", undefined, true]])("a consent of %s was given to words that name an act since %s: %s", (at, since, named) => {
  expect(wordsNamed(new Date(at), since)).toBe(named);
});

describe("the terms in a form", () => {
  it("are one kind of act or more, and a number of days that is offered", () => {
    expect(termsSchema.parse({ acts: "WISH", days: "90" })).toEqual({ acts: ["WISH"], days: 90 });
    expect(termsSchema.safeParse({ acts: [], days: "90" }).error?.issues[0]?.message).toBe("acts-needed");
    expect(termsSchema.safeParse({ acts: ["EVERYTHING"], days: "90" }).success).toBe(false);
    for (const days of ["0", "-1", "36500", "1e9", ""]) expect(termsSchema.safeParse({ acts: ["WISH"], days }).success).toBe(false);
  });
});

describe("while acting for somebody", () => {
  it.each(["/me", "/me/", "/me/matches", "/me/wish", "/me/invitations", "/me/placements/01K00000000000000000000000", "/jobs/01K00000000000000000000000", "/matches/why", "/acting", "/acting/consent", "/training", "/training/01K00000000000000000000000", "/me/training", "/me/training/invitations", "/brands/01K00000000000000000000000", "/me/brands"])("%s is open", (path) => {
    expect(mayOpenWhileActing(path)).toBe(true);
  });

  it.each(["/me/account", "/me/helpers", "/me/consents", "/me/data", "/me/delete", "/me/certificates", "/me/notices", "/me/searches", "/employer", "/bureau/reports", "/me/wishes", "/jobsx", "/brands/01K00000000000000000000000/health", "/training/new", "/me/brands/x", "/me/placements/../account"])("%s is the person's own", (path) => {
    expect(mayOpenWhileActing(path)).toBe(false);
  });
});
