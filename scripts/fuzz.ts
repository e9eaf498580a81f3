import { z } from "zod";
import { runFuzz } from "#tests/fuzz/index.ts";
import { type CommandHead, print, runToExit } from "./command-line.ts";
import { createProgress } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, StackUnavailable } from "./stack/index.ts";

interface Args {
  minutes: number;
  seed: number;
}

const command: CommandHead<Args> = {
  name: "fuzz",
  describe: "Sends what nobody would send to every schema, use case and import, on services of its own, and says what broke.",
  usage: "npm run fuzz -- [--minutes N] [--seed S]",
  options: { minutes: { type: "string" }, seed: { type: "string" } },
  args: z.object({ minutes: z.coerce.number().min(0.1).max(1_440).default(5), seed: z.coerce.number().int().default(7) }),
};

await runToExit(command, async ({ args, json }) => {
  const progress = createProgress({ silent: json });
  const stopWish = waitForStopSignal();
  const stack = await unlessStopped(stopWish, openStack({ profile: "faults", progress }));
  try {
    if (stack.external) throw new StackUnavailable("fuzz fills tables with nonsense and uses no services but its own: unset DATABASE_URL, REDIS_URL and MEILI_URL.");
    const report = await unlessStopped(stopWish, runFuzz(stack, progress, args));
    print({
      ok: report.failures.length === 0, result: { ...report },
      text: [`种子 seed ${args.seed}：${report.boundaries} 处入口 boundaries，${report.cases} 次 cases，${report.failures.length} 处不符 failures`, ...report.failures].join("\n"),
    }, json);
    return report.failures.length === 0 ? 0 : 1;
  } finally {
    await stack.stop();
  }
}, (error) => error instanceof StackUnavailable);
