import { createConnection } from "node:net";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { Folders } from "./folders.ts";
import type { Secrets } from "./secrets.ts";
import type { ServicePlan } from "./service.ts";

export function redisUrl(port: number, secrets: Secrets): string {
  return `redis://:${secrets.redisPassword}@127.0.0.1:${port}/0`;
}

function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    let reply = "";
    const finish = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(2_000, () => finish(false));
    socket.on("error", () => finish(false));
    socket.on("close", () => finish(false));
    socket.on("connect", () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on("data", (chunk) => {
      reply += chunk.toString("latin1");
      if (reply.includes("+PONG")) finish(true);
      else if (reply.includes("-LOADING")) finish(false);
    });
  });
}

export function redisPlan(folders: Folders, binaries: Binaries, port: number, secrets: Secrets): ServicePlan {
  const config = join(folders.redis, "redis.conf");
  const lines = [
    "bind 127.0.0.1",
    `port ${port}`,
    "protected-mode yes",
    `requirepass ${secrets.redisPassword}`,
    `dir ${JSON.stringify(folders.redis)}`,
    "daemonize no",
    "appendonly yes",
    `appendfsync ${folders.profile === "test" ? "no" : "everysec"}`,
    "maxmemory-policy noeviction",
    "databases 256",
    "set-proc-title no",
    "",
  ];
  writeFileSync(config, lines.join("\n"), { mode: 0o600 });
  return {
    name: "redis",
    label: "Redis",
    command: binaries.redis,
    argv0: "redis-server",
    args: [config],
    readyWithinMs: 60_000,
    ping: () => answersPing(port, secrets.redisPassword),
  };
}
