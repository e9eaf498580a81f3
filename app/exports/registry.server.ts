import type { TableFile } from "./table-file.ts";
import * as board from "./tables/board.server.ts";
import * as brands from "./tables/brands.server.ts";
import * as bureau from "./tables/bureau.server.ts";
import * as certificates from "./tables/certificates.server.ts";
import * as countSamples from "./tables/count-samples.server.ts";
import * as countedPeople from "./tables/counted-people.server.ts";
import * as dispatches from "./tables/dispatches.server.ts";
import * as fairs from "./tables/fairs.server.ts";
import * as help from "./tables/help.server.ts";
import * as ledger from "./tables/ledger.server.ts";
import * as openings from "./tables/openings.server.ts";
import * as operators from "./tables/operators.server.ts";
import * as overseas from "./tables/overseas.server.ts";
import * as placementLedger from "./tables/placement-ledger.server.ts";
import * as posts from "./tables/posts.server.ts";
import * as restatement from "./tables/restatement.server.ts";
import * as rosters from "./tables/rosters.server.ts";
import * as rules from "./tables/rules.server.ts";
import * as runs from "./tables/runs.server.ts";
import * as training from "./tables/training.server.ts";
import * as trainingNeeds from "./tables/training-needs.server.ts";
import * as welfare from "./tables/welfare.server.ts";
import * as workfare from "./tables/workfare.server.ts";
import * as workshops from "./tables/workshops.server.ts";

/** Every table that officers can take along. A new one: a file in app/exports/tables, a line here, and its link beside the table. */
export const TABLES: readonly TableFile[] = [board, brands, bureau, certificates, countSamples, countedPeople, dispatches, fairs, help, ledger, openings, operators, overseas, placementLedger, posts, restatement, rosters, rules, runs, training, trainingNeeds, welfare, workfare, workshops].flatMap((file) => Object.values(file) as TableFile[]);

const byName = new Map(TABLES.map((table) => [table.name, table]));

export function findTable(name: string): TableFile | null {
  return byName.get(name) ?? null;
}
