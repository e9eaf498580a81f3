import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { join } from "node:path";
import { externalUrls } from "../stack/external.ts";
import { foldersFor } from "../stack/folders.ts";
import { GuardClient } from "../stack/guard-client.ts";
import { StackUnavailable } from "../stack/missing.ts";
import { endLeftovers } from "../stack/prepare.ts";

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new StackUnavailable("--reset 会删除全部数据，请加 --yes 确认。--reset deletes all data; without a terminal to ask on, add --yes.");
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`删除 ${folder} 中的全部数据并重新开始？Delete all data in ${folder} and start over? [y/N] `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Deletes the private stack's data and keys; false when the person said no. */
export async function resetData(yes: boolean): Promise<boolean> {
  if (externalUrls("main", process.env)) {
    throw new StackUnavailable("--reset only deletes this project's own data folder. The services named by DATABASE_URL, REDIS_URL and MEILI_URL are left alone.");
  }
  const folders = foldersFor("main");
  const running = await GuardClient.connect(folders);
  if (running) {
    await running.release();
    if (running.others > 0) throw new StackUnavailable("晋岗通正在运行，请先停止。It is running: stop it first, then reset.");
  }
  await GuardClient.waitUntilGone(folders);
  if (!yes && !(await confirmed(folders.root))) return false;
  await endLeftovers(folders);
  const names = ["mysql", "mysql.new", "redis", "meili", "logs", "run", "secrets.json", "ports.json"];
  for (const path of names.map((name) => join(folders.root, name)).filter((path) => existsSync(path))) {
    rmSync(path, { recursive: true, force: true });
  }
  return true;
}
