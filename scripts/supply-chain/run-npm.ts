import { execFile } from "node:child_process";
import { projectRoot } from "../stack/folders.ts";
import { npmCommand } from "../stack/npm-package.ts";

/** npm's own answer, whatever its exit code: an audit that found something ends with 1 as well. */
export function runNpm(args: string[]): Promise<{ stdout: string; stderr: string }> {
  const [command, prefix] = npmCommand();
  return new Promise((resolve) => {
    execFile(command, [...prefix, ...args], { cwd: projectRoot, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) => resolve({ stdout, stderr }));
  });
}
