import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Progress } from "../progress.ts";
import { hasCommand } from "./lookup.ts";

const POLICY = "/usr/sbin/policy-rc.d";
const aptEnv = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };

export const canInstall = () => process.getuid?.() === 0 && hasCommand("apt-get");

/** A package manager may start what it installs; this answer keeps it from doing so, and goes away afterwards. */
function forbidServiceStarts(): () => void {
  if (existsSync(POLICY)) return () => undefined;
  writeFileSync(POLICY, "#!/bin/sh\nexit 101\n");
  chmodSync(POLICY, 0o755);
  const remove = () => rmSync(POLICY, { force: true });
  process.once("exit", remove);
  return () => {
    process.off("exit", remove);
    remove();
  };
}

/** A lock held by another package manager is waited for, not failed on. */
const COMMON = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", "-o", "APT::Status-Fd=3"];

function runApt(args: string[], onStatus: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("apt-get", [...COMMON, ...args], { env: aptEnv, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    // apt ends cleanly between two packages when interrupted; cut off from its pipes it would not.
    const interrupt = () => void child.kill("SIGINT");
    process.once("exit", interrupt);
    const tail: string[] = [];
    const keep = (chunk: Buffer) => {
      tail.push(...chunk.toString().split("\n").filter(Boolean));
      tail.splice(0, Math.max(0, tail.length - 15));
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    createInterface({ input: child.stdio[3] as Readable }).on("line", onStatus);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", interrupt);
      if (code === 0) resolve();
      else reject(new Error(`apt-get ${args.join(" ")} failed (${code}):\n${tail.join("\n")}`));
    });
  });
}

function plannedCount(packages: readonly string[]): number {
  const plan = spawnSync("apt-get", ["-s", "-qq", "install", "--no-install-recommends", ...packages], { env: aptEnv, encoding: "utf8" });
  return plan.stdout.split("\n").filter((line) => line.startsWith("Inst ")).length;
}

export function isAvailable(name: string): boolean {
  const reply = spawnSync("apt-cache", ["policy", name], { env: aptEnv, encoding: "utf8" });
  return /Candidate: (?!\(none\))\S/.test(reply.stdout ?? "");
}

let listsAreFresh = false;

export async function refreshLists(progress: Progress): Promise<void> {
  if (listsAreFresh) return;
  const step = progress.step("更新软件源 Package lists", 100);
  await runApt(["update"], (line) => {
    const percent = Number(line.split(":")[2]);
    if (line.startsWith("dlstatus:") && Number.isFinite(percent)) step.update(Math.floor(percent));
  });
  step.update(100);
  step.end();
  listsAreFresh = true;
}

/** Installs packages with a bar that counts them, first arriving, then set up. */
export async function installPackages(label: string, packages: readonly string[], progress: Progress): Promise<void> {
  const allow = forbidServiceStarts();
  try {
    const count = plannedCount(packages);
    const step = progress.step(`${label} (${packages.join(" ")})`, count * 2);
    let arrived = 0;
    const ready = new Set<string>();
    await runApt(["install", "-y", "--no-install-recommends", ...packages], (line) => {
      const [kind, name = "", percent = "", text = ""] = line.split(":");
      if (kind === "dlstatus") arrived = Math.max(arrived, Math.min(count, Math.round((Number(percent) / 100) * count)));
      if (kind === "pmstatus") arrived = count;
      if (kind === "pmstatus" && text.startsWith("Installed")) ready.add(name);
      step.update(arrived + Math.min(count, ready.size), count * 2);
    });
    step.update(count * 2, count * 2);
    step.end();
  } finally {
    allow();
  }
}
