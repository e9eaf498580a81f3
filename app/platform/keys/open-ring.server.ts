import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "../database.server.ts";
import { EnvironmentError } from "../environment.server.ts";
import type { Logger } from "../logger.server.ts";
import type { KeyRing } from "./ring.ts";
import { type KeySettings, readRing } from "./store.server.ts";

const DATABASE_MAY_START_MS = 20_000;
const TRY_AGAIN_MS = 500;
const NOT_THERE_YET = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "PROTOCOL_CONNECTION_LOST", "ER_SERVER_SHUTDOWN", "ENOENT", "ENOTFOUND", "EAI_AGAIN"]);

export interface OpenRing extends KeyRing {
  reload(): Promise<void>;
  close(): void;
}

/** The ring of the database, read again every few seconds so that announced keys are known before anybody writes with them. */
export async function openKeyRing(pool: Pool, env: KeySettings & { KEY_RELOAD_SECONDS: number }, logger: Logger): Promise<OpenRing> {
  const ring: OpenRing = { view: await firstView(pool, env), reload, missed, close };
  let under: Promise<void> | null = null;
  function reload(): Promise<void> {
    under ??= readRing(pool, env).then((view) => {
      if (!sameKeys(view, ring.view)) ring.view = view;
    }).finally(() => (under = null));
    return under;
  }
  function quietly(): void {
    reload().catch((error: unknown) => logger.warn({ error }, "key ring not read"));
  }
  function missed(generation: number): void {
    logger.warn({ detail: `generation ${generation}` }, "unknown key, reading the ring again");
    quietly();
  }
  const timer = setInterval(quietly, env.KEY_RELOAD_SECONDS * 1_000);
  timer.unref();
  function close(): void {
    clearInterval(timer);
  }
  return ring;
}

async function firstView(pool: Pool, env: KeySettings) {
  const until = Date.now() + DATABASE_MAY_START_MS;
  for (;;) {
    try {
      return await readRing(pool, env);
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      if (error instanceof EnvironmentError || !NOT_THERE_YET.has(code) || Date.now() > until) throw error;
      await sleep(TRY_AGAIN_MS);
    }
  }
}

const shape = (view: KeyRing["view"]) => JSON.stringify([view.data, view.index].map((keys) => keys.map(({ generation, state }) => [generation, state])));
const sameKeys = (a: KeyRing["view"], b: KeyRing["view"]) => shape(a) === shape(b);
