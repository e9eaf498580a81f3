import { basename } from "node:path";
import { z } from "zod";
import { addMissingNodes, hasEdition, markImported, saveNodes } from "#app/data/occupations/classification.server.ts";
import { CLASSIFICATION_FIELD_NAMES, classificationColumns } from "#app/domain/import/occupation-columns.ts";
import { CLASSIFICATION_LEVELS, type ClassificationFault, type ClassificationLevel, nodesOf } from "#app/domain/occupation/classification.ts";
import { EDITION } from "#app/domain/occupation/structure.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { LONGEST_PATH } from "../imports/input.ts";
import { useCase } from "../use-case.server.ts";
import { readList } from "./read-list.server.ts";

export interface ClassificationSummary {
  edition: string;
  fileName: string;
  rows: number;
  nodes: Record<ClassificationLevel, number>;
  /** rows that were left out, by line */
  leftOut: { line: number; fault: ClassificationFault }[];
}

const LEVEL = /^[1-4]$/;

/** Brings in a printed list of the national classification; the whole file in one transaction. The same file again changes nothing. */
export const importClassification = useCase({
  name: "import-classification",
  roles: ["ADMIN", "SYSTEM"],
  subject: { type: "classification", id: (input) => input.edition },
  input: z.object({ path: z.string().min(1, "required").max(LONGEST_PATH, "too-long"), edition: z.string().max(20, "edition-unknown").default(EDITION.code) }),
  async run({ deps, input }) {
    const list = await readList(input.path, classificationColumns, ["code", "name"], CLASSIFICATION_FIELD_NAMES);
    if (!list.ok) return list;
    if (!(await hasEdition(deps.pool, input.edition))) return refuse("edition-unknown", { field: "edition" });
    const rows = list.value.map((row) => ({
      code: row.cell("code"), name: row.cell("name"), level: LEVEL.test(row.cell("level")) ? Number(row.cell("level")) : null, definition: row.cell("definition"),
      trades: row.cell("trades").split("|").map((trade) => trade.trim()).filter((trade) => trade !== ""),
    }));
    const { nodes, standIns, faults } = nodesOf(rows);
    if (nodes.length === 0) return refuse("import-file-no-codes", { field: "path", params: { line: list.value[0]!.line } });
    const connection = await deps.pool.getConnection();
    try {
      await connection.beginTransaction();
      await saveNodes(connection, input.edition, nodes);
      await addMissingNodes(connection, input.edition, standIns);
      await markImported(connection, input.edition, deps.clock.now(), sha256(JSON.stringify(rows)));
      await connection.commit();
    } catch (error) {
      await connection.rollback();
      throw error;
    } finally {
      connection.release();
    }
    const count = (level: ClassificationLevel) => nodes.filter((node) => node.level === level).length;
    const summary: ClassificationSummary = {
      edition: input.edition,
      fileName: basename(input.path),
      rows: rows.length,
      nodes: Object.fromEntries(CLASSIFICATION_LEVELS.map((level) => [level, count(level)])) as Record<ClassificationLevel, number>,
      leftOut: faults.map(({ row, fault }) => ({ line: list.value[row]!.line, fault })),
    };
    return ok(summary);
  },
});
