import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { Folders } from "./folders.ts";
import type { Secrets } from "./secrets.ts";
import type { ServicePlan } from "./service.ts";

export const dumpFolder = (folders: Folders) => join(folders.meili, "dumps");

export const meiliUrl = (port: number) => `http://127.0.0.1:${port}`;

export function meiliPlan(folders: Folders, binaries: Binaries, port: number, secrets: Secrets): ServicePlan {
  return {
    name: "meilisearch",
    label: "Meilisearch",
    command: binaries.meilisearch,
    args: [
      `--db-path=${join(folders.meili, "data.ms")}`,
      `--dump-dir=${dumpFolder(folders)}`,
      `--snapshot-dir=${join(folders.meili, "snapshots")}`,
      `--http-addr=127.0.0.1:${port}`,
      "--no-analytics",
      "--env=production",
      "--log-level=WARN",
    ],
    env: { MEILI_MASTER_KEY: secrets.meiliKey },
    readyWithinMs: 120_000,
    async ping() {
      const reply = await fetch(`${meiliUrl(port)}/health`, { signal: AbortSignal.timeout(2_000) });
      return reply.ok && ((await reply.json()) as { status?: string }).status === "available";
    },
  };
}
