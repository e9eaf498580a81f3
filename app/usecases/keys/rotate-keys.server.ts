import { setTimeout as sleep } from "node:timers/promises";
import { writeAudit } from "#app/data/audit.server.ts";
import { activateKey, announceKey, dropOldClaims, finishMaster, markSwept, retireKey } from "#app/data/keys/generations.server.ts";
import { countGeneration, sweepAll } from "#app/data/keys/sweep.server.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import { withLock } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { CipherName } from "#app/platform/keys/ciphers.server.ts";
import type { KeyUse } from "#app/platform/keys/ring.ts";
import { hashOf } from "#app/platform/keys/store.server.ts";

export interface RotateOptions {
  cipher: CipherName;
  /** the blind index as well */
  index: boolean;
  /** what every process takes to hear of a new key, with room to spare */
  announceSeconds: number;
  onProgress?: (step: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

export interface Rotated {
  /** a rotation that had been begun before was brought to its end */
  resumed: boolean;
  data: { generation: number; algorithm: string };
  index: { generation: number; algorithm: string };
  /** rows written anew, by table */
  changed: Record<string, number>;
  /** rows whose new index another row holds */
  conflicts: number;
  passes: number;
  retired: string[];
  /** rows by column that hold an earlier generation and cannot be written anew: their plain text is not kept. It is still asked for */
  kept: Record<string, number>;
  seconds: number;
}

const MOST_PASSES = 20;

/**
 * Brings in a new generation of keys while everything runs: announced first, then written by all, then everything older is written anew and
 * the old generation retired. Killed at any moment, the same command goes on; writers meanwhile win.
 */
export function rotateKeys(deps: Deps, options: RotateOptions): Promise<Result<Rotated>> {
  return withLock(deps.pool, "rotate-keys", () => rotate(deps, options));
}

async function rotate(deps: Deps, { cipher, index, announceSeconds, onProgress = () => undefined, signal }: RotateOptions): Promise<Result<Rotated>> {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 100) / 10;
  if ((await finishMaster(deps)).waiting) return refuse("master-change-unfinished");
  await deps.keys.reload();
  const wait = () => sleep(announceSeconds * 1_000, undefined, { signal });
  const begun = await unfinished(deps);
  const uses = begun.length > 0 ? [] : index ? (["DATA", "INDEX"] as const) : (["DATA"] as const);
  for (const use of uses) await announceKey(deps, use, use === "DATA" ? cipher : hashOf(cipher));
  const pending = await generationsIn(deps, "PENDING");
  if (pending.length > 0) {
    await deps.keys.reload();
    await wait();
    for (const { use, generation } of pending) await activateKey(deps, use, generation);
  }
  await deps.keys.reload();

  const changed: Record<string, number> = {};
  let passes = 0;
  let conflicts = 0;
  const sweep = async () => {
    passes += 1;
    let all = 0;
    conflicts = 0;
    for (const one of await sweepAll(deps, onProgress, signal)) {
      all += one.changed;
      conflicts += one.conflicts;
      if (one.changed > 0) changed[one.table] = (changed[one.table] ?? 0) + one.changed;
    }
    return all;
  };
  // whoever had not yet heard of the new key when it was first written has by now
  await sweep();
  if ((await generationsIn(deps, "RETIRING")).length > 0) await wait();
  while ((await sweep()) > 0) if (passes >= MOST_PASSES) return refuse("keys-still-written");
  await markSwept(deps);

  const retired: string[] = [];
  const kept: Record<string, number> = {};
  for (const { use, generation, algorithm } of await generationsIn(deps, "RETIRING")) {
    const left = await countGeneration(deps, use, { generation, algorithm });
    for (const [column, count] of Object.entries(left)) kept[column] = (kept[column] ?? 0) + count;
    if (Object.keys(left).length > 0) continue;
    await retireKey(deps, use, generation);
    retired.push(`${use} ${generation}`);
  }
  await dropOldClaims(deps, announceSeconds * 1_000);
  await deps.keys.reload();
  const active = (use: KeyUse) => {
    const { generation, algorithm } = deps.keys.view[use === "DATA" ? "data" : "index"].find(({ state }) => state === "ACTIVE")!;
    return { generation, algorithm };
  };
  const rotated: Rotated = { resumed: begun.length > 0, data: active("DATA"), index: active("INDEX"), changed, conflicts, passes, retired, kept, seconds: seconds() };
  await writeAudit(deps, systemActor("rotate-keys"), { action: "rotate-keys", subjectType: "key-ring", subjectId: `data ${rotated.data.generation}, index ${rotated.index.generation}`, outcome: "ok" });
  return ok(rotated);
}

async function generationsIn({ keys }: Pick<Deps, "keys">, state: "PENDING" | "RETIRING") {
  await keys.reload();
  return [...keys.view.data.map((key) => ({ use: "DATA" as KeyUse, ...key })), ...keys.view.index.map((key) => ({ use: "INDEX" as KeyUse, ...key }))].filter((key) => key.state === state);
}

/** What an earlier run began and did not end. */
async function unfinished(deps: Pick<Deps, "pool" | "keys">): Promise<number[]> {
  const [rows] = await deps.pool.query("SELECT generation FROM data_key WHERE state = 'PENDING' OR (state = 'RETIRING' AND sweptAt IS NULL)");
  return (rows as { generation: number }[]).map(({ generation }) => generation);
}
