import { setTimeout as sleep } from "node:timers/promises";
import { sealAudit } from "#app/data/audit-chain/seal.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** So long an entry of the audit can stand outside of the chain. */
const EVERY_MS = 5_000;

/** Puts new entries of the audit into its chain until it is stopped. */
export function startSealing(deps: Deps): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await sealAudit(deps).catch((error: unknown) => deps.logger.warn({ error }, "audit not sealed"));
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
