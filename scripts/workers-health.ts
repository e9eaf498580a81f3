import { readHealth } from "#app/platform/web/health.server.ts";
import { createDeps } from "#app/platform/deps.server.ts";

// The health check of the workers' container: a worker process writes its beat to Redis every two seconds.
const deps = await createDeps({ ...process.env, LOG_LEVEL: "silent" });
const { checks } = await readHealth(deps);
await deps.close();
process.exit(checks.workers.ok ? 0 : 1);
