import { z } from "zod";
import { INDEX_NAMES } from "#search/indexes/definitions.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { runCommand } from "./command.ts";

await runCommand({
  name: "rebuild",
  describe: "fills the search indexes anew from the database and swaps them in without a gap",
  options: { index: { type: "string" } },
  args: z.object({ index: z.enum(INDEX_NAMES, `must be one of ${INDEX_NAMES.join(", ")}`).optional() }),
  async run({ deps, args, onProgress, signal }) {
    const rebuilt = await rebuildIndexes(deps, { ...(args.index ? { names: [args.index] } : {}), onProgress, signal });
    const lines = Object.entries(rebuilt).map(([name, { documents, seconds }]) => `${name}: ${documents} documents in ${seconds} s`);
    return { ok: true, result: { ...rebuilt }, text: lines.join("\n") };
  },
});
