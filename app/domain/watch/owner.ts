import { scopePrefix } from "../region/codes.ts";

/** An account that acts for a home. */
export interface Desk {
  id: string;
  role: "OFFICER" | "AGENT";
  regionCode: string;
}

/**
 * Whose case it is when it opens: the desk nearest to the home, an officer before an agent where both sit in the same place, and of
 * equals the one with fewest open cases. Null only while nobody acts for the home.
 */
export function chooseOwner<D extends Desk>(desks: readonly D[], openCases: ReadonlyMap<string, number>): D | null {
  const order = (a: D, b: D) =>
    scopePrefix(b.regionCode).length - scopePrefix(a.regionCode).length || (a.role === b.role ? 0 : a.role === "OFFICER" ? -1 : 1) ||
    (openCases.get(a.id) ?? 0) - (openCases.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1);
  return desks.length === 0 ? null : desks.reduce((best, one) => (order(one, best) < 0 ? one : best));
}
