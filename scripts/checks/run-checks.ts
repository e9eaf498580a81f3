import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Progress } from "../progress.ts";
import { projectRoot } from "../stack/folders.ts";
import { identify, type ProcessRef } from "../stack/processes.mjs";
import type { ReportLine } from "./reporter.ts";
import { emptyTally, take, type Tally } from "./tally.ts";

export interface CheckContext {
  progress: Progress;
  env: Record<string, string | undefined>;
  adopt(ref: ProcessRef): void;
}

interface Ended {
  code: number;
  output: string;
}

function runNode(args: string[], { env, adopt }: CheckContext, onLine?: (line: string) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: (process.stderr.isTTY ? env : { ...env, NO_COLOR: "1" }) as NodeJS.ProcessEnv,
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    if (child.pid !== undefined) adopt(identify(child.pid));
    let output = "";
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-200_000));
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const lines = createInterface({ input: child.stdio[3] as Readable });
    if (onLine) lines.on("line", onLine);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A tool that passes or fails as a whole: it counts as one check. */
export async function runTool(label: string, args: string[], context: CheckContext): Promise<Tally> {
  const step = context.progress.step(label, 1);
  const { code, output } = await runNode([join(projectRoot, "node_modules", ...(args[0] ?? "").split("/")), ...args.slice(1)], context);
  const tally = emptyTally();
  if (code === 0) {
    tally.passed = 1;
    step.update(1);
    step.end();
  } else {
    tally.failed = 1;
    tally.failures.push({ name: label, detail: output.trim() });
    step.fail(`exit code ${code}`);
  }
  return tally;
}

export interface ProjectRun {
  project: string;
  label: string;
  filters: string[];
}

/** One vitest project with a bar over its tests. */
export async function runProject({ project, label, filters }: ProjectRun, context: CheckContext): Promise<Tally> {
  const tally = emptyTally();
  const step = context.progress.step(label);
  let total = 0;
  const args = [join("node_modules", "vitest", "vitest.mjs"), "run", "--project", project, "--reporter", "./scripts/checks/reporter.ts", "--passWithNoTests", ...filters];
  const { code, output } = await runNode(args, context, (text) => {
    const line = JSON.parse(text) as ReportLine;
    if (line.type === "collected") total += line.tests;
    take(tally, line);
    step.update(tally.passed + tally.failed + tally.skipped.length, total);
  });
  const ran = tally.passed + tally.failed + tally.skipped.length;
  if (code !== 0 && tally.failed === 0) {
    tally.failed += 1;
    tally.failures.push({ name: `${label}: vitest ended with code ${code}`, detail: output.trim() });
  } else if (ran === 0 && filters.length === 0) {
    tally.failed += 1;
    tally.failures.push({ name: label, detail: "No test ran." });
  }
  step.update(ran, total);
  if (tally.failed > 0) step.fail(`${tally.failed} failed of ${ran}`);
  else step.end();
  return tally;
}
