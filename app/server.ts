import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { openQueues } from "#workers/catalog/queues.ts";
import { createDeps } from "./platform/deps.server.ts";
import { EnvironmentError } from "./platform/environment.server.ts";
import { refuseDemoAccounts, requirePublicUrl } from "./platform/production-checks.server.ts";
import { createApp } from "./platform/web/app.server.ts";
import { openHttpServer } from "./platform/web/http-server.server.ts";

const DRAIN_MS = 10_000;

async function main() {
  const deps = await createDeps(process.env, { process: "web" });
  requirePublicUrl(deps.env);
  await refuseDemoAccounts(deps);
  const entry = pathToFileURL(resolve(deps.env.BUILD_DIR, "server/index.js")).href;
  const build = (await import(entry)) as ServerBuild;
  const { queues, close: closeQueues } = openQueues(deps.env);
  const server = openHttpServer(createApp(deps, build, queues));
  server.listen(deps.env.PORT, deps.env.HOST, () => deps.logger.info({ detail: `${deps.env.HOST}:${deps.env.PORT}` }, "listening"));

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    deps.logger.info({ detail: signal }, "stopping");
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      void Promise.allSettled([closeQueues(), deps.close()]).then(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stop(signal));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
