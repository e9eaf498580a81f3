import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AttackTools } from "#scripts/attack/tools.ts";
import { buildWeb } from "#scripts/product/build.ts";
import { startProduct } from "#scripts/product/programs.ts";
import { ensureReference } from "#scripts/product/reference.ts";
import { type Progress, stepReporter } from "#scripts/progress.ts";
import type { Stack } from "#scripts/stack/index.ts";
import { findFreePort } from "#scripts/stack/ports.ts";
import { seedStarter } from "#prisma/seed/starter.ts";
import { type Known, knownRecords } from "#tests/e2e/bad-input/known.ts";
import { settled } from "#tests/setup/fingerprint.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { openDoor, requireLoopback } from "./door.ts";
import { attackEdge } from "./edge/all.ts";
import { type Endpoint, openEndpoint } from "./endpoint.ts";
import { type Finding, judge, type Judged, readJudgements } from "./findings.ts";
import { type AttackRole, ROLES, sessionsOf, sqlTargetsOf, startsOf } from "./roles.ts";
import type { ToolBox } from "./run-tool.ts";
import { runSqlmap, type SqlTarget } from "./sqlmap.ts";
import { runWapiti } from "./wapiti.ts";

const STARTER = { workers: 400, employers: 30, posts: 150, seed: 7 };
const KNOWN_SEED = 61;
/** At once: the product answers one scanner in the time another thinks. */
const ROLES_AT_ONCE = 2;
/** The rest is for the edge, and for what starts late. */
const SHARE_OF_SCANS = 0.9;
/** Of a role with hardly a page of its own: what everybody may open takes time as well. */
const LEAST_WEIGHT = 15;

export interface AttackOptions {
  minutes: number;
  roles: readonly AttackRole[];
}

export interface RoleReport {
  as: AttackRole;
  requests: number;
  /** addresses and forms that wapiti found; requests that sqlmap was given, and how many of them it got to */
  crawled: number;
  sqlmapGiven: number;
  sqlmapTried: number;
  /** different routes that answered with something other than 404 */
  reached: number;
}

export interface AttackReport extends Judged {
  targets: number;
  requests: number;
  roles: RoleReport[];
  unfinished: string[];
  notes: string[];
  seconds: number;
}

interface Stage {
  services: TestServices;
  known: Known;
  product: string;
  endpoint: Endpoint;
  tools: AttackTools;
  box: ToolBox;
}

/** Both scanners against the built product on loopback, as nobody and as every role, and requests that no browser sends; bounded by the minutes. */
export async function runAttack(stack: Stack, tools: AttackTools, progress: Progress, { minutes, roles }: AttackOptions): Promise<AttackReport> {
  const startedAt = Date.now();
  const folder = await buildWeb(progress, stack.adopt);
  const services = await openTestServices({ from: stack.env });
  const steps = stepReporter(progress);
  const endpoint = await openEndpoint();
  try {
    await ensureReference(services, steps.onProgress, { renew: true });
    await seedStarter(services, steps.onProgress, STARTER);
    steps.end();
    const port = await findFreePort();
    // as in production, but for the demo accounts: https outside, a second factor for officers, nobody told to come back
    const settings = { PUBLIC_URL: `https://127.0.0.1:${port}`, SECOND_FACTOR: "required", KEEP_PAGES_SECONDS: "30", PAGES_AT_ONCE: "0" };
    const env = { ...process.env, ...services.source, ...settings, BUILD_DIR: folder, LOG_LEVEL: "warn" };
    const product = await startProduct({ stack, env, host: "127.0.0.1", port, note: (line) => progress.note(line) });
    try {
      requireLoopback(product.url);
      const known = await knownRecords(services, KNOWN_SEED);
      await settled(services, 180_000);
      const box: ToolBox = { folder: join(stack.folders.logs, `attack-${Date.now().toString(36)}`), adopt: stack.adopt };
      mkdirSync(box.folder, { recursive: true });
      const stage: Stage = { services, known, product: product.url, endpoint, tools, box };
      return await attack(stage, progress, { minutes, roles }, startedAt);
    } finally {
      await product.stop();
    }
  } finally {
    endpoint.close();
    await services.close();
  }
}

