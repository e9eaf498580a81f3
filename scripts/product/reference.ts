import type { RowDataPacket } from "mysql2/promise";
import type { Deps } from "#app/platform/deps.server.ts";
import type { OnProgress } from "../progress.ts";

async function isLoaded(deps: Deps): Promise<boolean> {
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT EXISTS (SELECT 1 FROM region) AND EXISTS (SELECT 1 FROM occupation) AND EXISTS (SELECT 1 FROM craft) AS loaded");
  return Number(rows[0]?.loaded) === 1;
}

/**
 * Regions, occupations, policy numbers: what every installation needs before anything else. `renew` also brings in
 * what a newer version of the project changed in them; rows an officer may have changed stay.
 */
export async function ensureReference(deps: Deps, onProgress: OnProgress, { renew }: { renew: boolean }): Promise<boolean> {
  if (!renew && (await isLoaded(deps))) return false;
  // Read only when wanted: the lists are large, and most commands find them loaded.
  const { loadReference } = await import("#prisma/seed/reference.ts");
  await loadReference(deps, (step, done, total) => onProgress(`基础数据 Reference data: ${step}`, done, total));
  return true;
}
