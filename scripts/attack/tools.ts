import type { Progress } from "../progress.ts";
import { canInstall, installPackages, isAvailable, refreshLists } from "../stack/apt.ts";
import { findCommand } from "../stack/lookup.ts";
import { StackUnavailable } from "../stack/missing.ts";

const TOOLS = ["wapiti", "sqlmap"] as const;

export type AttackTools = Record<(typeof TOOLS)[number], string>;

/** The two scanners, installed from Debian or Ubuntu when that is possible. */
export async function requireAttackTools(progress: Progress): Promise<AttackTools> {
  const wanted = TOOLS.filter((name) => findCommand(name) === null);
  if (wanted.length > 0 && canInstall()) {
    await refreshLists(progress);
    const names = wanted.filter(isAvailable);
    if (names.length > 0) await installPackages("安装扫描器 Scanners", names, progress);
  }
  const [wapiti, sqlmap] = TOOLS.map((name) => findCommand(name));
  if (wapiti && sqlmap) return { wapiti, sqlmap };
  throw new StackUnavailable("没有 wapiti 或 sqlmap。The attack needs wapiti and sqlmap. Debian, Ubuntu: apt-get install wapiti sqlmap");
}
