import { resolve } from "node:path";
import { Redis } from "ioredis";
import { z } from "zod";
import { createDeps } from "#app/platform/deps.server.ts";
import { type Environment, readEnvironment } from "#app/platform/environment.server.ts";
import { heartbeatKey } from "#app/platform/web/health.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { BackupRefused } from "#prisma/backup/manifest.ts";
import { restoreBackup } from "#prisma/backup/restore.ts";
import { MigrationRefused } from "#prisma/migrate.ts";
import { compareIndexes } from "#search/compare.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { type CommandHead, type CommandOutcome, print, runToExit } from "./command-line.ts";
import { createProgress, type Progress, stepReporter } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, type Stack, StackUnavailable } from "./stack/index.ts";

interface Args {
  from: string;
  replace: boolean;
}

const command: CommandHead<Args> = {
  name: "restore",
  describe: "brings an empty database back to a backup, makes the search indexes anew and holds everything against the backup",
  usage: "npm run restore -- --from FOLDER [--replace]   --replace: what is in the database now goes first",
  options: { from: { type: "string" }, replace: { type: "boolean" } },
  args: z.object({ from: z.string().min(1), replace: z.boolean().default(false) }),
};

/** Three missed beats of the workers are silence. */
const SILENT_AFTER_MS = 7_000;

async function refuseWhileWorkersRun({ REDIS_URL, QUEUE_PREFIX }: Pick<Environment, "REDIS_URL" | "QUEUE_PREFIX">): Promise<void> {
  const redis = new Redis(REDIS_URL, { lazyConnect: true, maxRetriesPerRequest: 1 });
  const beat = Number(await redis.get(heartbeatKey(QUEUE_PREFIX)).catch(() => null));
  redis.disconnect();
  if (Date.now() - beat < SILENT_AFTER_MS) throw new StackUnavailable("后台进程正在运行，请先停止网站和后台。Workers are running on these services: stop web and workers first.");
}

async function restore(stack: Stack, { from, replace }: Args, progress: Progress): Promise<CommandOutcome> {
  const startedAt = performance.now();
  if (stack.announced) throw new StackUnavailable(`晋岗通正在运行，请先停止。It is running (${stack.announced.url}): stop it first, then restore.`);
  const steps = stepReporter(progress);
  const source = { ...process.env, ...stack.env, LOG_LEVEL: process.env.LOG_LEVEL ?? "error" };
  const env = readEnvironment(source);
  await refuseWhileWorkersRun(env);
  const restored = await restoreBackup({ url: env.DATABASE_URL, dataKey: env.DATA_KEY, folder: resolve(from), replace }, steps.onProgress);
  // only now: what personal data is opened with has come back with the rest
  const deps = await createDeps(source, { process: "restore" });
  try {
    await rebuildIndexes(deps, { onProgress: (name, done, total) => steps.onProgress(`搜索索引 Search index: ${name}`, done, total) });
    const [indexes, counts] = [await compareIndexes(deps), await recountTargets(deps)];
    steps.end();
    const differences = restored.differences.length + indexes.differences + counts.differences;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      ok: differences === 0,
      result: { ...restored, identical: restored.differences.length === 0, differences, differing: restored.differences, seconds },
      text: [
        `恢复了 Restored: ${restored.tables} 张表 tables，${restored.rows} 行 rows，台账 ledger ${restored.ledgerHash}（${seconds} s）`,
        ...(restored.migrated.length > 0 ? [`又升级了 Brought forward by: ${restored.migrated.join(", ")}`] : []),
        differences === 0 ? "与备份一致。Everything is as in the backup." : `${differences} 处不同 differences: ${restored.differences.join(", ") || "search or counters (npm run verify)"}`,
      ].join("\n"),
    };
  } finally {
    await deps.close();
  }
}

await runToExit(command, async ({ args, json }) => {
  const progress = createProgress({ silent: json });
  const stopWish = waitForStopSignal();
  const stack = await unlessStopped(stopWish, openStack({ profile: "main", progress }));
  try {
    const outcome = await unlessStopped(stopWish, restore(stack, args, progress));
    print(outcome, json);
    return outcome.ok ? 0 : 1;
  } finally {
    await stack.stop();
  }
}, (error) => error instanceof StackUnavailable || error instanceof BackupRefused || error instanceof MigrationRefused || error.name === "EnvironmentError");
