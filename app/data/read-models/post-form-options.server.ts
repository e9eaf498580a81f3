import type { Deps } from "#app/platform/deps.server.ts";
import { readBrandOptions, readOccupationOptions, readRegionOptions } from "./options.server.ts";

/** Everything the post form lets one choose from. */
export async function readPostFormOptions(deps: Pick<Deps, "pool">) {
  const [regions, occupations, brands] = await Promise.all([readRegionOptions(deps.pool), readOccupationOptions(deps.pool), readBrandOptions(deps.pool)]);
  return { regions, occupations, brands };
}
