import { access, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandRefused } from "../command-line.ts";
import type { NamedProblem } from "./read-problem.ts";

/** Finds out before the work whether its result will have a place. */
export async function requireFolderOf(path: string) {
  await access(dirname(path)).catch(() => {
    throw new CommandRefused(`输出文件夹不存在：${dirname(path)}。The folder for the result is not there: ${dirname(path)}.`, 2);
  });
}

/** Writes `worker,post,value` of those placed, in the order of the input, whole or not at all. */
export async function writePairs(path: string, problem: NamedProblem, edgeOfWorker: Int32Array) {
  const rows = ["worker,post,value\n"];
  edgeOfWorker.forEach((edge, worker) => {
    if (edge >= 0) rows.push(`${cell(problem.workerNames[worker]!)},${cell(problem.postNames[problem.edgePost[edge]!]!)},${problem.edgeValue[edge]}\n`);
  });
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, rows.join(""));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandRefused(`结果没有写成。The result was not written: ${reason}`, 1);
  }
}

function cell(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
