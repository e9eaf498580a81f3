import type { Stack } from "../stack/index.ts";
import { sleep } from "../stack/processes.mjs";
import { Supervised } from "./supervise.ts";

const READY_WITHIN_MS = 60_000;
const DEATHS_BEFORE_GIVING_UP = 3;

export interface Product {
  url: string;
  web: Supervised;
  workers: readonly Supervised[];
  stop(): Promise<void>;
}

export interface ProductOptions {
  stack: Pick<Stack, "folders" | "adopt">;
  env: Record<string, string | undefined>;
  host: string;
  port: number;
  note(line: string): void;
  /** worker processes; one unless named */
  workers?: number;
  /** Ends the wait for the first answer. */
  signal?: AbortSignal;
}

/** What /healthz says; pages alone can be served before the workers are there, so its word counts, not its code. */
async function healthOf(url: string): Promise<string> {
  try {
    const reply = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
    const { status, checks } = (await reply.json()) as { status: string; checks: Record<string, { ok: boolean }> };
    const away = Object.entries(checks).filter(([, check]) => !check.ok).map(([name]) => name);
    return reply.ok && status === "ok" ? "ok" : `${status}: ${away.join(", ")}`;
  } catch {
    return "no answer";
  }
}

/** Starts web and workers and waits until the web answers that everything it depends on is well. */
export async function startProduct({ stack, env, host, port, note, workers: count = 1, signal }: ProductOptions): Promise<Product> {
  const url = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
  const options = { folders: stack.folders, adopt: stack.adopt, note };
  const settings = { ...env, NODE_ENV: "production", HOST: host, PORT: String(port) };
  const web = new Supervised({ name: "web", label: "web", script: "app/server.ts", env: settings }, options);
  const workers = Array.from({ length: count }, (_, at) => new Supervised({ name: at === 0 ? "workers" : `workers-${at + 1}`, label: "workers", script: "workers/main.ts", env: settings }, options));
  const programs = [web, ...workers];
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()));
  };
  const deadline = Date.now() + READY_WITHIN_MS;
  for (let health = await healthOf(url); health !== "ok" && !signal?.aborted; health = await healthOf(url)) {
    const broken = programs.find((program) => program.deaths >= DEATHS_BEFORE_GIVING_UP);
    if (broken || Date.now() > deadline) {
      await stop();
      const shown = broken ?? web;
      throw new Error(`${url}/healthz: ${health}. The end of ${shown.logPath}:\n${shown.lastLines()}`);
    }
    await sleep(100);
  }
  return { url, web, workers, stop };
}
