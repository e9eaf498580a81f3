import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { identify, type ProcessRef, signal } from "#scripts/stack/processes.mjs";

export interface ToolRun {
  code: number | null;
  /** it had to be ended */
  cutOff: boolean;
  output: string;
}

const MOST_OUTPUT = 40_000_000;

export interface ToolBox {
  /** a folder of its own: what it keeps and writes, instead of a home */
  folder: string;
  adopt(ref: ProcessRef): void;
}

/** Runs a scanner that reaches nothing but loopback, for so many seconds at most. */
export function runTool(command: string, args: readonly string[], name: string, seconds: number, { folder, adopt }: ToolBox): Promise<ToolRun> {
  const nowhere = "http://127.0.0.1:9";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder, detached: true, stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", PYTHONUNBUFFERED: "1", http_proxy: nowhere, https_proxy: nowhere, no_proxy: "127.0.0.1,localhost" },
    });
    if (child.pid === undefined) return void child.once("error", reject);
    const ref = identify(child.pid);
    adopt(ref);
    const log = createWriteStream(join(folder, `${name}.log`));
    let output = "";
    const keep = (piece: Buffer) => {
      log.write(piece);
      if (output.length < MOST_OUTPUT) output += piece.toString("utf8");
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let cutOff = false;
    const timer = setTimeout(() => {
      cutOff = true;
      signal(ref, "SIGKILL", { group: true });
    }, seconds * 1_000);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      log.end();
      resolve({ code, cutOff, output });
    });
  });
}
