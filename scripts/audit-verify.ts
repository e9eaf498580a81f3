import { z } from "zod";
import { readWitness, sealAudit } from "#app/data/audit-chain/seal.server.ts";
import { verifyAudit } from "#app/data/audit-chain/verify.server.ts";
import { runCommand, UsageError } from "./command.ts";

await runCommand({
  name: "audit-verify",
  describe: "Goes through the chain of the audit and tells what was changed, deleted, inserted, moved or cut off, and where.",
  usage: "npm run audit:verify [-- --head NUMBER:HASH] [--seal]   --head: an end of the chain from a log line 'audit sealed'; --seal: seals what waits first, where no workers run",
  options: { head: { type: "string", multiple: true }, seal: { type: "boolean" } },
  args: z.object({ head: z.array(z.string()).default([]), seal: z.boolean().default(false) }),
  async run({ deps, args }) {
    const startedAt = performance.now();
    const known = args.head.map((text) => {
      const found = readWitness(text);
      if (!found) throw new UsageError(`--head ${text}: a number, a colon and 43 characters are needed, as in the log`);
      return found;
    });
    if (args.seal) await sealAudit(deps);
    const verdict = await verifyAudit(deps, { known });
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      ok: verdict.flaws.length === 0,
      result: { ...verdict, seconds },
      text: [
        `审计 audit: ${verdict.entries} entries, ${verdict.sealed} sealed, ${verdict.unsealed} not yet (oldest ${verdict.oldestUnsealedSeconds} s), ${verdict.seals} seals, ${seconds} s`,
        `链尾 head: ${verdict.head ?? "-"}; Redis: ${verdict.witness}`,
        ...verdict.flaws.map(({ kind, seq, id, detail }) => `  ${kind} ${seq ?? "-"} ${id ?? ""}: ${detail}`),
        ...(verdict.moreFlaws > 0 ? [`  … ${verdict.moreFlaws} more`] : []),
        verdict.flaws.length === 0 ? "一致。Nothing was touched." : "不一致，请勿改动，保留现场并上报。Touched: leave everything as it is and report it.",
      ].join("\n"),
    };
  },
});
