import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../progress.ts";
import { requireBinaries } from "./binaries.ts";
import type { Folders } from "./folders.ts";
import type { GuardClient, StackInfo } from "./guard-client.ts";
import { databasePlan, initDatabase } from "./mariadb.ts";
import { meiliPlan } from "./meilisearch.ts";
import { choosePorts } from "./prepare.ts";
import { endAll, sleep } from "./processes.mjs";
import { redisPlan } from "./redis.ts";
import type { Secrets } from "./secrets.ts";
import { startService, type RunningService, type ServicePlan } from "./service.ts";

const PORT_ATTEMPTS = 3;
const RESTART_DELAY_MS = 1_000;
const RESTARTS_IN_A_ROW = 5;
/** What answered for so long did not fail by itself at its start: whoever ended it, it is started again. */
const LIVED_MS = 10_000;

async function startAll(plans: ServicePlan[], folders: Folders, guard: GuardClient, progress: Progress): Promise<RunningService[]> {
  const step = progress.step("启动服务 MariaDB, Redis, Meilisearch", plans.length);
  let ready = 0;
  const results = await Promise.allSettled(
    plans.map(async (plan) => {
      const running = await startService(plan, folders, guard.registerService);
      step.update((ready += 1));
      return running;
    }),
  );
  const running = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failure = results.find((result) => result.status === "rejected");
  if (!failure) {
    step.end();
    return running;
  }
  step.fail();
  await endAll(running.map((service) => service.ref));
  throw failure.reason;
}

export async function startServices(folders: Folders, secrets: Secrets, guard: GuardClient, progress: Progress): Promise<{ info: StackInfo; running: RunningService[] }> {
  const binaries = await requireBinaries(progress);
  if (!existsSync(join(folders.mysql, "mysql"))) {
    const step = progress.step("建立数据库 Database folder", 1);
    await initDatabase(folders, binaries);
    step.update(1);
    step.end();
  }
  for (let attempt = 1; ; attempt += 1) {
    const info = await choosePorts(folders, attempt - 1);
    const plans = [
      databasePlan(folders, binaries, info.databasePort, secrets),
      redisPlan(folders, binaries, info.redisPort, secrets),
      meiliPlan(folders, binaries, info.meiliPort, secrets),
    ];
    try {
      const running = await startAll(plans, folders, guard, progress);
      writeFileSync(join(folders.root, "ports.json"), JSON.stringify(info), { mode: 0o600 });
      return { info, running };
    } catch (error) {
      const portTaken = /address already in use|Can't start server: Bind/i.test(String(error));
      if (!portTaken || attempt >= PORT_ATTEMPTS) throw error;
    }
  }
}

export interface KeepAlive {
  isStopping(): boolean;
  note(line: string): void;
  /** told of each new process */
  onStarted(service: RunningService): void;
}

/** Brings a service that died back on its old port; gives up, saying so, after several deaths in a row soon after its start. */
export function keepAlive(service: RunningService, folders: Folders, guard: GuardClient, { isStopping, note, onStarted }: KeepAlive, row = 0): void {
  const since = Date.now();
  service.child.once("exit", () => {
    if (isStopping()) return;
    const inRow = Date.now() - since > LIVED_MS ? 1 : row + 1;
    if (inRow > RESTARTS_IN_A_ROW) {
      note(`✗ ${service.plan.label} 反复退出，不再重启 ended ${RESTARTS_IN_A_ROW} times in a row and is not started again: ${service.logPath}`);
      return;
    }
    note(`! ${service.plan.label} 意外退出，正在重启 ended unexpectedly and is started again (${service.logPath})`);
    void sleep(RESTART_DELAY_MS * inRow)
      .then(() => (isStopping() ? null : startService(service.plan, folders, guard.registerService)))
      .then((next) => {
        if (!next) return;
        onStarted(next);
        keepAlive(next, folders, guard, { isStopping, note, onStarted }, inRow);
      })
      .catch((error: unknown) => note(`✗ ${service.plan.label}: ${error instanceof Error ? error.message : String(error)}`));
  });
}
