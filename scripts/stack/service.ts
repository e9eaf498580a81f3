import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, readFileSync } from "node:fs";
import { openLog, type Folders } from "./folders.ts";
import { identify, isAlive, sleep, type ProcessRef } from "./processes.mjs";

export interface ServicePlan {
  name: string;
  label: string;
  command: string;
  args: string[];
  argv0?: string;
  env?: Record<string, string>;
  /** Resolves true once the service answers. */
  ping(): Promise<boolean>;
  readyWithinMs: number;
}

export interface RunningService {
  plan: ServicePlan;
  ref: ProcessRef;
  child: ChildProcess;
  logPath: string;
}

const PATH_OF_SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

function lastLines(path: string, count = 12): string {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}

/** Starts one service in a session of its own, so that a Ctrl-C in the terminal does not reach it before its clients are done. */
export async function startService(
  plan: ServicePlan,
  folders: Folders,
  register: (ref: ProcessRef) => void,
): Promise<RunningService> {
  const log = openLog(folders, plan.name);
  const child = spawn(plan.command, plan.args, {
    cwd: folders.root,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    env: { PATH: PATH_OF_SYSTEM, HOME: folders.root, LANG: "C.UTF-8", ...plan.env } as unknown as NodeJS.ProcessEnv,
    ...(plan.argv0 ? { argv0: plan.argv0 } : {}),
  });
  closeSync(log.fd);
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  failed.catch(() => undefined);
  if (child.pid === undefined) return failed;
  const ref = identify(child.pid);
  register(ref);
  child.unref();
  const deadline = Date.now() + plan.readyWithinMs;
  for (;;) {
    if (!isAlive(ref)) {
      throw new Error(`${plan.label} stopped while starting. The end of ${log.path}:\n${lastLines(log.path)}`);
    }
    if (await plan.ping().catch(() => false)) return { plan, ref, child, logPath: log.path };
    if (Date.now() > deadline) {
      throw new Error(`${plan.label} did not answer within ${plan.readyWithinMs / 1000} s. The end of ${log.path}:\n${lastLines(log.path)}`);
    }
    await sleep(60);
  }
}
