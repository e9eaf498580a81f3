import { z } from "zod";
import { systemActor } from "#app/platform/actor.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import { sourceFromPath } from "#app/usecases/imports/input.ts";
import type { ImportProgress } from "#app/usecases/imports/summary.ts";
import { runCommand, UsageError } from "./command.ts";
import { describeImport, describeRefusal } from "./import-text.ts";

await runCommand({
  name: "import",
  describe: "Imports postings or workers from CSV, CSV.GZ or XLSX; bad rows go to FILE.rejects.csv, no row goes in twice.",
  usage: "posts|workers FILE [--source NAME] [--rejects FILE] [--open-for DAYS | --by-date] [--trust]",
  options: {
    source: { type: "string" },
    rejects: { type: "string" },
    "open-for": { type: "string" },
    "by-date": { type: "boolean" },
    trust: { type: "boolean" },
  },
  args: z.object({
    source: z.string().optional(),
    rejects: z.string().optional(),
    "open-for": z.coerce.number().int().min(1).max(180).optional(),
    "by-date": z.boolean().default(false),
    trust: z.boolean().default(false),
  }),
  async run({ deps, args, positionals, onProgress, signal }) {
    const [kind, path] = positionals;
    if ((kind !== "posts" && kind !== "workers") || path === undefined || positionals.length > 2) throw new UsageError("posts or workers, and one file");
    const actor = systemActor("import from the command line");
    const common = {
      path,
      source: args.source ?? sourceFromPath(path),
      rejectsPath: args.rejects,
      signal,
      onProgress: ({ rows, bytes, totalBytes }: ImportProgress) =>
        onProgress(kind === "posts" ? "importing postings" : "importing workers", rows, Math.max(rows, Math.round((rows * totalBytes) / Math.max(1, bytes)))),
    };
    const result =
      kind === "posts"
        ? await importPosts(deps, actor, { ...common, openDays: args["open-for"], byDate: args["by-date"], trusted: args.trust })
        : await importPersons(deps, actor, common);
    if (!result.ok) {
      const why = result.problems.map(describeRefusal).join("\n");
      return { ok: false, result: { problems: result.problems, error: why }, text: why };
    }
    return { ok: result.value.brokenAt === null && !result.value.stopped, result: { ...result.value }, text: describeImport(result.value) };
  },
});
