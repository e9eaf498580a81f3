import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withInstallLock } from "../launch/install.mjs";
import type { Progress } from "../progress.ts";
import { projectRoot } from "../stack/folders.ts";
import { identify, type ProcessRef } from "../stack/processes.mjs";

const SOURCES = ["app", "search", "prisma", "workers", "public", "vite.config.ts", "remix.config.js", "tsconfig.json", "package-lock.json", "package.json"];
const KEPT_BUILDS = 4;

function filesOf(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== "generated" && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesOf(join(path, entry.name)))
    .sort();
}

export function hashSources(root: string = projectRoot): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((name) => filesOf(join(root, name)))) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

/** Builds not used for longest go first: a running product may still serve a recent one. */
function removeOldBuilds(folder: string) {
  const builds = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of builds.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}

function runVite(folder: string, adopt: (ref: ProcessRef) => void, onModule: (count: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const cli = join(projectRoot, "node_modules", "@remix-run", "dev", "dist", "cli.js");
    const child = spawn(process.execPath, [cli, "vite:build"], {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      env: { ...process.env, NODE_ENV: "production", BUILD_DIR: folder, NO_COLOR: "1" },
    });
    if (child.pid !== undefined) adopt(identify(child.pid));
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      onModule((output.match(/modules transformed/g) ?? []).length + (output.match(/built in/g) ?? []).length);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${output.trim()}`))));
  });
}

/** Builds the web part unless this very source was built before; returns the folder. Each source has a folder of its own. */
export async function buildWeb(progress: Progress, adopt: (ref: ProcessRef) => void): Promise<string> {
  const folder = join("build", hashSources());
  const path = join(projectRoot, folder);
  const whole = join(path, ".complete");
  await withInstallLock(projectRoot, progress, async () => {
    if (existsSync(whole)) {
      utimesSync(path, new Date(), new Date());
      return;
    }
    rmSync(path, { recursive: true, force: true });
    const step = progress.step("构建网页 Web build", 4);
    await runVite(folder, adopt, (count) => step.update(Math.min(4, count)));
    if (!existsSync(join(path, "server"))) throw new Error(`The build left nothing in ${folder}.`);
    writeFileSync(whole, "");
    step.update(4);
    step.end();
    removeOldBuilds(join(projectRoot, "build"));
  });
  return folder;
}
