import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../progress.ts";
import { canInstall, installPackages, refreshLists } from "./apt.ts";
import { hasCommand, isExecutable } from "./lookup.ts";
import { StackUnavailable } from "./missing.ts";
import { cacheFolder, runQuietly } from "./npm-package.ts";

/** Debian's stable releases have MariaDB alone; MySQL's own server is in its unstable one. */
const SUITE = "sid";
const FOLDER = "mysql-sid";
const LIBRARIES: Record<string, { folder: string; loader: string }> = {
  x64: { folder: "usr/lib/x86_64-linux-gnu", loader: "usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" },
  arm64: { folder: "usr/lib/aarch64-linux-gnu", loader: "usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1" },
};

const cachedMysql = () => join(cacheFolder(), FOLDER, "mysqld");

/** The server with the libraries of its own release; its name starts like the server's, so that leftovers are found by it. */
function starter({ folder }: { folder: string }): string {
  return [
    "#!/bin/sh",
    'here=$(dirname "$0")',
    `exec "$here/mysqld-loader" --library-path "$here/root/${folder}" "$here/root/usr/sbin/mysqld" "$@" --basedir="$here/root/usr" --secure-file-priv=`,
    "",
  ].join("\n");
}

/** Unpacks MySQL's own server into a folder of the cache, once for all checkouts of this account; nothing is installed into the system. */
export async function fetchMysql(progress: Progress): Promise<string> {
  const path = cachedMysql();
  if (isExecutable(path)) return path;
  const libraries = LIBRARIES[process.arch];
  if (!libraries || !canInstall()) {
    throw new StackUnavailable("没有 MySQL。No MySQL server: as root on Debian or Ubuntu (amd64, arm64) it is fetched; elsewhere name one: MYSQLD_BIN=/usr/sbin/mysqld npm run test:mysql");
  }
  if (!hasCommand("debootstrap")) {
    await refreshLists(progress);
    await installPackages("安装 debootstrap", ["debootstrap", "debian-archive-keyring"], progress);
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = mkdtempSync(join(cacheFolder(), "mysql-"));
  const step = progress.step("下载 MySQL", 1);
  try {
    const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
    const trusted = existsSync(keyring) ? [`--keyring=${keyring}`] : [];
    await runQuietly("debootstrap", ["--variant=minbase", "--include=mysql-server-core", ...trusted, SUITE, join(draft, "root")], draft);
    symlinkSync(join("root", libraries.loader), join(draft, "mysqld-loader"));
    writeFileSync(join(draft, "mysqld"), starter(libraries));
    chmodSync(join(draft, "mysqld"), 0o755);
    chmodSync(draft, 0o755);
    rmSync(join(cacheFolder(), FOLDER), { recursive: true, force: true });
    renameSync(draft, join(cacheFolder(), FOLDER));
  } catch (error) {
    throw new StackUnavailable(`MySQL could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  step.update(1);
  step.end();
  return path;
}
