import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, readFileSync } from "node:fs";
import { openLog, projectRoot, type Folders } from "../stack/folders.ts";
import { endAll, identify, isAlive, sleep, type ProcessRef } from "../stack/processes.mjs";

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const STEADY_AFTER_MS = 60_000;

export interface ProgramPlan {
  name: string;
  label: string;
  script: string;
  env: Record<string, string | undefined>;
}

export interface SuperviseOptions {
  folders: Folders;
  adopt(ref: ProcessRef): void;
  note(line: string): void;
}

/** Wait before the next start: doubling with each early death, short again after a steady minute. */
export function nextDelay(previous: number, livedMs: number): number {
  if (livedMs > STEADY_AFTER_MS || previous === 0) return FIRST_DELAY_MS;
  return Math.min(previous * 2, LONGEST_DELAY_MS);
}

/** One program of ours that is kept running until `stop`. */
export class Supervised {
  readonly #plan: ProgramPlan;
  readonly #options: SuperviseOptions;
  #child: ChildProcess | null = null;
  #ref: ProcessRef | null = null;
  #stopping = false;
  #delay = 0;
  deaths = 0;
  logPath = "";

  constructor(plan: ProgramPlan, options: SuperviseOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#start();
  }

  get pid() {
    return this.#ref?.pid ?? null;
  }

  get alive() {
    return this.#ref !== null && isAlive(this.#ref);
  }

  #start() {
    const log = openLog(this.#options.folders, this.#plan.name);
    this.logPath = log.path;
    const started = Date.now();
    const child = spawn(process.execPath, ["--import", "tsx", this.#plan.script], {
      cwd: projectRoot,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      env: this.#plan.env as NodeJS.ProcessEnv,
    });
    closeSync(log.fd);
    this.#child = child;
    if (child.pid !== undefined) {
      this.#ref = identify(child.pid);
      this.#options.adopt(this.#ref);
    }
    child.once("exit", (code, signal) => void this.#restart(Date.now() - started, signal ?? `code ${code}`));
    child.once("error", (error) => this.#options.note(`✗ ${this.#plan.label}: ${error.message}`));
  }

  async #restart(livedMs: number, how: string) {
    if (this.#stopping) return;
    this.deaths += 1;
    this.#delay = nextDelay(this.#delay, livedMs);
    this.#options.note(`! ${this.#plan.label} 意外退出，正在重启 ended (${how}) and is started again in ${this.#delay / 1000} s: ${this.logPath}`);
    await sleep(this.#delay);
    if (!this.#stopping) this.#start();
  }

  lastLines(count = 15): string {
    try {
      return readFileSync(this.logPath, "utf8").trimEnd().split("\n").slice(-count).join("\n");
    } catch {
      return "";
    }
  }

  async stop(politeMs = 10_000): Promise<void> {
    this.#stopping = true;
    this.#child?.removeAllListeners("exit");
    if (this.#ref) await endAll([this.#ref], { politeMs });
  }
}
