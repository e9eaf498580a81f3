import { z } from "zod";
import type { Problem } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import { sourceFromPath } from "#app/usecases/imports/input.ts";
import type { ImportProgress } from "#app/domain/import/summary.ts";
import { importClassification } from "#app/usecases/occupations/import-classification.server.ts";
import { importCodedTitles } from "#app/usecases/occupations/import-coded-titles.server.ts";
import { runCommand, UsageError } from "./command.ts";
import { describeImport, describeOccupations, describeRefusal, describeTitles } from "./import-text.ts";

await runCommand({
  name: "import",
  describe: "Imports postings, workers, the classification of occupations or coded titles from CSV, CSV.GZ or XLSX; no row goes in twice.",
  usage: "posts|workers|occupations|titles FILE [--source NAME] [--rejects FILE] [--open-for DAYS | --by-date] [--trust]",
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
    if (path === undefined || positionals.length > 2) throw new UsageError("posts, workers, occupations or titles, and one file");
    const refused = (problems: Problem[]) => {
      const why = problems.map(describeRefusal).join("\n");
      return { ok: false, result: { problems, error: why }, text: why };
    };
    const actor = systemActor("import from the command line");
    if (kind === "occupations") {
      const list = await importClassification(deps, actor, { path });
      return list.ok ? { ok: true, result: { ...list.value }, text: describeOccupations(list.value) } : refused(list.problems);
    }
    if (kind === "titles") {
      const learned = await importCodedTitles(deps, actor, { path, source: args.source ?? sourceFromPath(path) });
      return learned.ok ? { ok: true, result: { ...learned.value }, text: describeTitles(learned.value) } : refused(learned.problems);
    }
    if (kind !== "posts" && kind !== "workers") throw new UsageError("posts, workers, occupations or titles, and one file");
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
    if (!result.ok) return refused(result.problems);
    return { ok: result.value.brokenAt === null && !result.value.stopped, result: { ...result.value }, text: describeImport(result.value) };
  },
});
