import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { requireChromium } from "./checks/chromium.ts";
import { E2E_LANES } from "./checks/lanes.ts";
import { runProject, runTool, type CheckContext } from "./checks/run-checks.ts";
import { add, emptyTally, skipReport, slowReport, summaryLine, type Tally } from "./checks/tally.ts";
import { createProgress } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { projectRoot } from "./stack/folders.ts";
import { openStack, StackUnavailable, type Stack } from "./stack/index.ts";

const PARTS = ["types", "lint", "unit", "integration", "e2e"] as const;
type Part = (typeof PARTS)[number];
/** Each keeps one core busy: beside each other they take the time of the longer one. */
const BESIDE_EACH_OTHER: readonly Part[] = ["types", "lint"];

const progress = createProgress();
const total = emptyTally();

function wantedParts(only: string[], filters: string[]): Part[] {
  const unknown = only.filter((name) => !PARTS.includes(name as Part));
  if (unknown.length > 0) throw new StackUnavailable(`--only takes ${PARTS.join(", ")}; not ${unknown.join(", ")}.`);
  if (only.length > 0) return PARTS.filter((part) => only.includes(part));
  if (filters.length === 0) return [...PARTS];
  return PARTS.filter((part) => filters.some((filter) => filter.includes(`tests/${part}`)) || (part === "unit" && filters.some((filter) => !/tests\/(integration|e2e)/.test(filter))));
}

function report(name: string, error: unknown): Tally {
  const detail = error instanceof StackUnavailable || !(error instanceof Error) ? String((error as Error).message ?? error) : (error.stack ?? error.message);
  return { ...emptyTally(), failed: 1, failures: [{ name, detail }] };
}

async function runEndToEnd(stack: Stack, context: CheckContext, filters: string[]): Promise<Tally> {
  const { openTestProducts } = await import("./checks/test-product.ts");
  const CHROMIUM_BIN = await requireChromium(progress);
  const files = readdirSync(join(projectRoot, "tests/e2e")).filter((name) => name.endsWith(".test.ts") && (filters.length === 0 || filters.some((filter) => `tests/e2e/${name}`.includes(filter))));
  const product = await openTestProducts(stack, progress, Math.min(E2E_LANES, files.length));
  try {
    return await runProject({ project: "e2e", label: "端到端测试 End to end", filters }, { ...context, env: { ...context.env, ...product.env, CHROMIUM_BIN } });
  } finally {
    await product.stop();
  }
}

async function runAll(parts: Part[], filters: string[], stack: Stack): Promise<void> {
  const context: CheckContext = { progress, adopt: stack.adopt, env: { ...process.env, ...stack.env, NODE_ENV: "test" } };
  const plain = { ...context, env: { ...process.env, NODE_ENV: undefined } };
  const steps: Record<Part, () => Promise<Tally>> = {
    types: () => runTool("类型检查 Type check", ["typescript/bin/tsc", "--noEmit", "-p", "."], plain),
    lint: () => runTool("代码检查 Lint", ["eslint/bin/eslint.js", "."], plain),
    unit: () => runProject({ project: "unit", label: "单元测试 Unit", filters }, context),
    integration: () => runProject({ project: "integration", label: "集成测试 Integration", filters }, context),
    e2e: () => runEndToEnd(stack, context, filters),
  };
  const run = async (part: Part) => {
    const tally = await steps[part]().catch((error: unknown) => report(part, error));
    for (const { name, detail } of tally.failures) progress.note(`\n✗ ${name}\n${detail.replace(/^/gm, "    ")}\n`);
    add(total, tally);
  };
  await Promise.all(parts.filter((part) => BESIDE_EACH_OTHER.includes(part)).map(run));
  for (const part of parts.filter((one) => !BESIDE_EACH_OTHER.includes(one))) await run(part);
}

async function main() {
  const { values, positionals } = parseArgs({ options: { only: { type: "string", multiple: true } }, allowPositionals: true });
  const parts = wantedParts(values.only?.flatMap((one) => one.split(",")) ?? [], positionals);
  const stopWish = waitForStopSignal();
  const stack = await unlessStopped(stopWish, openStack({ profile: "test", progress }));
  try {
    await unlessStopped(stopWish, runAll(parts, positionals, stack));
  } finally {
    await stack.stop();
  }
}

try {
  await main();
} catch (error) {
  const tally = report("npm test", error);
  for (const { name, detail } of tally.failures) progress.note(`\n✗ ${name}\n${detail}\n`);
  add(total, tally);
}
if (total.failures.length > 0) progress.note(`未通过 Failed:\n${total.failures.map(({ name }) => `- ${name}`).join("\n")}\n`);
if (total.took.length > 8) progress.note(`最久的文件 Files that took longest:\n${slowReport(total)}\n`);
if (total.skipped.length > 0) progress.note(`跳过 Skipped, and why:\n${skipReport(total)}\n`);
process.stdout.write(`${summaryLine(total)}\n`, () => process.exit(total.failed > 0 ? 1 : 0));
