import { readFileSync } from "node:fs";
import { z } from "zod";
import { finishMaster, wrapForNext } from "#app/data/keys/generations.server.ts";
import { CIPHERS } from "#app/platform/keys/ciphers.server.ts";
import { rotateKeys } from "#app/usecases/keys/rotate-keys.server.ts";
import { runCommand, UsageError } from "./command.ts";

const MASTER_BYTES = 32;
/** A process looks for keys every KEY_RELOAD_SECONDS; three times that leaves room for one that is busy. */
const RELOADS = 3;

await runCommand({
  name: "rotate-keys",
  describe: "Brings in new keys for personal data while everything runs, and writes everything anew under them.",
  usage: [
    "npm run rotate-keys [-- --algorithm aes|sm4] [--index] [--announce-seconds N]",
    "  --index           new keys for the blind index too, and every index written anew",
    "  --master FILE     wraps the data keys by the DATA_KEY in FILE as well; restart everything with it, then run rotate-keys -- --finish-master",
    "  --index-master FILE   the same for INDEX_KEY",
  ].join("\n"),
  options: { algorithm: { type: "string" }, index: { type: "boolean" }, "announce-seconds": { type: "string" }, master: { type: "string" }, "index-master": { type: "string" }, "finish-master": { type: "boolean" } },
  args: z.object({
    algorithm: z.enum(CIPHERS).optional(), index: z.boolean().default(false), "announce-seconds": z.coerce.number().min(0).max(600).optional(),
    master: z.string().optional(), "index-master": z.string().optional(), "finish-master": z.boolean().default(false),
  }),
  async run({ deps, args, onProgress, signal }) {
    const next = ([["DATA", args.master], ["INDEX", args["index-master"]]] as const).filter(([, file]) => file !== undefined);
    if (next.length > 0) {
      let wrapped = 0;
      for (const [use, file] of next) wrapped += await wrapForNext(deps, use, readMaster(file!, [deps.env.DATA_KEY, deps.env.INDEX_KEY]));
      const variables = next.map(([use]) => (use === "DATA" ? "DATA_KEY" : "INDEX_KEY")).join(", ");
      return { ok: true, result: { wrapped }, text: `已用新主密钥另行包裹 ${wrapped} 把密钥。Wrapped ${wrapped} keys by the new master key too: restart web and workers with the new ${variables}, then npm run rotate-keys -- --finish-master.` };
    }
    if (args["finish-master"]) {
      const { finished, waiting } = await finishMaster(deps);
      return { ok: !waiting, result: { finished, waiting }, text: waiting ? "新主密钥尚未启用。This command was not started with the new master key." : `旧主密钥已作废，${finished} 把密钥。The old master key opens nothing any more: ${finished} keys.` };
    }
    const announceSeconds = args["announce-seconds"] ?? deps.env.KEY_RELOAD_SECONDS * RELOADS;
    const rotated = await rotateKeys(deps, { cipher: args.algorithm ?? deps.env.FIELD_CIPHER, index: args.index, announceSeconds, onProgress, signal });
    if (!rotated.ok) return { ok: false, result: { problem: rotated.problems[0]?.code }, text: PROBLEMS[rotated.problems[0]!.code] ?? rotated.problems[0]!.code };
    const { data, index, changed, kept, retired, seconds, resumed, conflicts } = rotated.value;
    const rows = Object.values(changed).reduce((sum, count) => sum + count, 0);
    return {
      ok: rotated.value.conflicts === 0,
      result: { ...rotated.value, rows, rowsPerSecond: Math.round(rows / Math.max(0.1, seconds)) },
      text: [
        `${resumed ? "接着上次完成。Went on with a rotation that had been begun. " : ""}数据密钥 data key: ${data.generation} (${data.algorithm}); 索引密钥 index key: ${index.generation} (${index.algorithm})`,
        `重写 ${rows} 行 rows written anew in ${seconds} s; 停用 retired: ${retired.join(", ") || "-"}`,
        ...(conflicts > 0 ? [`${conflicts} 行的新索引已被占用 rows whose new index another row holds: somebody is entered twice; the old index stays asked for.`] : []),
        ...(Object.keys(kept).length > 0 ? [`仍有旧索引 still asked for, their plain text is not kept: ${Object.entries(kept).map(([column, count]) => `${column} ${count}`).join(", ")}`] : []),
      ].join("\n"),
    };
  },
});

const PROBLEMS: Record<string, string> = {
  "master-change-unfinished": "主密钥更换未完成。A change of the master key is under way: start everything with the new one, then npm run rotate-keys -- --finish-master.",
  "keys-still-written": "仍有进程用旧密钥写入。Some process goes on writing with the old key: restart web and workers, then run this again.",
};

function readMaster(file: string, others: readonly string[]): string {
  const key = readFileSync(file, "utf8").trim();
  if (Buffer.from(key, "base64").length < MASTER_BYTES) throw new UsageError(`${file} must hold ${MASTER_BYTES} random bytes in base64 (openssl rand -base64 ${MASTER_BYTES})`);
  if (others.includes(key)) throw new UsageError(`${file} holds a key that is in use`);
  return key;
}