async function attack(stage: Stage, progress: Progress, { minutes, roles }: AttackOptions, startedAt: number): Promise<AttackReport> {
  const judgements = readJudgements();
  const plans = await planOf(stage.known, roles, minutes * 60 * SHARE_OF_SCANS);
  const step = progress.step("攻击 Attack", roles.length + 1);
  const found: Finding[] = [];
  const unfinished: string[] = [];
  const reports: RoleReport[] = [];
  await Promise.all(Array.from({ length: ROLES_AT_ONCE }, async () => {
    for (let plan = plans.shift(); plan !== undefined; plan = plans.shift()) {
      const one = await attackAs(stage, plan);
      for (const { level, tool, category, as, method, path, detail } of judge(one.findings, judgements).list) if (level !== "informational") progress.note(`${level} ${tool} ${as}: ${category} ${method} ${path} ${detail}`);
      found.push(...one.findings);
      unfinished.push(...one.unfinished);
      reports.push(one.report);
      step.update(reports.length);
    }
  }));
  const edge = await attackEdge(stage.product, async (role) => (await (await sessionsOf(stage.services, role))!()));
  found.push(...edge.findings, ...stage.endpoint.hits().map((hit): Finding => ({ tool: "answers", level: "high", category: "Server Side Request Forgery", as: "", method: "", path: "", parameter: "", detail: hit.slice(0, 300) })));
  step.update(roles.length + 1);
  step.end();
  reports.sort((a, b) => ROLES.indexOf(a.as) - ROLES.indexOf(b.as));
  const judged = judge(found, judgements);
  const sum = (of: (one: RoleReport) => number) => reports.reduce((all, one) => all + of(one), 0);
  return {
    ...judged,
    // a part of the roles finds a part of what is judged
    unmatched: roles.length === ROLES.length ? judged.unmatched : [],
    targets: sum((one) => one.crawled + one.sqlmapTried) + edge.checks, requests: sum((one) => one.requests) + edge.checks,
    roles: reports, unfinished,
    notes: [...reports.map((one) => `${one.as}: ${one.requests} 次请求 requests, ${one.reached} 条路径 routes reached; wapiti ${one.crawled} 个目标 targets; sqlmap ${one.sqlmapTried}/${one.sqlmapGiven}`), ...edge.notes, `日志 logs: ${stage.box.folder}`],
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  };
}

interface Plan {
  role: AttackRole;
  starts: string[];
  targets: SqlTarget[];
  seconds: number;
}

/** Whoever has more pages and forms gets more of the time, and begins first. */
async function planOf(known: Known, roles: readonly AttackRole[], seconds: number): Promise<Plan[]> {
  const plans = await Promise.all(roles.map(async (role) => ({ role, starts: await startsOf(role, known), targets: await sqlTargetsOf(role, known) })));
  const weightOf = ({ starts, targets }: Omit<Plan, "seconds">) => LEAST_WEIGHT + starts.length + targets.length;
  const all = plans.reduce((sum, one) => sum + weightOf(one), 0);
  const atOnce = Math.min(ROLES_AT_ONCE, roles.length);
  return plans.sort((a, b) => weightOf(b) - weightOf(a)).map((one) => ({ ...one, seconds: Math.floor(Math.min(seconds, (seconds * atOnce * weightOf(one)) / all)) }));
}

async function attackAs({ services, product, endpoint, tools, box }: Stage, { role, starts, targets, seconds }: Plan) {
  const door = await openDoor(product, role, await sessionsOf(services, role));
  try {
    const [wapiti, sqlmap] = await Promise.all([
      runWapiti(tools.wapiti, door.url, starts, role, seconds, endpoint.url, box), runSqlmap(tools.sqlmap, door.url, targets, role, seconds, box),
    ]);
    const report: RoleReport = { as: role, requests: door.requests(), crawled: wapiti.targets, sqlmapGiven: sqlmap.targets, sqlmapTried: sqlmap.tried, reached: new Set([...door.reached()].map((one) => one.split(" ")[1])).size };
    return { findings: [...wapiti.findings, ...sqlmap.findings, ...door.findings()], unfinished: [wapiti.unfinished, sqlmap.unfinished].filter((one) => one !== null), report };
  } finally {
    await door.close();
  }
}
