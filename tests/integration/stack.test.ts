import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { endAll, identify, processesUsing, sleep, type ProcessRef } from "#scripts/stack/processes.mjs";

interface Holder {
  child: ChildProcess;
  env: Record<string, string>;
}

const SERVICES = ["mariadbd", "mysqld", "redis-server", "valkey-server", "meilisearch"];
let folder: string;
const holders: ChildProcess[] = [];

const services = () => processesUsing([folder], SERVICES);
const everything = () => processesUsing([folder], [...SERVICES, "node"]);

async function hold(): Promise<Holder> {
  const ownServices = { DATABASE_URL: undefined, REDIS_URL: undefined, MEILI_URL: undefined, MEILI_KEY: undefined };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/stack.ts", "--json"], {
    env: { ...process.env, ...ownServices, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  holders.push(child);
  let output = "";
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("\n")) resolve({ child, env: JSON.parse(output) as Record<string, string> });
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${output}${errors}`)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

async function until(condition: () => boolean, withinMs = 90_000): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

async function query(env: Record<string, string>, sql: string): Promise<unknown> {
  const connection = await createConnection({ uri: env.DATABASE_URL ?? "" });
  try {
    return (await connection.query(sql))[0];
  } finally {
    await connection.end();
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stack-"));
});

afterEach(async () => {
  for (const child of holders.splice(0)) child.kill("SIGTERM");
  expect(await until(() => everything().length === 0)).toBe(true);
});

afterAll(async () => {
  await endAll(everything());
  rmSync(folder, { recursive: true, force: true });
});

describe("the private services", () => {
  it("stop with their command and keep their data for the next", async () => {
    const first = await hold();
    await query(first.env, "CREATE TABLE kept (id INT PRIMARY KEY)");
    await query(first.env, "INSERT INTO kept VALUES (42)");
    expect(services()).toHaveLength(3);
    first.child.kill("SIGINT");
    await ended(first.child);
    expect(everything()).toEqual([]);
    const second = await hold();
    expect(await query(second.env, "SELECT id FROM kept")).toEqual([{ id: 42 }]);
  });

  it("end when their command is killed outright, and the next start recovers", async () => {
    const first = await hold();
    first.child.kill("SIGKILL");
    expect(await until(() => everything().length === 0)).toBe(true);
    const second = await hold();
    expect(await query(second.env, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("left over from a killed guard are ended by the next start", async () => {
    const first = await hold();
    const guard = processesUsing([folder], ["node"])[0] as ProcessRef;
    process.kill(guard.pid, "SIGKILL");
    first.child.kill("SIGKILL");
    await ended(first.child);
    expect(services()).toHaveLength(3);
    const second = await hold();
    expect(services()).toHaveLength(3);
    expect(await query(second.env, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("stay for a second command when the first one that started them is killed", async () => {
    const first = await hold();
    const second = await hold();
    expect(second.env).toEqual(first.env);
    expect(services()).toHaveLength(3);
    first.child.kill("SIGKILL");
    await ended(first.child);
    await sleep(1_000);
    expect(await query(second.env, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("two commands at once start one set between them", async () => {
    const [first, second] = await Promise.all([hold(), hold()]);
    expect(first.env.DATABASE_URL).toBe(second.env.DATABASE_URL);
    expect(services()).toHaveLength(3);
  });

  it("a service that dies is brought back on its old port", async () => {
    const { env } = await hold();
    const redis = processesUsing([join(folder, "redis")], ["redis-server", "valkey-server", "redis-check-rdb"])[0] as ProcessRef;
    process.kill(redis.pid, "SIGKILL");
    const back = () => processesUsing([join(folder, "redis")], ["redis-server", "valkey-server"]).some(({ pid }) => pid !== redis.pid);
    expect(await until(back)).toBe(true);
    expect(readFileSync(join(folder, "redis", "redis.conf"), "utf8")).toContain(`port ${new URL(env.REDIS_URL ?? "").port}`);
  });

  it("listen on this machine alone and ask for passwords", async () => {
    const { env } = await hold();
    for (const name of ["DATABASE_URL", "REDIS_URL", "MEILI_URL"]) expect(new URL(env[name] ?? "").hostname).toBe("127.0.0.1");
    const stranger = new URL(env.DATABASE_URL ?? "");
    stranger.password = "";
    await expect(createConnection({ uri: stranger.href })).rejects.toThrow(/Access denied/);
    stranger.username = "root";
    await expect(createConnection({ uri: stranger.href })).rejects.toThrow(/Access denied|not allowed/);
    expect((await fetch(`${env.MEILI_URL}/indexes`)).status).toBe(401);
  });

  it("keep their passwords off the command lines that every account can read", async () => {
    const { env } = await hold();
    const secrets = [new URL(env.DATABASE_URL ?? "").password, new URL(env.REDIS_URL ?? "").password, env.MEILI_KEY ?? ""];
    for (const { pid } of everything()) {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      for (const secret of secrets) expect(line.includes(secret)).toBe(false);
    }
  });
});

describe("a process is known by its pid and its start", () => {
  it("a pid used again by another process is not taken for the first", () => {
    const me = identify(process.pid);
    expect(me.start).not.toBeNull();
    expect(existsSync(`/proc/${me.pid}`)).toBe(true);
    expect(processesUsing([process.execPath], ["node"]).some(({ pid }) => pid === process.pid)).toBe(false);
  });
});
