import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { systemActor } from "#app/platform/actor.ts";
import { openRejects } from "#app/platform/tables/rejects.server.ts";
import { classifyFile, type CodedLine } from "#app/usecases/occupations/classify-file.server.ts";
import { runCommand, UsageError } from "./command.ts";
import { describeRefusal } from "./import-text.ts";

const HEADER = ["line", "title", "code", "name", "by", "certainty", "because", "others"];

function cellsOf({ line, title, found }: CodedLine): string[] {
  return found === null
    ? [String(line), title, "", "", "", "", "", ""]
    : [String(line), title, found.code, found.name, found.by, found.certainty.toFixed(2), found.because.join(" | "), found.others.join(" | ")];
}

/** The whole file or none: it gets its name only when it is complete. */
async function writeCoded(path: string, lines: readonly CodedLine[]) {
  const part = `${path}.part`;
  try {
    const file = await openRejects(part, HEADER);
    for (const line of lines) await file.add(cellsOf(line));
    await file.close();
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw new UsageError(`--out: ${path} cannot be written (${(error as { code?: string }).code ?? error})`);
  }
}

await runCommand({
  name: "classify",
  describe: "Gives each title of a CSV, CSV.GZ or XLSX its occupation of the national classification; --out writes a CSV.",
  usage: "--in FILE [--out FILE]",
  options: { in: { type: "string" }, out: { type: "string" } },
  args: z.object({ in: z.string("name a file of titles").min(1), out: z.string().min(1).optional() }),
  async run({ deps, args }) {
    if (args.out !== undefined && resolve(args.out) === resolve(args.in)) throw new UsageError("--out: must not be the file that is read");
    const coded = await classifyFile(deps, systemActor("classify from the command line"), { path: args.in });
    if (!coded.ok) throw new UsageError(`${args.in}: ${coded.problems.map(describeRefusal).join("; ")}`);
    const { lines, lexicon } = coded.value;
    const found = lines.filter((line) => line.found !== null);
    const by = Object.fromEntries(["lexicon", "list", "likeness"].map((way) => [way, found.filter((line) => line.found!.by === way).length]));
    if (args.out !== undefined) await writeCoded(args.out, lines);
    const summary = { titles: lines.length, coded: found.length, coverage: Math.floor((found.length / lines.length) * 10_000) / 10_000, lexicon, by };
    return {
      ok: true,
      result: args.out === undefined ? { ...summary, lines: lines.map(({ line, title, found: one }) => ({ line, title, ...(one ?? { code: null }) })) } : { ...summary, out: args.out },
      text: args.out === undefined ? lines.map((line) => cellsOf(line).join("\t")).join("\n") : `${found.length} of ${lines.length} coded → ${args.out}`,
    };
  },
});
