import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { routePattern } from "#app/platform/web/access-log.server.ts";
import type { Finding, Level } from "./findings.ts";
import { runTool, type ToolBox } from "./run-tool.ts";

/** All but those that guess passwords or files from lists, and those that need lists from elsewhere. */
const MODULES = ["sql", "xss", "permanentxss", "exec", "file", "redirect", "crlf", "xxe", "ssrf", "blindsql", "csrf", "csp", "http_headers", "cookieflags", "methods", "htaccess", "shellshock", "backup"];
/** A page's answer is looked at once by these, whatever its parameters. */
const QUICK = new Set(["csp", "http_headers", "cookieflags", "methods", "htaccess", "shellshock", "backup", "csrf"]);
const SHARE_OF_CRAWL = 0.3;
const REPORT_SECONDS = 60;

const item = z.object({ method: z.string(), path: z.string(), info: z.string(), level: z.union([z.string(), z.number()]).transform(Number), parameter: z.string().nullish() });
const report = z.object({ vulnerabilities: z.record(z.string(), z.array(item)), anomalies: z.record(z.string(), z.array(item)), additionals: z.record(z.string(), z.array(item)) });

const LEVEL: readonly Level[] = ["informational", "low", "medium", "high", "high"];

/** Wapiti's own levels: 0 is a remark; 4 and 3 are high. What it lists as an addition is a remark too. */
export function readWapitiReport(text: string, as: string): Finding[] {
  const { vulnerabilities, anomalies, additionals } = report.parse(JSON.parse(text));
  const of = (group: Record<string, z.infer<typeof item>[]>, level: (one: z.infer<typeof item>) => Level): Finding[] =>
    Object.entries(group).flatMap(([category, all]) => all.map((one) => ({ tool: "wapiti" as const, level: level(one), category, as, method: one.method, path: routePattern(one.path), parameter: one.parameter ?? "", detail: one.info.replace(/\s+/g, " ").slice(0, 300) })));
  const told = ({ level }: z.infer<typeof item>) => LEVEL[level] ?? "high";
  return [...of(vulnerabilities, told), ...of(anomalies, told), ...of(additionals, () => "informational")];
}

export interface WapitiRun {
  findings: Finding[];
  /** addresses and forms it found */
  targets: number;
  unfinished: string | null;
}

/** A crawl from the given pages, and every module against what it came upon, within so many seconds. */
export async function runWapiti(command: string, url: string, starts: readonly string[], as: string, seconds: number, endpoint: string, box: ToolBox): Promise<WapitiRun> {
  const folder = join(box.folder, `wapiti-${as}`);
  mkdirSync(folder, { recursive: true });
  const output = join(folder, "report.json");
  const crawl = Math.round(seconds * SHARE_OF_CRAWL);
  const parts = MODULES.reduce((sum, name) => sum + (QUICK.has(name) ? 1 : 4), 0);
  // one limit holds for every module; the quick ones leave most of theirs
  const each = Math.max(5, Math.round(((seconds - crawl) / parts) * 4));
  const run = await runTool(command, [
    "-u", `${url}/`, "--scope", "folder", "-m", MODULES.join(","), "-l", "1", "-d", "4", "--max-links-per-page", "60", "--max-files-per-dir", "25", "--max-parameters", "40", "-S", "normal", "-t", "15",
    "--max-scan-time", String(crawl), "--max-attack-time", String(each), "--flush-session", "--store-session", join(folder, "session"), "--store-config", join(folder, "config"), "-v", "1", "-f", "json", "-o", output, "--no-bugreport",
    "--endpoint", `${endpoint}/`, ...starts.flatMap((path) => ["-s", url + path]),
  ], `wapiti-${as}`, seconds * 2 + REPORT_SECONDS, box);
  const targets = Number(/found (\d+) URLs and forms/.exec(run.output)?.[1] ?? 0);
  if (!existsSync(output)) return { findings: [], targets, unfinished: `wapiti as ${as} wrote no report (${run.cutOff ? "cut off" : `code ${run.code}`}): ${run.output.trim().slice(-400)}` };
  const failed = [...run.output.matchAll(/Unable to import module (\w+)|Module (\w+) .*error/gi)].map(([all]) => all);
  return { findings: readWapitiReport(readFileSync(output, "utf8"), as), targets, unfinished: targets === 0 ? `wapiti as ${as} found nothing to attack` : failed.length > 0 ? `wapiti as ${as}: ${failed.join("; ")}` : null };
}
