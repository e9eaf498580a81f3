import { parseArgs } from "node:util";
import { createProgress } from "./progress.ts";
import { openStack, StackUnavailable } from "./stack/index.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";

const { values } = parseArgs({ options: { export: { type: "boolean" }, json: { type: "boolean" } } });
const progress = createProgress({ silent: values.json });
const stop = waitForStopSignal();

try {
  const stack = await unlessStopped(stop, openStack({ profile: "main", progress }));
  if (values.json) process.stdout.write(`${JSON.stringify(stack.env)}\n`);
  else if (values.export) {
    for (const [name, value] of Object.entries(stack.env)) process.stdout.write(`export ${name}='${value}'\n`);
  }
  if (stack.attached) progress.note("服务已在运行 The services are running already; this command holds them too.");
  progress.note(`服务已就绪，按 Ctrl-C 停止 Services ready, Ctrl-C stops them. ${values.export ? "" : "Settings: npm run stack -- --export"}`);
  stack.keepServicesAlive((line) => progress.note(line));
  await stop;
  await stack.stop();
} catch (error) {
  progress.note(error instanceof StackUnavailable ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
process.exit();
