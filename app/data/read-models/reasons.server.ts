import type { Reason } from "#app/domain/matching/facts.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import { brandNames, type Name, occupationNames } from "./names.server.ts";

/** A reason with the names its codes stand for, so that a page can put it into a sentence. */
export interface NamedReason extends Reason {
  names?: Record<string, Name>;
}

/** Reasons that tell of a household's hardship are the person's own and the bureau's, never an employer's. */
const PRIVATE_REASONS: readonly string[] = ["monitored-first", "stream-eligible", "welfare-last-resort"];

export function readReasons(column: unknown): Reason[] {
  return readJson(column) as Reason[];
}

/** What a reason tells that an employer has no part in: the least pay that the person would take. */
const PRIVATE_PARAMS: readonly string[] = ["wishFen"];

/** Fills in names for several lists at once; for an employer's eyes, private reasons and figures are left out. */
export async function nameReasons(pool: Pool, lists: readonly (readonly Reason[])[], eyes: "own" | "employer"): Promise<NamedReason[][]> {
  const shown = lists.map((list) => (eyes === "own" ? list : list.filter((one) => !PRIVATE_REASONS.includes(one.code)).map(withoutPrivateParams)));
  const all = shown.flat();
  const [occupations, brands] = await Promise.all([
    occupationNames(pool, all.map((one) => textParam(one, "occupation"))),
    brandNames(pool, all.map((one) => textParam(one, "brand"))),
  ]);
  return shown.map((list) =>
    list.map((one) => {
      const occupation = occupations.get(textParam(one, "occupation") ?? "");
      const brand = brands.get(textParam(one, "brand") ?? "");
      return { ...one, names: { ...(occupation ? { occupation } : {}), ...(brand ? { brand } : {}) } };
    }),
  );
}

function withoutPrivateParams(reason: Reason): Reason {
  if (reason.params === undefined) return reason;
  return { ...reason, params: Object.fromEntries(Object.entries(reason.params).filter(([key]) => !PRIVATE_PARAMS.includes(key))) };
}

function textParam(reason: Reason, key: string): string | null {
  const value = reason.params?.[key];
  return typeof value === "string" ? value : null;
}
