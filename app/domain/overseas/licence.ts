import { type Day, isInRange } from "../dates.ts";

export const LICENCE_STATES = ["IN_FORCE", "SUSPENDED", "REVOKED", "EXPIRED"] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** What province officers do to a licence; EXPIRED is the calendar's. */
export const LICENCE_ACTS = {
  SUSPENDED: { from: ["IN_FORCE"], to: "SUSPENDED" },
  LIFTED: { from: ["SUSPENDED"], to: "IN_FORCE" },
  REVOKED: { from: ["IN_FORCE", "SUSPENDED"], to: "REVOKED" },
  EXTENDED: { from: ["IN_FORCE", "EXPIRED"], to: "IN_FORCE" },
} as const satisfies Record<string, { from: readonly LicenceState[]; to: LicenceState }>;
export type LicenceAct = keyof typeof LICENCE_ACTS;

/** A licence for 对外劳务合作, in force on [validFrom, validUntil) while its state is IN_FORCE. */
export interface Licence {
  id: string;
  destinations: readonly string[];
  validFrom: Day;
  validUntil: Day;
  state: LicenceState;
}

export type LicenceProblem = "overseas-unlicensed" | "overseas-licence-stopped" | "overseas-licence-destination" | "overseas-licence-window";

/** Whether a licence carries a post to a destination that is open for applications on [from, until), and if not, why. Source: 对外劳务合作管理条例 (国务院令第620号). */
export function licenceProblem(licence: Licence, { destination, from, until }: { destination: string; from: Day; until: Day }): LicenceProblem | null {
  if (licence.state === "EXPIRED" || !isInRange(from, licence.validFrom, licence.validUntil)) return "overseas-unlicensed";
  if (licence.state !== "IN_FORCE") return "overseas-licence-stopped";
  if (!licence.destinations.includes(destination)) return "overseas-licence-destination";
  return until > licence.validUntil ? "overseas-licence-window" : null;
}

const NEAREST: readonly LicenceProblem[] = ["overseas-licence-window", "overseas-licence-destination", "overseas-licence-stopped", "overseas-unlicensed"];

/** The licence of a company that carries the post, or what stands in the way of the one that comes nearest. */
export function findLicence<L extends Licence>(licences: readonly L[], post: { destination: string; from: Day; until: Day }): { licence: L } | { problem: LicenceProblem; licence: L | null } {
  const judged = licences.map((licence) => ({ licence, problem: licenceProblem(licence, post) }));
  const fit = judged.find((one) => one.problem === null);
  if (fit) return { licence: fit.licence };
  const [nearest] = judged.sort((a, b) => NEAREST.indexOf(a.problem!) - NEAREST.indexOf(b.problem!));
  return { problem: nearest?.problem ?? "overseas-unlicensed", licence: nearest?.licence ?? null };
}
