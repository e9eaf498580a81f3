// The way into every command: checks Node, installs what is missing, then runs scripts/<command>.ts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createProgress } from "./launch/bar.mjs";
import { generateClient, installDependencies, withInstallLock } from "./launch/install.mjs";

const NEEDED = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [command = "", ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`需要 Node ${NEEDED.join(".")} 或更高版本，当前为 ${process.versions.node}。Node ${NEEDED.join(".")} or newer is needed, this is ${process.versions.node}: https://nodejs.org/`);
  process.exit(1);
}
const script = join(root, "scripts", `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
  console.error(`Unknown command "${command}". See: npm run`);
  process.exit(2);
}

const progress = createProgress({ silent: args.includes("--json") });
try {
  await withInstallLock(root, progress, async () => {
    await installDependencies(root, progress);
    await generateClient(root, progress);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// An import holds a batch and some bytes a row, however long its file; V8 would let garbage pile up by the gigabyte before it looked.
const importing = command === "import" || (command === "bench" && args[0] === "import");
const child = spawn(process.execPath, [...(importing ? ["--max-old-space-size=384"] : []), "--import", "tsx", script, ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, JGT_LAUNCHER: String(process.pid) },
});
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));

// npm can be ended without passing anything on; its orphan must not go on serving.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 1_000).unref();
}
child.once("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
