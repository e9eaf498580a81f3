import { describe, expect, it } from "vitest";
import { allows, type ConsentRow, isRefusal, smsNeedsConsent } from "./consent.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour));
const row = (purpose: ConsentRow["purpose"], withdrawn?: number): ConsentRow => ({ purpose, givenAt: at(1), withdrawnAt: withdrawn === undefined ? null : at(withdrawn) });

describe("what a person allows", () => {
  it("stands until it is withdrawn, and again when it is given anew", () => {
    expect(allows([row("SERVICE"), row("EMPLOYERS")], "EMPLOYERS")).toBe(true);
    expect(allows([row("SERVICE"), row("EMPLOYERS", 2)], "EMPLOYERS")).toBe(false);
    expect(allows([row("SERVICE"), row("EMPLOYERS", 2), row("EMPLOYERS")], "EMPLOYERS")).toBe(true);
  });

  it("whoever was asked at registration allows nothing that they did not tick", () => {
    expect(allows([row("SERVICE")], "EMPLOYERS")).toBe(false);
    expect(allows([row("SERVICE")], "SMS")).toBe(false);
  });

  it("whoever came with a roster and was never asked is served as the bureau's duty is, except for what they refuse", () => {
    expect((["SERVICE", "EMPLOYERS", "SMS"] as const).map((one) => allows([], one))).toEqual([true, true, true]);
    const refused = [row("EMPLOYERS", 1)];
    expect((["SERVICE", "EMPLOYERS", "SMS"] as const).map((one) => allows(refused, one))).toEqual([true, false, true]);
    expect(isRefusal(refused[0]!)).toBe(true);
    expect(isRefusal(row("SMS", 2))).toBe(false);
  });

  it("somebody of a roster who refuses all of it is served with nothing", () => {
    const rows = [row("SERVICE", 1)];
    expect((["SERVICE", "EMPLOYERS", "SMS"] as const).some((one) => allows(rows, one))).toBe(false);
  });
});

it("receipts, codes and the word that all was deleted need no consent; alerts do", () => {
  expect(["receipt", "sign-in-code", "person-deleted"].some(smsNeedsConsent)).toBe(false);
  expect(["new-post", "match-proposed", "anything-new"].every(smsNeedsConsent)).toBe(true);
});
