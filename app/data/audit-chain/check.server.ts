import type { RowDataPacket } from "mysql2";
import { AUDIT_CHECK, auditCheckDue } from "#app/domain/jobs/schedule.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordRun } from "../scheduled-runs.server.ts";
import { readWitness } from "./seal.server.ts";
import { verifyAudit } from "./verify.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "crypto" | "clock" | "redis" | "env" | "newId" | "logger">;

/** What a check of the chain said. `head`: number and hash up to which all is as it was sealed. */
export interface ChainCheck {
  checkedAt: Date;
  head: string | null;
  /** entries that this check went through; those before were gone through by earlier ones */
  entries: number;
  flaws: number;
}

/** The last check that came to its end, and the last one that found nothing. */
export async function readChainChecks(pool: Deps["pool"]): Promise<{ last: ChainCheck | null; lastGood: ChainCheck | null }> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT startedAt, counts FROM scheduled_run WHERE name = ? AND endedAt IS NOT NULL AND failure IS NULL ORDER BY startedAt DESC LIMIT 60", [AUDIT_CHECK]);
  const checks = rows.map((row) => ({ ...(readJson(row.counts) as Omit<ChainCheck, "checkedAt">), checkedAt: row.startedAt as Date }));
  return { last: checks[0] ?? null, lastGood: checks.find((one) => one.flaws === 0) ?? null };
}

/**
 * Once a day goes through what was sealed since the last check that found nothing, and says how many flaws there are; null when today's is done. As
 * long as one stays every check begins before it. What was changed before an earlier check is `npm run audit:verify`'s to find, which goes through all.
 */
export async function checkChain(deps: Needs): Promise<number | null> {
  const { last, lastGood } = await readChainChecks(deps.pool);
  if (last !== null && last.checkedAt >= auditCheckDue(deps.clock.now())) return null;
  const check = await recordRun(deps, AUDIT_CHECK, async () => {
    const verdict = await verifyAudit(deps, { from: readWitness(lastGood?.head ?? null) });
    // what waits for its seal is no sign of a hand in it, and has an alert of its own
    return { head: verdict.head, entries: verdict.sealed, flaws: verdict.flaws.filter(({ kind }) => kind !== "unsealed").length + verdict.moreFlaws };
  });
  if (check.flaws > 0) deps.logger.error({ count: check.flaws, detail: check.head ?? "-" }, "the audit's chain has flaws: npm run audit:verify");
  return check.flaws;
}
