import { z } from "zod";
import { type AttackReport, runAttack } from "#tests/attack/index.ts";
import { ROLES, type AttackRole } from "#tests/attack/roles.ts";
import { requireAttackTools } from "./attack/tools.ts";
import { type CommandHead, print, runToExit } from "./command-line.ts";
import { createProgress } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, StackUnavailable } from "./stack/index.ts";

interface Args {
  minutes: number;
  as?: AttackRole;
}

const command: CommandHead<Args> = {
  name: "attack",
  describe: "Lets wapiti, sqlmap and requests that no browser sends loose on a product of its own on loopback, as nobody and as every role, and says what they found.",
  usage: "npm run attack -- [--minutes N] [--as ROLE]",
  details: `  Roles: ${ROLES.join(", ")}. Findings that are judged wrong stand with their reason in tests/attack/judged.json.\n`,
  options: { minutes: { type: "string" }, as: { type: "string" } },
  args: z.object({ minutes: z.coerce.number().min(1).max(600).default(30), as: z.enum(ROLES).optional() }),
};

await runToExit(command, async ({ args, json }) => {
  const progress = createProgress({ silent: json });
  const stopWish = waitForStopSignal();
  const tools = await requireAttackTools(progress);
  const stack = await unlessStopped(stopWish, openStack({ profile: "test", progress }));
  try {
    if (stack.external) throw new StackUnavailable("attack writes whatever it can and uses no services but its own: unset DATABASE_URL, REDIS_URL and MEILI_URL.");
    const report = await unlessStopped(stopWish, runAttack(stack, tools, progress, { minutes: args.minutes, roles: args.as ? [args.as] : ROLES }));
    const { high, medium, low } = report.findings;
    const ok = high + medium + low === 0 && report.unfinished.length === 0;
    print({ ok, result: { ...report }, text: words(report) }, json);
    return ok ? 0 : 1;
  } finally {
    await stack.stop();
  }
}, (error) => error instanceof StackUnavailable);

function words({ targets, requests, findings, list, judged, unmatched, unfinished, notes, seconds }: AttackReport): string {
  return [
    `${targets} 个目标 targets，${requests.toLocaleString("en")} 次请求 requests，${seconds} s`,
    `发现 findings: 高 high ${findings.high}，中 medium ${findings.medium}，低 low ${findings.low}，提示 informational ${findings.informational}；判为误报 judged wrong ${judged}`,
    ...list.map(({ level, tool, category, as, method, path, parameter, detail, times }) => `  ${level.padEnd(13)} ${tool} ${as}: ${category} ${method} ${path}${parameter ? ` (${parameter})` : ""}${times > 1 ? ` ×${times}` : ""}\n      ${detail}`),
    ...unmatched.map((one) => `  判断已不适用 A judgement matches nothing any more: ${one}`),
    ...unfinished.map((one) => `  未完成 Unfinished: ${one}`),
    ...notes.map((one) => `  ${one}`),
  ].join("\n");
}
