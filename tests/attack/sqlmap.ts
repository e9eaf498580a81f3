import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { routePattern } from "#app/platform/web/access-log.server.ts";
import type { Finding } from "./findings.ts";
import { runTool, type ToolBox } from "./run-tool.ts";

export interface SqlTarget {
  method: "GET" | "POST";
  /** with its query; `*` marks a place in the path that is tried too */
  path: string;
  body?: string;
}

const RULE = "=".repeat(54);

/** Requests as a proxy's log, the one form in which sqlmap takes many with their bodies. */
export function sqlmapLog(url: string, targets: readonly SqlTarget[]): string {
  const { host } = new URL(url);
  return targets.map(({ method, path, body }) => {
    const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, "Accept: text/html", ...(body === undefined ? [] : ["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${Buffer.byteLength(body)}`])];
    return `${RULE}\n${head.join("\n")}\n\n${body ?? ""}\n${RULE}\n`;
  }).join("\n");
}

/** Its own word for what it took for an injection and could then neither repeat nor use: a page that changes by itself. */
const REFUTED = "false positive or unexploitable";

/** `Target URL,Place,Parameter,Technique(s),Note(s)`: one line for each parameter it could inject into, or thought so at first. */
export function readSqlmapResults(csv: string, as: string): Finding[] {
  return csv.split("\n").slice(1).map((line) => line.split(",")).filter(([url = ""]) => url.startsWith("http")).flatMap(([url = "", place = "", parameter = "", technique = "", notes = ""]) => {
    if (technique.trim() === "") return [];
    const refuted = notes.trim() === REFUTED;
    return [{ tool: "sqlmap" as const, level: refuted ? ("informational" as const) : ("high" as const), category: refuted ? "Suspected injection, refuted by sqlmap itself" : "SQL Injection", as, method: place, path: routePattern(new URL(url).pathname), parameter, detail: `techniques ${technique}` }];
  });
}

/** What it says on its way: where it suspects an injection, and where what was sent came back as markup. */
export function readSqlmapOutput(output: string, as: string): { findings: Finding[]; tried: number } {
  const findings: Finding[] = [];
  let at = "";
  let tried = 0;
  const note = (level: Finding["level"], category: string, method: string, parameter: string, detail: string) => findings.push({ tool: "sqlmap", level, category, as, method, path: routePattern(at.replace(/^https?:\/\/[^/]+/, "").split("?")[0]!), parameter, detail });
  for (const line of output.split("\n")) {
    const target = /testing URL '([^']+)'/.exec(line);
    if (target) {
      at = target[1]!;
      tried += 1;
    }
    const xss = /heuristic \(XSS\) test shows that (\S+) parameter '([^']+)' might be vulnerable/.exec(line);
    if (xss) note("medium", "Reflected markup", xss[1]!, xss[2]!, line.trim());
    const file = /heuristic \(FI\) test shows that (\S+) parameter '([^']+)' might be vulnerable/.exec(line);
    if (file) note("medium", "File inclusion", file[1]!, file[2]!, line.trim());
    const basic = /heuristic \(basic\) test shows that (\S+) parameter '([^']+)' might be injectable/.exec(line);
    if (basic) note("informational", "Suspected injection, then tried and not found", basic[1]!, basic[2]!, line.trim());
    const injectable = /(\S+) parameter '([^']+)' (?:is|appears to be) '?.*injectable/.exec(line);
    if (injectable && !/might not|not injectable/.test(line)) note("informational", "Taken for injectable on the way", injectable[1]!, injectable[2]!, line.trim());
  }
  return { findings, tried };
}

export interface SqlmapRun {
  findings: Finding[];
  targets: number;
  tried: number;
  unfinished: string | null;
}

/** Every parameter of every target, with the techniques that work without an answer's text too, within so many seconds. */
export async function runSqlmap(command: string, url: string, targets: readonly SqlTarget[], as: string, seconds: number, box: ToolBox): Promise<SqlmapRun> {
  if (targets.length === 0) return { findings: [], targets: 0, tried: 0, unfinished: null };
  const folder = join(box.folder, `sqlmap-${as}`);
  mkdirSync(folder, { recursive: true });
  const [log, results] = [join(folder, "requests.log"), join(folder, "results.csv")];
  writeFileSync(log, sqlmapLog(url, targets));
  const run = await runTool(command, [
    "-l", log, "--ignore-stdin", "--batch", "--answers", "quit=n,keep=n", "--level", "1", "--risk", "1", "--technique", "BEST", "--dbms", "mysql", "--time-sec", "2", "--timeout", "15", "--retries", "1", "--skip-waf", "--ignore-code", "401,403,404,405,413,429",
    "--disable-coloring", "--flush-session", "--output-dir", join(folder, "output"), "--results-file", results, "-v", "1",
  ], `sqlmap-${as}`, seconds, box);
  const { findings, tried } = readSqlmapOutput(run.output, as);
  const injected = existsSync(results) ? readSqlmapResults(readFileSync(results, "utf8"), as) : [];
  return { findings: [...injected, ...findings], targets: targets.length, tried, unfinished: tried === 0 ? `sqlmap as ${as} tried nothing: ${run.output.trim().slice(-300)}` : null };
}
