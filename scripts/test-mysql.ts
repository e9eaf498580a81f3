import { createProgress } from "./progress.ts";
import { fetchMysql } from "./stack/fetch-mysql.ts";

// The migrations and the integration tests on MySQL's own server instead of MariaDB; the last line is that of `npm test`.
const path =
  process.env.MYSQLD_BIN ||
  (await fetchMysql(createProgress()).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }));
if (path) {
  process.env.MYSQLD_BIN = path;
  if (process.argv.length === 2) process.argv.push("--only", "integration");
  await import("./test.ts");
} else process.stdout.write("0 passed, 1 failed\n", () => process.exit(1));
