import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import type { Binaries } from "./binaries.ts";
import { socketPath, type Folders } from "./folders.ts";
import type { Secrets } from "./secrets.ts";
import type { ServicePlan } from "./service.ts";

const run = promisify(execFile);

/** What MySQL 8 checks by default, so that nothing passes here that production would refuse. */
const SQL_MODE =
  "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
const USER = "jingangtong";

/** mysqld refuses to run as root unless told; another account could not enter a project below /root. */
const asRoot = () => (process.getuid?.() === 0 ? ["--user=root"] : []);

export const databaseName = (folders: Folders) => (folders.profile === "main" ? "jingangtong" : "jingangtong_test");

export function databaseUrl(folders: Folders, port: number, secrets: Secrets): string {
  return `mysql://${USER}:${secrets.databasePassword}@127.0.0.1:${port}/${databaseName(folders)}`;
}

/** MariaDB's own script does not quote paths: a folder with a space in its name is handed to it under a plain name. */
async function withPlainPath(folder: string, work: (plain: string) => Promise<unknown>): Promise<void> {
  if (/^[\w./-]+$/.test(folder)) {
    await work(folder);
    return;
  }
  const home = mkdtempSync(join(tmpdir(), "jgt-"));
  const link = join(home, "data");
  symlinkSync(folder, link);
  try {
    await work(link);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Fills a new data folder beside its final place, so that an interrupted first start leaves nothing half made. */
export async function initDatabase(folders: Folders, binaries: Binaries): Promise<void> {
  if (existsSync(join(folders.mysql, "mysql"))) return;
  const draft = `${folders.mysql}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folders.mysql, { recursive: true, force: true });
  const { installDb, mysqld } = binaries;
  const options = { maxBuffer: 16 * 1024 * 1024 };
  if (installDb) {
    const how = ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve", ...asRoot()];
    await withPlainPath(folders.root, (plain) => run(installDb, [...how, `--datadir=${join(plain, basename(draft))}`], options));
  } else {
    await run(mysqld, ["--no-defaults", "--initialize-insecure", `--datadir=${draft}`, ...asRoot()], options);
  }
  renameSync(draft, folders.mysql);
}

/** Runs before the first connection is accepted, so no account is ever without its password. */
function initSql(folders: Folders, secrets: Secrets): string {
  const name = databaseName(folders);
  const accounts = ["127.0.0.1", "localhost"].map((host) => `'${USER}'@'${host}'`);
  return [
    `CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    ...["127.0.0.1", "::1", hostname().toLowerCase()].map((host) => `DROP USER IF EXISTS 'root'@'${host}', ''@'${host}';`),
    "DROP USER IF EXISTS ''@'localhost';",
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${secrets.databaseRootPassword}';`,
    ...accounts.flatMap((account) => [
      `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${secrets.databasePassword}';`,
      `ALTER USER ${account} IDENTIFIED BY '${secrets.databasePassword}';`,
      `GRANT ALL PRIVILEGES ON jingangtong.* TO ${account};`,
      `GRANT ALL PRIVILEGES ON \`jingangtong\\_%\`.* TO ${account};`,
    ]),
    "",
  ].join("\n");
}

export function databasePlan(folders: Folders, binaries: Binaries, port: number, secrets: Secrets): ServicePlan {
  const initFile = join(folders.run, "init.sql");
  writeFileSync(initFile, initSql(folders, secrets), { mode: 0o600 });
  // A starting server empties its folder of temporary tables; in a shared one it would take those of others.
  const temporary = join(folders.run, "mysql-tmp");
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const test = folders.profile === "test";
  const mariadb = binaries.installDb !== null;
  return {
    name: "mariadb",
    label: "MariaDB",
    command: binaries.mysqld,
    readyWithinMs: 120_000,
    args: [
      "--no-defaults",
      ...asRoot(),
      `--datadir=${folders.mysql}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      `--socket=${socketPath(folders.run, "mysql.sock")}`,
      `--pid-file=${join(folders.run, "mysql.pid")}`,
      `--init-file=${initFile}`,
      `--tmpdir=${temporary}`,
      "--skip-name-resolve",
      "--character-set-server=utf8mb4",
      "--collation-server=utf8mb4_unicode_ci",
      "--default-time-zone=+00:00",
      `--sql-mode=${SQL_MODE}`,
      "--local-infile=1",
      "--max-connections=300",
      "--max-allowed-packet=64M",
      `--innodb-buffer-pool-size=${test ? "128M" : "512M"}`,
      ...(mariadb ? [`--innodb-log-file-size=${test ? "48M" : "256M"}`] : ["--mysqlx=OFF", "--disable-log-bin"]),
      ...(test ? ["--innodb-flush-log-at-trx-commit=2", "--innodb-doublewrite=OFF"] : []),
    ],
    async ping() {
      const connection = await createConnection({ uri: databaseUrl(folders, port, secrets), connectTimeout: 2_000 });
      try {
        await connection.query("SELECT 1");
        return true;
      } finally {
        await connection.end();
      }
    },
  };
}
