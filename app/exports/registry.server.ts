import type { TableFile } from "./table-file.ts";
import * as board from "./tables/board.server.ts";
import * as bureau from "./tables/bureau.server.ts";
import * as countSamples from "./tables/count-samples.server.ts";
import * as countedPeople from "./tables/counted-people.server.ts";
import * as ledger from "./tables/ledger.server.ts";
import * as placementLedger from "./tables/placement-ledger.server.ts";
import * as policy from "./tables/policy.server.ts";
import * as posts from "./tables/posts.server.ts";
import * as restatement from "./tables/restatement.server.ts";
import * as rosters from "./tables/rosters.server.ts";
import * as runs from "./tables/runs.server.ts";

/** Every table that officers can take along. A new one: a file in app/exports/tables, a line here, and its link beside the table. */
export const TABLES: readonly TableFile[] = [board, bureau, countSamples, countedPeople, ledger, placementLedger, policy, posts, restatement, rosters, runs].flatMap((file) => Object.values(file) as TableFile[]);

const byName = new Map(TABLES.map((table) => [table.name, table]));

export function findTable(name: string): TableFile | null {
  return byName.get(name) ?? null;
}
