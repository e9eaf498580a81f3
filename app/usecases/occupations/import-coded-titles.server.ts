import { basename } from "node:path";
import { z } from "zod";
import { loadNamedWork } from "#app/data/occupations/classification.server.ts";
import { findLexicon, replaceLexicon } from "#app/data/occupations/lexicon.server.ts";
import { CODED_TITLE_FIELD_NAMES, codedTitleColumns } from "#app/domain/import/occupation-columns.ts";
import { isClassificationCode } from "#app/domain/occupation/classification.ts";
import { EDITION } from "#app/domain/occupation/structure.ts";
import { learnFromTitles } from "#app/domain/occupation/training.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { LONGEST_PATH } from "../imports/input.ts";
import { useCase } from "../use-case.server.ts";
import { readList } from "./read-list.server.ts";

export interface CodedTitlesSummary {
  edition: string;
  fileName: string;
  rows: number;
  titles: number;
  codes: number;
  /** names of occupations and trades that were learned from beside the titles */
  names: number;
  cues: number;
  /** the same titles and names had been learned from already */
  unchanged: boolean;
  /** lines whose title or code cannot be read */
  leftOut: number[];
}

/** Learns how people's titles are coded from a file, and puts what was learned in force; all of it in one transaction. */
export const importCodedTitles = useCase({
  name: "import-coded-titles",
  roles: ["ADMIN", "SYSTEM"],
  subject: { type: "occupation-lexicon", id: (input) => input.edition },
  input: z.object({ path: z.string().min(1, "required").max(LONGEST_PATH, "too-long"), source: z.string().min(1, "required").max(40, "too-long"), edition: z.string().max(20, "edition-unknown").default(EDITION.code) }),
  async run({ deps, input }) {
    const list = await readList(input.path, codedTitleColumns, ["title", "code"], CODED_TITLE_FIELD_NAMES);
    if (!list.ok) return list;
    const readable = list.value.filter((row) => row.cell("title") !== "" && isClassificationCode(row.cell("code")));
    if (readable.length === 0) return refuse("import-file-no-codes", { field: "path", params: { line: list.value[0]!.line } });
    const titles = readable.map((row) => ({ title: row.cell("title"), code: row.cell("code") }));
    const taken = new Set(readable);
    const named = await loadNamedWork(deps.pool, input.edition);
    const sourceHash = sha256(JSON.stringify([titles, named]));
    const before = await findLexicon(deps.pool);
    const unchanged = before?.sourceHash === sourceHash && before.edition === input.edition;
    let cues = before?.cues ?? 0;
    if (!unchanged) {
      const lexicon = learnFromTitles(titles, named);
      cues = lexicon.weights.size;
      const connection = await deps.pool.getConnection();
      try {
        await connection.beginTransaction();
        const head = { id: deps.newId(), edition: input.edition, source: input.source, sourceHash, titles: titles.length, cues, learnedAt: deps.clock.now() };
        await replaceLexicon(connection, head, lexicon);
        await connection.commit();
      } catch (error) {
        await connection.rollback();
        throw error;
      } finally {
        connection.release();
      }
    }
    const summary: CodedTitlesSummary = {
      edition: input.edition, fileName: basename(input.path), rows: list.value.length, titles: titles.length, codes: new Set(titles.map(({ code }) => code)).size,
      names: named.length, cues, unchanged, leftOut: list.value.filter((row) => !taken.has(row)).map(({ line }) => line),
    };
    return ok(summary);
  },
});
