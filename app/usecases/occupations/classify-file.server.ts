import { z } from "zod";
import { loadNodeNames } from "#app/data/occupations/classification.server.ts";
import { loadLexicon } from "#app/data/occupations/lexicon.server.ts";
import { CODED_TITLE_FIELD_NAMES, codedTitleColumns } from "#app/domain/import/occupation-columns.ts";
import { type Classified, classifyTitle } from "#app/domain/occupation/classify.ts";
import { EDITION } from "#app/domain/occupation/structure.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { LONGEST_PATH } from "../imports/input.ts";
import { useCase } from "../use-case.server.ts";
import { readList } from "./read-list.server.ts";

export interface CodedLine {
  line: number;
  title: string;
  /** null for words that say nothing about work */
  found: (Classified & { name: string }) | null;
}

const LONGEST_TITLE = 500;

/** Codes every title of a file; writes nothing. A row without a title, or with one too long to be one, refuses the file with its line. */
export const classifyFile = useCase({
  name: "classify-file",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "classification", id: () => EDITION.code },
  input: z.object({ path: z.string().min(1, "required").max(LONGEST_PATH, "too-long") }),
  async run({ deps, input }) {
    const list = await readList(input.path, codedTitleColumns, ["title"], CODED_TITLE_FIELD_NAMES);
    if (!list.ok) return list;
    const [lexicon, names] = await Promise.all([loadLexicon(deps.pool), loadNodeNames(deps.pool, EDITION.code)]);
    const lines: CodedLine[] = [];
    for (const row of list.value) {
      const title = row.cell("title");
      if (title === "") return refuse("import-file-title-missing", { field: "path", params: { line: row.line } });
      if (title.length > LONGEST_TITLE) return refuse("import-file-title-long", { field: "path", params: { line: row.line } });
      const found = classifyTitle(title, lexicon);
      lines.push({ line: row.line, title, found: found && { ...found, name: names.get(found.code) ?? "" } });
    }
    return ok({ lexicon: lexicon !== null, lines });
  },
});
