import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Servers stand in sbin folders that an ordinary account has not on its PATH. */
const EXTRA = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"];

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export function findCommand(...names: string[]): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...EXTRA].filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

export const hasCommand = (name: string) => findCommand(name) !== null;
