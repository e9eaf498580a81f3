// Runs before anything is installed: Node's own modules only.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identify, isAlive, sleep } from "../stack/processes.mjs";

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** Whether the installed tree, by npm's own record of it, is the one the lockfile asks for. */
export function treeMatches(lock, hidden, exists) {
  if (!hidden) return false;
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === "" || wanted.link) continue;
    const found = hidden.packages[path];
    if (!found) {
      if (wanted.optional || wanted.devOptional) continue;
      return false;
    }
    if (found.version !== wanted.version || found.integrity !== wanted.integrity || !exists(path)) return false;
  }
  return Object.keys(hidden.packages).every((path) => lock.packages[path]);
}

export function dependenciesAreInstalled(root) {
  const lockText = read(join(root, "package-lock.json"));
  if (lockText === null) throw new Error("package-lock.json is missing: the checkout is not whole.");
  const stamp = join(root, "node_modules", ".lockfile-hash");
  if (read(stamp) === sha256(lockText)) return true;
  const hiddenText = read(join(root, "node_modules", ".package-lock.json"));
  const matches = treeMatches(JSON.parse(lockText), hiddenText === null ? null : JSON.parse(hiddenText), (path) => existsSync(join(root, path)));
  if (matches) writeFileSync(stamp, sha256(lockText));
  return matches;
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true });
    // A group of its own, so that an interruption ends the installer's own children too.
    const interrupt = () => {
      try {
        process.kill(-child.pid, "SIGTERM");
      } finally {
        process.exit(130);
      }
    };
    for (const name of STOP_SIGNALS) process.once(name, interrupt);
    child.once("close", () => STOP_SIGNALS.forEach((name) => process.off(name, interrupt)));
    let tail = "";
    const keep = (chunk) => (tail = (tail + chunk).slice(-4_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(" ")} failed (${code}):\n${tail.trim()}`))));
  });
}

function npm() {
  const path = process.env.npm_execpath;
  return path && path.endsWith(".js") && existsSync(path) ? [process.execPath, [path]] : ["npm", []];
}

export async function installDependencies(root, progress) {
  if (dependenciesAreInstalled(root)) return;
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const packages = Object.entries(JSON.parse(lockText).packages).filter(([path, one]) => path !== "" && !one.optional);
  const step = progress.step("安装依赖 Packages", packages.length);
  const count = () => packages.filter(([path]) => existsSync(join(root, path, "package.json"))).length;
  const timer = setInterval(() => step.update(count()), 400);
  const [command, prefix] = npm();
  try {
    await run(command, [...prefix, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root });
  } finally {
    clearInterval(timer);
  }
  writeFileSync(join(root, "node_modules", ".lockfile-hash"), sha256(lockText));
  step.update(count());
  step.end();
}

/** The engine that Prisma would download is only needed by its own migrate, which this project does not use. */
const prismaEnv = { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/false", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

export async function generateClient(root, progress) {
  const schema = join(root, "prisma", "schema.prisma");
  if (!existsSync(schema)) return;
  const version = JSON.parse(readFileSync(join(root, "node_modules", "prisma", "package.json"), "utf8")).version;
  const wanted = sha256(readFileSync(schema), version);
  const folder = join(root, "prisma", "generated");
  const stamp = join(root, ".data", "prisma-client-hash");
  const whole = existsSync(folder) && readdirSync(folder).length > 0;
  if (whole && read(stamp) === wanted) return;
  const step = progress.step("生成数据客户端 Prisma client", 1);
  await run(process.execPath, [join(root, "node_modules", "prisma", "build", "index.js"), "generate"], {
    cwd: root,
    env: { ...process.env, ...prismaEnv },
  });
  writeFileSync(stamp, wanted);
  step.update(1);
  step.end();
}

/** Two commands in one fresh checkout must not install over each other. */
export async function withInstallLock(root, progress, work) {
  const path = join(root, ".data", "install.lock");
  mkdirSync(join(root, ".data"), { recursive: true, mode: 0o700 });
  const deadline = Date.now() + 20 * 60_000;
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(identify(process.pid)), { flag: "wx" });
      break;
    } catch {
      let holder = null;
      try {
        holder = JSON.parse(readFileSync(path, "utf8"));
      } catch {
        // being written, or just removed
      }
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (holder ? !isAlive(holder) : age > 5_000) rmSync(path, { force: true });
      else if (Date.now() > deadline) throw new Error(`Another command has been installing for 20 minutes (${path}).`);
      else {
        if (!told) progress.note("另一命令正在安装，等待 Another command is installing; waiting for it.");
        told = true;
        await sleep(300);
      }
    }
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}
