import { z } from "zod";
import { runChaos } from "#tests/chaos/index.ts";
import { type CommandHead, print, runToExit } from "./command-line.ts";
import { createProgress } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, StackUnavailable } from "./stack/index.ts";

interface Args {
  minutes: number;
  seed: number;
}

const command: CommandHead<Args> = {
  name: "chaos",
  describe: "Kills web, workers, Redis, Meilisearch and MariaDB again and again during a busy hour, on services of its own, and says what was lost or doubled.",
  usage: "npm run chaos -- [--minutes N] [--seed S]",
  options: { minutes: { type: "string" }, seed: { type: "string" } },
  args: z.object({ minutes: z.coerce.number().min(0.5).max(600).default(10), seed: z.coerce.number().int().default(7) }),
};

await runToExit(command, async ({ args, json }) => {
  const progress = createProgress({ silent: json });
  const stopWish = waitForStopSignal();
  const stack = await unlessStopped(stopWish, openStack({ profile: "faults", progress }));
  try {
    if (stack.external) throw new StackUnavailable("chaos kills services and uses none but its own: unset DATABASE_URL, REDIS_URL and MEILI_URL.");
    const report = await unlessStopped(stopWish, runChaos(stack, progress, args));
    const ok = report.lost === 0 && report.doubled === 0 && report.differences === 0;
    print({ ok, result: { ...report }, text: words(report) }, json);
    return ok ? 0 : 1;
  } finally {
    await stack.stop();
  }
}, (error) => error instanceof StackUnavailable);

function words({ faults, operations, byKind, failedRequests, recoverySecondsMax, lost, doubled, differences, details }: Awaited<ReturnType<typeof runChaos>>): string {
  return [
    `${faults} 次故障 faults，${operations} 次操作 operations (${failedRequests} 次请求失败后重发 requests failed and were sent again)`,
    ...Object.entries(byKind).map(([kind, outcomes]) => `  ${kind.padEnd(8)} ${Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`).join(", ")}`),
    `最久的恢复 longest recovery: ${recoverySecondsMax} s`,
    `丢失 lost ${lost}，重复 doubled ${doubled}，差异 differences ${differences}`,
    ...details,
  ].join("\n");
}
