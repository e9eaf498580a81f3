import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { licencesOf } from "../overseas/licences.server.ts";
import { readAgreedBrands } from "./brand-uses.server.ts";
import { readOccupationOptions, readRegionOptions } from "./options.server.ts";

/** Everything the post form lets one choose from. */
export async function readPostFormOptions(deps: Pick<Deps, "pool" | "db">, actor: Actor) {
  const [employer, regions, occupations, brands, licences] = await Promise.all([
    deps.db.employer.findUnique({ where: { id: actor.employerId ?? "" }, select: { kind: true } }),
    readRegionOptions(deps.pool), readOccupationOptions(deps.pool), readAgreedBrands(deps.pool, actor), licencesOf(deps.db, actor.employerId ?? "-"),
  ]);
  return { regions, occupations, brands, agency: employer?.kind === "COMMERCIAL_AGENCY", licences: licences.map(({ number, destinations, validUntil, state }) => ({ number, destinations, validUntil, state })) };
}
