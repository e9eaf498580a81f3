import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { BackupRefused } from "#prisma/backup/manifest.ts";
import { takeBackup } from "#prisma/backup/take.ts";
import { CommandRefused } from "./command-line.ts";
import { runCommand } from "./command.ts";
import { dataRoot } from "./stack/folders.ts";

await runCommand({
  name: "backup",
  describe: "writes the whole database as it stands at one moment into a folder, with a manifest of counts and checksums; nobody has to stop",
  usage: "npm run backup [-- --to FOLDER]   FOLDER must not exist yet",
  options: { to: { type: "string" } },
  args: z.object({ to: z.string().min(1).optional() }),
  async run({ deps, env, args, onProgress }) {
    const startedAt = performance.now();
    const folder = resolve(args.to ?? join(dataRoot, "backups", deps.clock.now().toISOString().slice(0, 19).replaceAll(":", "-")));
    if (existsSync(folder)) throw new CommandRefused(`${folder} 已存在，请另选一个。${folder} is there already: name another folder.`, 2);
    const { tables, ledger, takenAt } = await takeBackup({ url: env.DATABASE_URL!, dataKey: deps.env.DATA_KEY }, folder, onProgress).catch((error: unknown) => {
      throw error instanceof BackupRefused ? new CommandRefused(error.message, 1) : error;
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      ok: true,
      result: { folder, takenAt, tables: tables.length, rows, ledgerHash: ledger.hash, seconds },
      text: [
        `备份好了 Backed up: ${folder}`,
        `${tables.length} 张表 tables，${rows} 行 rows，台账 ledger ${ledger.hash}（${seconds} s）`,
        "密钥不在备份里：DATA_KEY、INDEX_KEY 请另外保存。The keys are not in it: keep DATA_KEY and INDEX_KEY apart from it.",
      ].join("\n"),
    };
  },
});
