import { z } from "zod";
import { DEMO_ACCOUNTS } from "#app/platform/demo-accounts.ts";
import { createDeps } from "#app/platform/deps.server.ts";
import { MigrationRefused } from "#prisma/migrate.ts";
import { isSeeded, seedStarter } from "#prisma/seed/starter.ts";
import { runToExit } from "./command-line.ts";
import { buildWeb } from "./product/build.ts";
import { migrateStack } from "./product/database.ts";
import { startProduct } from "./product/programs.ts";
import { ensureReference } from "./product/reference.ts";
import { resetData } from "./product/reset.ts";
import { createProgress, stepReporter } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, StackUnavailable, type Stack } from "./stack/index.ts";
import { nextFreePort } from "./stack/ports.ts";

const FIRST_PORT = 3000;
const progress = createProgress();
const began = Date.now();

async function prepareTables(stack: Stack) {
  const steps = stepReporter(progress);
  await migrateStack(stack, progress, (done, total) => (total > 0 ? steps.onProgress("数据库结构 Migrations", done, total) : undefined));
  steps.end();
}

async function prepareData(env: Record<string, string | undefined>) {
  const steps = stepReporter(progress);
  const deps = await createDeps({ LOG_LEVEL: "error", ...env }, { process: "start" });
  try {
    await ensureReference(deps, steps.onProgress, { renew: true });
    steps.end();
    if (deps.env.APP_MODE !== "demo" || (await isSeeded(deps))) return;
    await seedStarter(deps, steps.onProgress);
    steps.end();
  } finally {
    await deps.close();
  }
}

function welcome(url: string, logs: string): string {
  const demo = process.env.APP_MODE !== "production";
  const accounts = demo ? DEMO_ACCOUNTS.map(({ label, username, password }) => `    ${username.padEnd(14)} ${password.padEnd(18)} ${label}`) : [];
  return [
    "",
    `  晋岗通已启动 is running:  ${url}   (${((Date.now() - began) / 1000).toFixed(1)} s)`,
    ...(demo ? ["", "  演示账号 Demo accounts:", ...accounts] : []),
    "",
    `  日志 Logs: ${logs}`,
    "  按 Ctrl-C 停止 Ctrl-C stops everything",
    "",
  ].join("\n");
}

async function choosePort(): Promise<number> {
  const wanted = process.env.PORT;
  if (!wanted) return nextFreePort(FIRST_PORT);
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StackUnavailable(`PORT must be a number from 1 to 65535, not "${wanted}".`);
  return nextFreePort(port);
}

async function serve(stack: Stack, stopWish: Promise<string>): Promise<void> {
  const port = await choosePort();
  const host = process.env.HOST || "127.0.0.1";
  stack.announce({ url: `http://${host}:${port}`, pid: process.pid });
  stack.keepServicesAlive((line) => progress.note(line));
  const env: Record<string, string | undefined> = { ...process.env, ...stack.env };
  // Not left in the middle by a Ctrl-C: it takes seconds, and half of it is of no use.
  await prepareTables(stack);
  const preparation = prepareData(env).then(() => buildWeb(progress, stack.adopt));
  const folder = await Promise.race([preparation, stopWish.then(() => null)]);
  if (folder === null) return;
  const abort = new AbortController();
  void stopWish.then(() => abort.abort());
  const starting = progress.step("启动网站与后台 Web and workers", 2);
  const note = (line: string) => progress.note(line);
  const product = await startProduct({ stack, env: { ...env, BUILD_DIR: folder }, host, port, note, signal: abort.signal });
  if (!abort.signal.aborted) {
    starting.update(2);
    starting.end();
    process.stdout.write(`${welcome(product.url, stack.folders.logs)}\n`);
  }
  await stopWish;
  note("正在停止 Stopping …");
  await product.stop();
}

async function main({ reset, yes }: { reset: boolean; yes: boolean }): Promise<number> {
  if (reset && !(await resetData(yes))) {
    progress.note("未作改动 Nothing was changed.");
    return 1;
  }
  const stopWish = waitForStopSignal();
  const stack = await unlessStopped(stopWish, openStack({ profile: "main", progress }));
  try {
    if (stack.announced) {
      progress.note(`晋岗通已在运行 It is already running: ${stack.announced.url}  (process ${stack.announced.pid})`);
      return 0;
    }
    await serve(stack, stopWish);
    return 0;
  } finally {
    await stack.stop();
    if (!stack.announced) progress.note("已停止 Stopped.");
  }
}

await runToExit(
  {
    name: "start",
    usage: "npm start -- [--reset [--yes]]",
    describe: "Starts everything, with starter data the first time, and prints the address. Ctrl-C stops it.",
    details: "  --reset  throws away all data of this folder first, after a question; with --yes (-y) without one\n  Settings, such as PORT, are variables of the environment: README, docs/operations.md\n",
    options: { reset: { type: "boolean" }, yes: { type: "boolean", short: "y" } },
    args: z.object({ reset: z.boolean().default(false), yes: z.boolean().default(false) }),
    json: false,
  },
  ({ args }) => main(args),
  (error) => error instanceof StackUnavailable || error instanceof MigrationRefused || error.name === "EnvironmentError",
);
