import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { buildWeb } from "#scripts/product/build.ts";
import { createProgress } from "#scripts/progress.ts";
import { projectRoot } from "#scripts/stack/folders.ts";
import { findFreePort } from "#scripts/stack/ports.ts";

export interface WebProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** The production build of the web alone, on a port of its own: what a measurement asks. */
export async function startWeb(source: Record<string, string>, nodeFlags: readonly string[] = []): Promise<WebProcess> {
  const folder = await buildWeb(createProgress({ silent: true }), () => undefined);
  const port = await findFreePort();
  const env: NodeJS.ProcessEnv = { ...process.env, ...source, NODE_ENV: "production", BUILD_DIR: folder, HOST: "127.0.0.1", PORT: String(port), LOG_LEVEL: "info" };
  const child = spawn(process.execPath, [...nodeFlags, "--import", "tsx", "app/server.ts"], { cwd: projectRoot, env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    process.off("exit", endWithUs);
  };
  for (const deadline = Date.now() + READY_WITHIN_MS; ; await sleep(100)) {
    if (await fetch(`${url}/healthz`).then((reply) => reply.ok, () => false)) return { url, pid: child.pid ?? 0, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the web did not answer on ${url}`);
    }
  }
}
