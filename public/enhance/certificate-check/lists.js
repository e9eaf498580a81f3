// Keys, revoked certificates and names of trades, kept on this device: nobody's data.
import { openText } from "./verify.js";

const KEPT = "certificate-lists";
const PATIENCE_MS = 8_000;

/** @typedef {{ at: string, keys: import("./verify.js").PublicKey[], revoked: string[], signed: string | null, occupations: Record<string, string> }} Lists */

/** @returns {Lists | null} */
export function keptLists() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}

/** Newer lists from the net, kept; null without a net. A list whose signature does not fit is not kept. @param {string} address @param {string} library @returns {Promise<Lists | null>} */
export async function freshLists(address, library) {
  try {
    const reply = await fetch(address, { cache: "no-cache", credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!reply.ok) return null;
    /** @type {Lists} */
    const lists = await reply.json();
    if (lists.signed !== null && JSON.stringify(await openText(lists.signed, lists.keys, library)) !== JSON.stringify(["revoked", lists.at, lists.revoked])) return null;
    localStorage.setItem(KEPT, JSON.stringify(lists));
    return lists;
  } catch {
    return null;
  }
}
