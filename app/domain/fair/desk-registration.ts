import type { Reach } from "../person/registration.ts";
import { countyOf, isOverseas, provinceOf } from "../region/codes.ts";

/** How far somebody goes who takes a post: the nearest reach that holds its place. */
export function reachTo(homeCode: string, workCounty: string): Reach {
  if (isOverseas(workCounty)) return "ABROAD";
  const home = countyOf(homeCode);
  return home === countyOf(workCounty) ? "COUNTY" : provinceOf(home) === provinceOf(workCounty) ? "PROVINCE" : "COUNTRY";
}

/** A registration at a desk: what was read from the identity card, and as a wish what the post at hand offers. */
export function deskRegistration(typed: Record<string, unknown>, post: { occupationCode: string | null; countyCode: string }): Record<string, unknown> {
  const { entryKey, name, idNumber, phone, homeRegionCode, consent } = typed;
  return {
    entryKey, name, idNumber, phone, homeRegionCode, enteredAt: null, occupationCodes: post.occupationCode === null ? [] : [post.occupationCode], ownWords: null, reach: reachTo(String(homeRegionCode ?? ""), post.countyCode), leastPay: 0, needsHousing: "",
    consents: consent === "on" ? ["SERVICE"] : [], consentHow: "AGENT", sheetNumber: null, take: [], version: null,
  };
}
